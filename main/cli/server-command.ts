import type { Command } from 'commander'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ServerChoice, ServerReport } from '#shared/contract/sync.ts'
import type { CommandContext } from './context.ts'
import { decisionLines } from './lines.ts'

interface Options {
  readonly accept: boolean
  readonly sendAgain?: string[]
  readonly leave?: string[]
}

const CHANGES: Readonly<Record<ServerReport['change'], string>> = {
  none: 'This is the server that the workspace came from. There is nothing to decide.',
  restored: 'The server was restored from a backup, or set back to an earlier state. Nothing is sent until you decide.',
  other: 'This is not the server that the workspace came from. Nothing is sent until you decide.',
}

/** A server that was restored or replaced: what it has lost, and how to go on. */
export function addServerCommand(program: Command, { engine, output }: CommandContext): void {
  program
    .command('server <name>')
    .description('whether the server is still the same one; what it has lost, and how to go on with it')
    .option('--accept', 'go on with the server as it is now', false)
    .option('--send-again <entries...>', 'with --accept: send these lost decisions again (ids, or all)')
    .option('--leave <entries...>', 'with --accept: leave these as lost; their content stays (ids, or all)')
    .action(async (workspace: string, options: Options) => {
      const choice = choiceOf(options)
      if (choice === null) {
        const report = await engine(({ api }) => api.sync.server({ workspace }))
        output.answer(report, () => reportLines(report, workspace))
        return
      }
      const done = await engine(({ api }) => api.sync.acceptServer({ workspace, ...choice }))
      output.answer(done, () => [
        `Going on with this server: ${done.sentAgain} to be sent again, ${done.left} left. Next: sync ${workspace}`,
      ])
    })
}

/** Null when it is only asked about. @throws OutpostError `bad_request` */
function choiceOf({ accept, sendAgain, leave }: Options): ServerChoice | null {
  if (accept) return { sendAgain: some(sendAgain), leave: some(leave) }
  if (sendAgain === undefined && leave === undefined) return null
  throw new OutpostError('bad_request', 'Say --accept as well: without it nothing is decided.', { field: 'accept' })
}

function some(entries: readonly string[] = []): ServerChoice['leave'] {
  return entries.includes('all') ? 'all' : [...entries]
}

function reportLines({ change, otherSystem, lost, waiting }: ServerReport, workspace: string): string[] {
  if (change === 'none' && otherSystem === null) return [CHANGES.none]
  if (otherSystem !== null) return [`This server runs ${otherSystem}. Add it as a workspace of its own.`]
  const choice = lost.length === 0 ? '' : ' --send-again all|ENTRY… --leave all|ENTRY…'
  return [
    CHANGES[change],
    ...(lost.length === 0 ? ['It has lost none of your decisions.'] : ['It knows nothing any more of:']),
    ...decisionLines(lost),
    ...(waiting.length === 0 ? [] : ['These wait here, and go up once you go on with it:']),
    ...decisionLines(waiting),
    `Go on with it: server ${workspace} --accept${choice}`,
  ]
}
