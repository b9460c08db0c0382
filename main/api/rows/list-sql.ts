import type { z } from 'zod'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { CELL_CHARACTERS, type rows, type SortBy } from '#shared/contract/rows.ts'
import { searchTerms } from '#shared/lib/folded.ts'
import { foldedSql } from '../folded.ts'
import { iso, type Query, Values } from '../sql.ts'
import { filterSql } from './filter-sql.ts'
import { columnOf, from, quoted } from './identifier.ts'

export type ListInput = Pick<z.output<(typeof rows)['count']['input']>, 'filter' | 'search'>

/** Columns by which rows without a key are put in an order that stays. */
const MOST_TIES = 8
const UNORDERED = ['json', 'array', 'bytes', 'other']

/** Which rows a list has: its filter, and the words that must be found in the text of a row. */
export function whereSql(relation: Relation, { filter, search }: ListInput, values: Values): string {
  const found = searchTerms(search).map((term) => `position(${values.add(term)}::text in ${wordsSql(relation)}) > 0`)
  return [filterSql(relation, filter, values), ...found].join(' and ')
}

/** Everything in a row that a person might look for, folded. */
export function wordsSql({ columns }: Relation): string {
  const words = columns.filter(({ kind }) => ['text', 'uuid', 'enum', 'number', 'network'].includes(kind))
  if (words.length === 0) return "''"
  return foldedSql(`concat_ws(' ', ${words.map(({ name }) => `t.${quoted(name)}::text`).join(', ')})`)
}

/** The order of a list: as asked, then by key, so that every row has its one place. */
export function orderSql(relation: Relation, sort: readonly SortBy[], backwards = false): string {
  const ties = relation.key.length > 0 ? relation.key : orderable(relation).slice(0, MOST_TIES)
  const asked = sort.map(({ column, direction }) => ({ column: columnOf(relation, column, 'sort'), direction }))
  const terms = [
    ...asked.map(({ column, direction }) => ({ sql: sortable(column), up: direction === 'asc' })),
    ...ties.map((name) => ({ sql: `t.${quoted(name)}`, up: asked.at(0)?.direction !== 'desc' })),
  ]
  return terms.map(({ sql, up }) => `${sql} ${up === backwards ? 'desc' : 'asc'}`).join(', ')
}

function orderable({ columns }: Relation): string[] {
  return columns.filter(({ kind }) => !UNORDERED.includes(kind)).map(({ name }) => name)
}

/** What refers to another row is put in the order of the words that it is shown by. */
function sortable({ name, kind, references }: Column): string {
  if (references?.name) {
    return `(select s.${quoted(references.name)} from ${from(references)} s where s.${quoted(references.column)} = t.${quoted(name)})`
  }
  return UNORDERED.includes(kind) ? `t.${quoted(name)}::text` : `t.${quoted(name)}`
}

/** One column of a row `t` as text: a moment as ISO 8601, an array as JSON, long values cut. */
export function cellSql({ name, kind }: Column, whole: boolean): string {
  const place = `t.${quoted(name)}`
  if (kind === 'timestamp') return iso(place)
  if (kind === 'array') return whole ? `to_json(${place})::text` : `left(to_json(${place})::text, ${CELL_CHARACTERS})`
  // The database lays it out itself: no number passes through JavaScript.
  if (kind === 'json' && whole) return `jsonb_pretty(${place}::jsonb)`
  const isLong = ['text', 'json', 'bytes', 'other'].includes(kind)
  return isLong && !whole ? `left(${place}::text, ${CELL_CHARACTERS})` : `${place}::text`
}

/** The key text of a row `t`. */
export function keySql({ key }: Relation): string {
  return key.length === 0
    ? 'null'
    : `jsonb_build_array(${key.map((name) => `t.${quoted(name)}::text`).join(', ')})::text`
}

interface Window {
  readonly offset: number
  readonly limit: number
  readonly sort: readonly SortBy[]
  readonly backwards: boolean
}

/** The rows of a window, each as its key and an array of cells. Only keys are sorted; rows are fetched for the window. */
export function windowSql(relation: Relation, input: ListInput, columns: readonly Column[], window: Window): Query {
  const values = new Values()
  const where = whereSql(relation, input, values)
  const order = orderSql(relation, window.sort, window.backwards)
  const limit = `limit ${values.add(window.limit)} offset ${values.add(window.offset)}`
  const cells = `array[${columns.map((column) => cellSql(column, false)).join(', ')}]::text[] as cells`
  const source = `${from(relation)} t`
  if (relation.key.length === 0) {
    return {
      sql: `select null as key, ${cells} from ${source} where ${where} order by ${order} ${limit}`,
      params: values.list,
    }
  }
  const names = relation.key.map((name) => `t.${quoted(name)}`).join(', ')
  const same = relation.key.map((name) => `t.${quoted(name)} = page.${quoted(name)}`).join(' and ')
  return {
    sql: `with page as materialized (
        select ${names}, row_number() over () as place from (
          select ${names} from ${source} where ${where} order by ${order} ${limit}) t)
      select ${keySql(relation)} as key, ${cells} from page join ${source} on ${same} order by page.place`,
    params: values.list,
  }
}
