import type { Command } from 'commander'
import type { Request } from '#shared/model/entry.ts'
import type { CommandContext } from './context.ts'
import { jsonObject } from './json-argument.ts'
import { rowLines } from './lines.ts'
import { qualified } from './qualified.ts'

const MAX_ROWS = 10_000

/** Reading and deciding, as the person who is signed in. */
export function addDataCommands(program: Command, context: CommandContext): void {
  program
    .command('read <name> <sql>')
    .description('read-only, under the person’s policies')
    .action(async (workspace: string, sql: string) => {
      const { columns, rows, more } = await context.engine(({ api }) =>
        api.tools.read({ workspace, sql, limit: MAX_ROWS }),
      )
      context.output.answer(rows, () => rowLines(columns, rows))
      if (more) process.stderr.write(`Only the first ${MAX_ROWS} rows are shown: add a limit or a condition.\n`)
    })
  program
    .command('insert <name> <relation> <json>')
    .description('a new row')
    .action((workspace: string, relation: string, values: string) =>
      submit(context, workspace, { kind: 'insert', relation: qualified(relation), values: jsonObject(values, 'json') }),
    )
  program
    .command('update <name> <relation> <key-json> <set-json>')
    .description('some columns of the row with this key')
    .action((workspace: string, relation: string, key: string, set: string) =>
      submit(context, workspace, {
        kind: 'update',
        relation: qualified(relation),
        key: jsonObject(key, 'key-json'),
        set: jsonObject(set, 'set-json'),
      }),
    )
  program
    .command('delete <name> <relation> <key-json>')
    .description('the row with this key')
    .action((workspace: string, relation: string, key: string) =>
      submit(context, workspace, { kind: 'delete', relation: qualified(relation), key: jsonObject(key, 'key-json') }),
    )
  program
    .command('call <name> <function> <args-json>')
    .description('a function of the database')
    .action((workspace: string, name: string, args: string) =>
      submit(context, workspace, { kind: 'call', function: name, args: jsonObject(args, 'args-json') }),
    )
  program
    .command('resolve <name> <entry>')
    .description('settle a conflict')
    .requiredOption('--take <what>', 'mine, theirs, or the values to take as JSON: {"column": value}')
    .action(async (workspace: string, id: string, { take }: { take: string }) => {
      const answer = await context.engine(({ api }) => api.conflicts.resolve({ workspace, id, take: resolution(take) }))
      context.output.answer(answer, () => [
        answer.id ? `Resolved by ${answer.id}.` : 'Resolved; nothing is left to send.',
      ])
    })
}

/** Answers when the entry is durable, with its id. */
async function submit(context: CommandContext, workspace: string, request: Request): Promise<void> {
  const { id } = await context.engine(({ api }) => api.entries.submit({ workspace, request }))
  context.output.answer({ id }, () => [id])
}

function resolution(take: string): 'mine' | 'theirs' | ReturnType<typeof jsonObject> {
  return take === 'mine' || take === 'theirs' ? take : jsonObject(take, 'take')
}
