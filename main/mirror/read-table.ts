import { OutpostError } from '#shared/contract/errors.ts'
import { secondsAtAStretch } from './at-a-stretch.ts'
import type { Transaction } from './database.ts'
import { isDatabaseError } from './refusal.ts'

export interface Table {
  readonly columns: string[]
  readonly rows: Record<string, unknown>[]
  /** There are more rows than were asked for. */
  readonly more: boolean
}

/** Rows of one portion: what the caller will not see is never worked out, and between two a reader can be stopped. */
const PORTION = 500

/** Comments and brackets may stand before the word that says what a statement is. */
const GIVES_ROWS = /^(?:\s|\(|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*(?:select|values|table|with)\b/i
/** These words in a query may only be names, but then nothing is lost: it is read at once. */
const MAY_WRITE = /\b(?:insert|update|delete|merge|into)\b/i

const DECLARE = 'declare outpost_read no scroll cursor for '

export interface Patience {
  readonly signal?: AbortSignal
  /** A query that can't be stopped for longer, by estimate, is refused instead of begun. Seconds. */
  readonly atAStretch?: number
}

/**
 * What a statement gives, with every value in its exact text or JSON form. A query is read in portions, up to `limit`;
 * anything else (`explain`, `show`) at once.
 * @throws OutpostError refused, with the reason `sql.long`; the signal's reason when it is aborted
 */
export async function readTable(
  tx: Transaction,
  sql: string,
  limit: number,
  { signal, atAStretch = Number.POSITIVE_INFINITY }: Patience = {},
): Promise<Table> {
  if (!GIVES_ROWS.test(sql) || MAY_WRITE.test(sql)) {
    const { rows, fields } = await tx.query<Record<string, unknown>>(sql, [], { parsers: EXACT })
    return { columns: fields.map(({ name }) => name), rows: rows.slice(0, limit), more: rows.length > limit }
  }
  // All of the rows are wanted, not the first ones soon.
  await tx.exec('set local cursor_tuple_fraction = 1')
  await declare(tx, sql)
  if (Number.isFinite(atAStretch)) await checkStretch(tx, sql, atAStretch)
  const rows: Record<string, unknown>[] = []
  let columns: string[] = []
  for (let full = true; full && rows.length <= limit; ) {
    await new Promise(setImmediate)
    signal?.throwIfAborted()
    const size = Math.min(PORTION, limit + 1 - rows.length)
    const portion = await tx.query<Record<string, unknown>>(`fetch ${size} from outpost_read`, [], { parsers: EXACT })
    columns = portion.fields.map(({ name }) => name)
    rows.push(...portion.rows)
    full = portion.rows.length === size
  }
  return { columns, rows: rows.slice(0, limit), more: rows.length > limit }
}

async function checkStretch(tx: Transaction, sql: string, most: number): Promise<void> {
  const seconds = Math.round(await secondsAtAStretch(tx, sql, PORTION))
  if (seconds <= most) return
  throw new OutpostError('refused', `This takes about ${seconds} s in which it can't be stopped.`, {
    field: 'sql',
    reason: 'sql.long',
    params: { seconds },
  })
}

async function declare(tx: Transaction, sql: string): Promise<void> {
  try {
    await tx.query(`${DECLARE}${sql}`)
  } catch (error) {
    // Where it is wrong is counted in what the person wrote.
    if (isDatabaseError(error) && 'position' in error && Number(error.position) > DECLARE.length)
      error.position = String(Number(error.position) - DECLARE.length)
    throw error
  }
}

const text = (value: string): string => value
/** Types whose JavaScript form would lose digits or microseconds stay text. */
const EXACT = Object.fromEntries([20, 700, 701, 1082, 1083, 1114, 1184, 1186, 1266, 1700, 17].map((oid) => [oid, text]))
