import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { SortBy } from '#shared/contract/rows.ts'
import type { WorkspaceHandle } from '../context.ts'
import { byKeysSql, keysSql } from '../rows/by-keys.ts'
import { exactCount } from '../rows/count.ts'
import { from, quoted } from '../rows/identifier.ts'
import { cellSql, type ListInput, orderSql, whereSql } from '../rows/list-sql.ts'
import { type Query, Values } from '../sql.ts'

/** Rows of one read: few enough that whoever works meanwhile does not notice. */
const CHUNK = 500

/** A row as a writer wants it: its cells as exact text, or the whole of it as one JSON object that the database wrote. */
export type ExportRow = readonly (string | null)[]
export type RowForm = 'cells' | 'json'

interface Rows {
  readonly total: number
  chunks(): AsyncGenerator<ExportRow[]>
}

/**
 * The rows of a list, a few at a time. The keys are read first, in order, so that each row comes once however rows change
 * meanwhile; one that is deleted before its turn is left out. Rows of views have no keys and come by their place.
 */
export async function openRows(
  handle: WorkspaceHandle,
  relation: Relation,
  columns: readonly Column[],
  list: ListInput & { readonly sort: readonly SortBy[] },
  form: RowForm,
): Promise<Rows> {
  const read = async ({ sql, params }: Query) =>
    (await handle.reader.read<{ cells: ExportRow }>(sql, params)).map(({ cells }) => cells)
  const row = rowSql(columns, form)
  if (relation.key.length === 0) {
    const total = await exactCount(handle, relation, list)
    return {
      total,
      async *chunks() {
        for (let offset = 0; offset < total; offset += CHUNK) yield await read(byPlace(relation, row, list, offset))
      },
    }
  }
  const { sql, params } = keysSql(relation, list)
  const keys = (await handle.reader.read<{ key: string }>(sql, params)).map(({ key }) => key)
  return {
    total: keys.length,
    async *chunks() {
      for (let at = 0; at < keys.length; at += CHUNK)
        yield await read(byKeysSql(relation, row, keys.slice(at, at + CHUNK)))
    },
  }
}

/** A row `t` as `cells`. */
function rowSql(columns: readonly Column[], form: RowForm): string {
  if (form === 'cells') return `array[${columns.map(exactCell).join(', ')}]::text[] as cells`
  const names = columns.map(({ name }) => `t.${quoted(name)}`).join(', ')
  return `array[(select row_to_json(r) from (select ${names}) r)::text] as cells`
}

/** As a record shows it, only that JSON stays on one line. */
function exactCell(column: Column): string {
  return column.kind === 'json' ? `t.${quoted(column.name)}::text` : cellSql(column, true)
}

function byPlace(
  relation: Relation,
  row: string,
  list: ListInput & { readonly sort: readonly SortBy[] },
  offset: number,
): Query {
  const values = new Values()
  const where = whereSql(relation, list, values)
  const order = orderSql(relation, list.sort)
  return {
    sql: `select ${row} from ${from(relation)} t where ${where} order by ${order}
      limit ${values.add(CHUNK)} offset ${values.add(offset)}`,
    params: values.list,
  }
}
