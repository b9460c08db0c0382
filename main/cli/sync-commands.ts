import type { Command } from 'commander'
import { untilTold } from '#main/host/until-told.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { RowOrigin } from '#shared/contract/scope.ts'
import type { Status } from '#shared/contract/sync.ts'
import type { Scope } from '#shared/model/scope.ts'
import type { CommandContext } from './context.ts'
import { jsonObject } from './json-argument.ts'
import { conflictLines, outboxLines, scopeLines, statusLines, table } from './lines.ts'
import { qualified } from './qualified.ts'
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
    .command('scope <name> [table] [what]')
    .description('what of each table is kept on this computer; with all, none or a number of days, change it')
    .option('--by <column>', 'the date or time that the days count from', 'created_at')
    .action(async (workspace: string, table: string | undefined, what: string | undefined, { by }: { by: string }) => {
      const { tables } = await context.engine(async ({ api }) => {
        if (table === undefined || what === undefined) return api.scopes.list({ workspace })
        return api.scopes.set({ workspace, relation: qualified(table), scope: scopeOf(what, by) })
      })
      const shown = table === undefined ? tables : tables.filter(({ relation }) => relation === qualified(table))
      context.output.answer({ tables: shown }, () => scopeLines(shown))
    })
  program
    .command('fetch <name> <relation> <key-json>')
    .description('bring a row that is not kept here')
    .action(async (workspace: string, relation: string, key: string) => {
      const answer = await context.engine(({ api }) =>
        api.scopes.fetchRow({ workspace, relation: qualified(relation), key: jsonObject(key, 'key-json') }),
      )
      context.output.answer(answer, () => [ORIGINS[answer.from]])
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

const ORIGINS: Record<RowOrigin['from'], string> = {
  here: 'It is kept here.',
  fetched: 'It is here, as it was when it was fetched.',
  next_pull: 'It comes with the next sync.',
  nowhere: 'The server has no such row, or you may not see it.',
  offline: 'It is not here: go online.',
}

/** @throws OutpostError `bad_request` */
function scopeOf(what: string, by: string): Scope {
  if (what === 'all' || what === 'none') return what
  if (/^[1-9]\d{0,4}$/.test(what)) return { days: Number(what), by }
  throw new OutpostError('bad_request', 'Say all, none, or a number of days.', { field: 'what' })
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
