import type { Reference } from '#shared/contract/catalogue.ts'
import type { Related } from '#shared/contract/record.ts'
import type { Filter } from '#shared/model/filter.ts'
import { relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { filterSql } from '../rows/filter-sql.ts'
import { from } from '../rows/identifier.ts'
import { Values } from '../sql.ts'

/** Beyond this many rows it says "more". */
const COUNTED = 1_000

/** How many rows refer to a row through one foreign key, and the filter that lists them. */
export async function countRelated(
  handle: WorkspaceHandle,
  reference: Reference,
  cells: Readonly<Record<string, string | null>>,
): Promise<Related> {
  const relation = await relationOf(handle, reference.relation)
  const filter = referring(reference, cells)
  const values = new Values()
  const [found] = await handle.reader.read<{ n: number }>(
    `select count(*)::int as n from (
       select from ${from(relation)} t where ${filterSql(relation, filter, values)} limit ${COUNTED + 1}) counted`,
    values.list,
  )
  const counted = found?.n ?? 0
  return {
    reference: reference.name,
    relation: reference.relation,
    columns: reference.columns,
    filter,
    rows: Math.min(counted, COUNTED),
    more: counted > COUNTED,
  }
}

/** Rows whose foreign key holds the values of this row; a part that is null refers to nothing. */
function referring(reference: Reference, cells: Readonly<Record<string, string | null>>): Filter {
  const all = reference.columns.map((column, at): Filter => {
    const value = cells[reference.targetColumns[at] ?? '']
    return value == null ? { any: [] } : { column, is: 'is', value }
  })
  return { all }
}
