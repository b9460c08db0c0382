import type { Logger } from 'pino'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { Registry } from '#main/registry.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import { type DemoAnswer, type DemoState, demoAnswer } from '#shared/contract/demo.ts'

/**
 * Has the demo clouds of workspaces started by whoever started the console.
 * @param door the address at which they are asked for; without it no workspace is a demo
 */
export function demoApi(
  registry: Registry,
  open: OpenWorkspaces,
  tell: (event: EngineEvent) => void,
  door: string | undefined,
  log: Logger,
): Handlers['demo'] {
  return {
    start: async ({ workspace, again }): Promise<DemoState> => {
      const { system, url, demoAccounts } = registry.find(workspace)
      if (door === undefined || demoAccounts === undefined) return { state: 'none' }
      const answer = await ask(`${door}/${system}${again ? '?again' : ''}`, log)
      if (answer.state !== 'running') return answer
      if (answer.url !== url) {
        // Another program has taken its port since: the workspace follows it to the new one.
        await open.closeOne(workspace)
        registry.move(workspace, answer.url)
        tell({ event: 'workspacesChanged' })
      }
      return { state: 'running' }
    },
  }
}

async function ask(address: string, log: Logger): Promise<DemoAnswer> {
  try {
    const response = await fetch(address, { method: 'POST', signal: AbortSignal.timeout(10_000) })
    return demoAnswer.parse(await response.json())
  } catch (error) {
    log.warn({ err: error }, 'what starts the demo clouds does not answer')
    return { state: 'failed', reason: null }
  }
}
