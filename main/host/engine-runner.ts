import type { Logger } from 'pino'
import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { Channel } from '#shared/lib/line.ts'
import type { HostMessage } from './engine-control.ts'
import { fileVault } from './file-vault.ts'
import { type Callable, serveLink } from './link.ts'
import { openLog } from './log.ts'
import type { ParentDoor } from './parent-door.ts'
import { remoteVault } from './remote-vault.ts'
import type { Vault } from './vault.ts'

/** An engine as its process runs it. */
export interface RunningEngine extends Callable {
  close(): Promise<void>
}

export type OpenEngine = (options: {
  readonly home: string
  readonly vault: Vault
  readonly log: Logger
}) => Promise<RunningEngine>

/**
 * The life of an engine process: opened by its host, linked to screens, closed in order. Anything unforeseen ends it at
 * once and loudly, since the journal holds all that matters and the host starts it anew.
 */
export function runEngine(door: ParentDoor, openEngine: OpenEngine): void {
  let opening: Promise<{ engine: RunningEngine; log: Logger }> | undefined
  door.onMessage((message, port) => {
    switch (message.say) {
      case 'open':
        opening = open(message, port, openEngine)
        opening.then(
          () => door.say({ say: 'opened' }),
          (error) => door.say({ say: 'failed', problem: problemOf(error) }),
        )
        break
      case 'connect':
        if (port) opening?.then(({ engine, log }) => serveLink(engine, port, log)).catch(() => port.close())
        break
      case 'close':
        void close(door, opening)
        break
    }
  })
}

async function open(message: HostMessage & { say: 'open' }, port: Channel | undefined, openEngine: OpenEngine) {
  const log = openLog(message.home, 'engine')
  process.on('uncaughtExceptionMonitor', (error) => log.fatal({ err: error }, 'the engine broke'))
  const vault = port ? remoteVault(port) : fileVault(message.home)
  const engine = await openEngine({ home: message.home, vault, log })
  return { engine, log }
}

async function close(door: ParentDoor, opening: Promise<{ engine: RunningEngine }> | undefined): Promise<void> {
  try {
    await (await opening)?.engine.close()
    door.say({ say: 'closed' })
  } catch (error) {
    door.say({ say: 'failed', problem: problemOf(error) })
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof OutpostError) return error.problem
  const cause = error instanceof Error ? error.message : String(error)
  return { code: 'internal', message: `The engine could not start: ${cause}` }
}
