import type { Command } from 'commander'
import { untilTold } from '#main/host/until-told.ts'
import type { Status } from '#shared/contract/sync.ts'
import type { CommandContext } from './context.ts'
import { conflictLines, outboxLines, statusLines, table } from './lines.ts'
import type { Client } from './with-engine.ts'

/** The exit code of a sync that left something for a person to decide. */
const NEEDS_A_PERSON = 2

/** The way to the server and back: what waits, what went wrong, and whether everything is as it should be. */
export function addSyncCommands(program: Command, context: CommandContext): void {
  program
    .command('sync <name>')
    .description('push and pull until nothing is left; exits with 2 when conflicts or rejections wait')
    .option('--watch', 'go on until the process is told to end', false)
    .action(async (workspace: string, { watch }: { watch: boolean }) => {
      await context.engine((client) => sync(workspace, watch, client, context), watch)
    })
  program
    .command('status <name>')
    .description('where a workspace stands')
    .action(async (workspace: string) => {
      const status = await context.engine(({ api }) => api.sync.status({ workspace }))
      context.output.answer(status, () => statusLines(status))
    })
  program
    .command('outbox <name>')
    .description('decisions that have not come home')
    .action(async (workspace: string) => {
      const outbox = await context.engine(({ api }) => api.outbox.list({ workspace, limit: 500 }))
      context.output.answer(outbox, () => outboxLines(outbox.entries))
      const more = outbox.total - outbox.entries.length
      if (more > 0) context.output.note(`and ${more} older ones`)
    })
  program
    .command('conflicts <name>')
    .description('decisions that met somebody else’s')
    .action(async (workspace: string) => {
      const entries = await context.engine(({ api }) => api.conflicts.list({ workspace }))
      context.output.answer(entries, () => conflictLines(entries))
    })
  program
    .command('doctor <name>')
    .description('check the journal, the mirror and the files; exits with 1 when something is wrong')
    .action(async (workspace: string) => {
      const { sound, checks } = await context.engine(({ api }) => api.tools.doctor({ workspace }))
      context.output.answer({ sound, checks }, () =>
        table(checks.map(({ name, ok, detail }) => [ok ? 'ok' : 'WRONG', name, detail])),
      )
      if (!sound) context.exitWith(1)
    })
}

async function sync(workspace: string, watch: boolean, client: Client, { output, exitWith }: CommandContext) {
  const unlisten = client.listen((event) => {
    if (event.event === 'statusChanged') output.note(progressLine(event.status))
  })
  const told = watch ? untilTold() : undefined
  const summary = await client.api.sync.now({ workspace })
  output.answer(summary, () => [
    `pulled ${summary.pulledRows} rows, pushed ${summary.pushed} decisions; ` +
      `${summary.pending} pending, ${summary.conflicts} conflicts, ${summary.rejected} rejected`,
  ])
  await told
  unlisten()
  if (summary.conflicts + summary.rejected > 0) exitWith(NEEDS_A_PERSON)
}

function progressLine({ state, pending, progress }: Status): string {
  if (!progress) return `${state}, ${pending} pending`
  const { phase, relation, rows, secondsLeft } = progress
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
  return `${phase} ${relation ?? ''} ${rows.done}/${rows.total} rows${left}`
}
