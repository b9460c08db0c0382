import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ExportFormat } from '#shared/contract/export.ts'
import type { SortBy } from '#shared/contract/rows.ts'
import { filter as filterSchema } from '#shared/model/filter.ts'
import type { CommandContext } from './context.ts'
import { qualified } from './qualified.ts'
import type { Client } from './with-engine.ts'

interface Options {
  readonly format?: ExportFormat
  readonly out?: string
  readonly force: boolean
  readonly filter?: string
  readonly search: string
  readonly sort: readonly SortBy[]
  readonly columns?: readonly string[]
}

/** The rows of a table or view as a file. */
export function addExportCommand(program: Command, context: CommandContext): void {
  program
    .command('export <name> <relation>')
    .description('the rows of a table or view as CSV, a workbook or JSON lines, as the person sees them')
    .addOption(
      new Option('--format <format>', 'by default what --out ends in, else csv').choices(['csv', 'xlsx', 'jsonl']),
    )
    .option('--out <file>', 'where to; by default to the output')
    .option('--force', 'replace a file that is there', false)
    .option('--filter <json>', 'only some rows: {"column": "status", "is": "is", "value": "PAID"}')
    .option('--search <words>', 'only rows with these words', '')
    .option('--sort <columns...>', 'column, or column:desc', sortBy, [])
    .option('--columns <columns>', 'only these, with commas between', (text) => text.split(','))
    .action((workspace: string, relation: string, options: Options) =>
      exportRows(context, workspace, qualified(relation), options),
    )
}

async function exportRows(context: CommandContext, workspace: string, relation: string, options: Options) {
  const { out, force, search, sort, columns = null } = options
  const format = options.format ?? formatOf(out)
  const list = { workspace, relation, search, sort: [...sort], columns: columns && [...columns] }
  const filter = options.filter === undefined ? null : filterOf(options.filter)
  if (out === undefined && format === 'xlsx' && process.stdout.isTTY)
    throw new OutpostError('bad_request', 'A workbook is no text: say where to with --out.', { field: 'out' })
  const target = out === undefined ? null : await openTarget(out, force)
  try {
    const answer = await context.engine(async (client) => {
      const id = randomUUID()
      const unlisten = tellProgress(client, context)
      const written = await client.api.export.write({ id, ...list, filter, format })
      unlisten()
      await copy(client, id, target)
      return written
    })
    if (target === null || out === undefined) return context.output.note(`${answer.rows} rows.`)
    await target.close()
    await rename(partOf(out), out)
    context.output.answer({ ...answer, file: out }, () => [`${answer.rows} rows in ${out}.`])
  } catch (error) {
    await target?.close()
    if (out !== undefined) await rm(partOf(out), { force: true })
    throw error
  }
}

/** Nobody finds half a file: it gets its name when it is whole. */
function partOf(out: string): string {
  return `${out}.part`
}

async function openTarget(out: string, force: boolean): Promise<FileHandle> {
  const there = await open(out, 'r').catch(() => null)
  await there?.close()
  if (there !== null && !force) {
    throw new OutpostError('bad_request', `${out} is there already. Choose another name, or say --force.`, {
      field: 'out',
    })
  }
  try {
    return await open(partOf(out), 'w')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OutpostError('bad_request', `${out} can’t be written: ${reason}`, { field: 'out', cause: error })
  }
}

async function copy({ api }: Client, id: string, target: FileHandle | null): Promise<void> {
  for (let [offset, done] = [0, false]; !done; ) {
    const part = await api.export.read({ id, offset })
    const bytes = Buffer.from(part.base64, 'base64')
    if (target) await target.appendFile(bytes)
    else await new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()))
    offset += bytes.length
    done = part.done
  }
  await api.export.drop({ id })
}

/** One line for each tenth. */
function tellProgress(client: Client, { output }: CommandContext): () => void {
  let told = 0
  return client.listen((event) => {
    if (event.event !== 'exportProgress' || event.total === 0) return
    const tenths = Math.floor((10 * event.done) / event.total)
    if (tenths > told) output.note(`${event.done} of ${event.total} rows`)
    told = tenths
  })
}

function formatOf(out: string | undefined): ExportFormat {
  if (out?.endsWith('.xlsx')) return 'xlsx'
  return out?.endsWith('.jsonl') ? 'jsonl' : 'csv'
}

function filterOf(text: string) {
  try {
    return filterSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new OutpostError(
      'bad_request',
      'The filter must be JSON, such as {"column": "status", "is": "is", "value": "PAID"}.',
      { field: 'filter', cause: error },
    )
  }
}

function sortBy(text: string, before: readonly SortBy[]): SortBy[] {
  const [column = '', direction = 'asc'] = text.split(':')
  if (column !== '' && (direction === 'asc' || direction === 'desc')) return [...before, { column, direction }]
  throw new InvalidArgumentError('Say a column, or column:desc.')
}
