import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ColumnSource, ImportPlan, ImportWay } from '#shared/contract/import.ts'
import type { WorkspaceHandle } from '../context.ts'
import { columnOf, from } from '../rows/identifier.ts'

export interface PlannedColumn {
  readonly column: Column
  readonly source: ColumnSource
}

/** An import that fits its table. */
export interface Planned {
  readonly relation: Relation
  readonly columns: readonly PlannedColumn[]
  readonly way: ImportWay
  /** The columns by which a row of the file finds its row of the table; none where every row is a new one. */
  readonly by: readonly string[]
  /** The unique keys whose columns all come with the import. */
  readonly keys: readonly (readonly string[])[]
  /** The key that is made from what a row holds, so that the same row has the same key each time. */
  readonly madeKey: string | null
}

/** The unique keys of a table, its primary key first. */
export async function uniqueKeys({ reader }: WorkspaceHandle, relation: Relation): Promise<string[][]> {
  const found = await reader.read<{ columns: string[] }>(
    `select json_agg(a.attname order by k.place) as columns
     from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where i.indrelid = to_regclass($1) and i.indisunique and i.indpred is null and i.indexprs is null
       and k.place <= i.indnkeyatts
     group by i.indexrelid, i.indisprimary order by i.indisprimary desc, i.indexrelid`,
    [from(relation)],
  )
  return found.map(({ columns }) => columns)
}

/** Checks an import against its table. @throws OutpostError `bad_request`, `not_allowed`, on the field that it concerns */
export function plannedImport(
  relation: Relation,
  unique: readonly (readonly string[])[],
  width: number,
  { map, way, by }: ImportPlan,
): Planned {
  checkRights(relation, way)
  const columns = Object.entries(map).map(([name, source]) => {
    const column = columnOf(relation, name, 'map')
    if (column.computed)
      throw refusedColumn(name, 'is worked out by the database and can’t be imported.', 'import.computed')
    if (source.from === 'file' && source.column >= width)
      throw refusedColumn(name, 'has no such column in the file.', 'import.no_such_column')
    if (source.from === 'file' && source.by === 'label' && column.references === null)
      throw refusedColumn(name, 'refers to no other table, so there are no words to look for.', 'import.no_reference')
    return { column, source }
  })
  const keys = unique.filter((key) => key.every((name) => name in map))
  if (way === 'insert') {
    const madeKey = keyToMake(relation, map)
    return { relation, columns, way, by: madeKey === null ? [] : [madeKey], keys, madeKey }
  }
  if (keys.some((key) => key.length === by.length && key.every((name) => by.includes(name))))
    return { relation, columns, way, by, keys, madeKey: null }
  throw new OutpostError(
    'bad_request',
    'Choose a unique key whose columns are all in the import, by which rows are found.',
    {
      field: 'by',
      reason: 'import.no_key',
    },
  )
}

function keyToMake({ key, columns }: Relation, map: ImportPlan['map']): string | null {
  const [only, ...more] = key
  const column = columns.find(({ name }) => name === only)
  return column?.kind === 'uuid' && more.length === 0 && column.hasDefault && !(column.name in map) ? column.name : null
}

function checkRights({ may, relation }: Relation, way: ImportWay): void {
  const lacks = (way !== 'update' && !may.insert) || (way !== 'insert' && !may.update)
  if (!lacks) return
  throw new OutpostError('not_allowed', `Your account may not write such rows of ${relation}.`, { field: 'way' })
}

function refusedColumn(column: string, why: string, reason: string): OutpostError {
  return new OutpostError('bad_request', `${column} ${why}`, { field: 'map', reason, params: { column } })
}
