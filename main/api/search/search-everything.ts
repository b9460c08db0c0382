import type { z } from 'zod'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { Hit, search } from '#shared/contract/search.ts'
import { folded, searchTerms } from '#shared/lib/folded.ts'
import { catalogueOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { foldedSql } from '../folded.ts'
import { titleOf } from '../record/read-record.ts'
import { from, quoted } from '../rows/identifier.ts'
import { cellSql, keySql, wordsSql } from '../rows/list-sql.ts'
import { Values } from '../sql.ts'

type Schemas = (typeof search)['everything']

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Characters shown around what was found. */
const AROUND = 40

/** Rows of every table that hold what was typed: those known by it first, table by table in the order of the manifest. */
export async function searchEverything(
  handle: WorkspaceHandle,
  { text, limit, each }: z.output<Schemas['input']>,
): Promise<z.output<Schemas['output']>> {
  const { relations } = await catalogueOf(handle)
  const order = Object.keys(handle.manifest.tables)
  const place = ({ relation }: Relation) => order.indexOf(relation.replace(/^public\./, '')) >>> 0
  const tables = relations.filter(({ kind, key }) => kind === 'table' && key.length > 0)
  const hits: Hit[] = []
  const rows: Record<string, number> = {}
  for (const relation of tables.toSorted((one, other) => place(one) - place(other))) {
    if (hits.length > limit) break
    const found = await inTable(handle, relation, text.trim(), Math.min(each, limit + 1 - hits.length))
    hits.push(...found.hits)
    if (found.rows > 0) rows[relation.relation] = found.rows
  }
  const shown = hits.slice(0, limit)
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0)
  return { hits: shown, more: all > shown.length, rows }
}

interface Found {
  readonly hits: Hit[]
  /** How many rows hold what was typed, hits or not. */
  readonly rows: number
}

async function inTable(handle: WorkspaceHandle, relation: Relation, text: string, limit: number): Promise<Found> {
  const values = new Values()
  const name = relation.name === null ? null : `t.${quoted(relation.name)}`
  const shown = searchable(relation)
  if (shown.length === 0) return { hits: [], rows: 0 }
  const cells = shown.map((column) => cellSql(column, true)).join(', ')
  const known =
    name === null ? null : `position(${values.add(folded(text))}::text in ${foldedSql(`${name}::text`)}) > 0`
  const key = relation.key.map((column) => `t.${quoted(column)}`)
  const order = [...(known === null ? [] : [`${known} desc`]), ...key].join(', ')
  const found = await handle.reader.read<{ key: string; cells: (string | null)[]; rows: number }>(
    `select ${keySql(relation)} as key, array[${cells}]::text[] as cells, count(*) over ()::int as rows
     from ${from(relation)} t where ${condition(relation, text, values)} order by ${order} limit ${values.add(limit)}`,
    values.list,
  )
  return {
    hits: found.map(({ key: own, cells: row }) => hitOf(relation, shown, own, row, text)),
    rows: found[0]?.rows ?? 0,
  }
}

/** An id is looked up in keys and the columns that refer to keys, which have indexes; anything else is read for words. */
function condition(relation: Relation, text: string, values: Values): string {
  if (!UUID.test(text)) {
    return searchTerms(text)
      .map((term) => `position(${values.add(term)}::text in ${wordsSql(relation)}) > 0`)
      .join(' and ')
  }
  const id = `${values.add(text)}::uuid`
  const places = relation.columns.filter(({ kind }) => kind === 'uuid').map(({ name }) => `t.${quoted(name)} = ${id}`)
  return places.length === 0 ? 'false' : `(${places.join(' or ')})`
}

function searchable({ columns, key, name }: Relation): Column[] {
  return columns.filter(
    (column) =>
      ['text', 'uuid', 'enum', 'number', 'network'].includes(column.kind) ||
      key.includes(column.name) ||
      column.name === name,
  )
}

function hitOf(
  relation: Relation,
  columns: readonly Column[],
  key: string,
  cells: (string | null)[],
  text: string,
): Hit {
  const row = Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? null]))
  const title = titleOf(relation, row)
  const terms = searchTerms(text)
  if (terms.every((term) => folded(title).includes(term)))
    return { relation: relation.relation, key, title, found: null }
  const [column, value] =
    Object.entries(row).find(([, cell]) => cell !== null && terms.some((term) => folded(cell).includes(term))) ?? []
  if (column === undefined || value == null) return { relation: relation.relation, key, title, found: null }
  const at = Math.max(0, folded(value).indexOf(terms.find((term) => folded(value).includes(term)) ?? '') - AROUND)
  return { relation: relation.relation, key, title, found: { column, text: value.slice(at, at + 3 * AROUND) } }
}
