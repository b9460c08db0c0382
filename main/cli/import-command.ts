import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { OutpostError } from '#shared/contract/errors.ts'
import { type ImportReport, type ImportWay, PUT_BYTES, type RowProblem } from '#shared/contract/import.ts'
import type { CommandContext } from './context.ts'
import { type ColumnOptions, columnMapOf, pair } from './import-map.ts'
import { qualified } from './qualified.ts'
import type { Client } from './with-engine.ts'

interface Options extends ColumnOptions {
  readonly file: string
  readonly way: ImportWay
  readonly by: readonly string[]
  readonly apply: boolean
}

/** Problems that are said; with `--json` all of one answer come. */
const SAID = 20
const MOST_PROBLEMS = 1_000

/** Rows of a file into a table. */
export function addImportCommand(program: Command, context: CommandContext): void {
  program
    .command('import <name> <table>')
    .description('rows of a CSV file, a workbook or JSON lines into a table; only tried, unless --apply is said')
    .requiredOption('--file <file>', 'ends in .csv, .xlsx or .jsonl')
    .option('--map <column=name>', 'fill a column from this one of the file; others are guessed', pair, [])
    .option('--label <column=name>', 'the same, where the file has words for a row of another table', pair, [])
    .option('--set <column=value>', 'one value for all rows', pair, [])
    .option('--ignore <columns...>', 'leave these to the database', [])
    .addOption(new Option('--way <way>', 'what is done').choices(['insert', 'update', 'upsert']).default('insert'))
    .option('--by <columns...>', 'a unique key, for update and upsert', [])
    .addOption(new Option('--dry-run', 'try every row and take it back (this is the default)').conflicts('apply'))
    .option('--apply', 'take the rows that pass, for good', false)
    .action((workspace: string, table: string, options: Options) =>
      importRows(context, workspace, qualified(table), options),
    )
}

async function importRows(context: CommandContext, workspace: string, relation: string, options: Options) {
  const { file, way, by, apply } = options
  const id = randomUUID()
  const { report, problems } = await context.engine(async (client) => {
    await put(client, id, file)
    const opened = await client.api.import.open({ id, workspace, relation, name: basename(file) })
    const names = opened.columns.map(({ name }) => name)
    const plan = { id, workspace, relation, way, by: [...by], map: columnMapOf(opened.map, names, options) }
    const unlisten = tellProgress(client, context)
    const done = await (apply ? client.api.import.apply(plan) : client.api.import.check(plan))
    unlisten()
    const found = await client.api.import.problems({ id, offset: 0, limit: MOST_PROBLEMS })
    return { report: done, problems: found.problems }
  })
  context.output.answer({ ...report, applied: apply, problems }, () => [
    ...reportLines(report, problems, apply),
    ...(report.entries.length > 0
      ? [`Nothing has been sent yet: “outpost sync ${workspace}” sends it, and so does the console once it is open.`]
      : []),
  ])
  if (report.bad > 0) context.exitWith(1)
}

async function put({ api }: Client, id: string, file: string): Promise<void> {
  const blob = await opened(file)
  for (let offset = 0; offset === 0 || offset < blob.size; offset += PUT_BYTES) {
    const part = Buffer.from(await blob.slice(offset, offset + PUT_BYTES).arrayBuffer())
    await api.import.put({ id, offset, base64: part.toString('base64') })
  }
}

async function opened(file: string): Promise<Blob> {
  try {
    return await openAsBlob(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OutpostError('bad_request', `${file} can’t be read: ${reason}`, { field: 'file', cause: error })
  }
}

/** One line for each tenth. */
function tellProgress(client: Client, { output }: CommandContext): () => void {
  let told = 0
  return client.listen((event) => {
    if (event.event !== 'importProgress' || event.total === 0) return
    const tenths = Math.floor((10 * event.done) / event.total)
    if (tenths > told) output.note(`${event.done} of ${event.total} rows`)
    told = tenths
  })
}

function reportLines(report: ImportReport, problems: readonly RowProblem[], applied: boolean): string[] {
  const { rows, inserts, updates, same, bad } = report
  const said = problems.slice(0, SAID).map(({ line, column, value, problem }) => {
    const where = [`line ${line}`, column, value === null ? null : JSON.stringify(value)].filter(
      (part) => part !== null,
    )
    return `${where.join('  ')}  ${problem.message}`
  })
  const counts = `${rows} rows: ${inserts} new, ${updates} changed, ${same} there already, ${bad} left out.`
  return [
    ...said,
    ...(problems.length > SAID ? [`… and ${problems.length - SAID} more: see --json.`] : []),
    ...(report.doubles
      ? ['Nothing in this file tells one row from another: a second time, each would come twice.']
      : []),
    applied
      ? `Imported. ${counts}`
      : `Tried, and nothing written. ${counts}${bad < rows ? ' Say --apply to import.' : ''}`,
  ]
}
