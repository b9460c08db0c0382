import type { Catalogue, Column } from '#shared/contract/catalogue.ts'
import type { RowLabels, TableRow } from '#shared/contract/rows.ts'
import type { WorkspaceHandle } from '../context.ts'
import { from, quoted } from './identifier.ts'

/** Words for the rows that the foreign keys in these rows point to; a row that is not here has none. */
export async function labelsFor(
  handle: WorkspaceHandle,
  catalogue: Catalogue,
  columns: readonly Column[],
  rows: readonly Pick<TableRow, 'cells'>[],
): Promise<RowLabels> {
  const labels: RowLabels = {}
  for (const { name, references } of columns) {
    if (references === null) continue
    const keys = [...new Set(rows.flatMap(({ cells }) => cells[name] ?? []))]
    if (keys.length === 0) continue
    labels[name] = await labelsOf(handle, catalogue, references, keys)
  }
  return labels
}

/** Words for rows of one table, by the value of the column that they are referred to by. */
export async function labelsOf(
  handle: WorkspaceHandle,
  catalogue: Catalogue,
  target: { readonly relation: string; readonly column: string },
  keys: readonly string[],
): Promise<Record<string, string>> {
  const relation = catalogue.relations.find((one) => one.relation === target.relation)
  const key = relation?.columns.find(({ name }) => name === target.column)
  if (relation?.name == null || key === undefined) return {}
  const found = await handle.reader.read<{ key: string; label: string | null }>(
    `select t.${quoted(key.name)}::text as key, t.${quoted(relation.name)}::text as label
     from ${from(relation)} t where t.${quoted(key.name)} = any($1::text[]::${key.type}[])`,
    [keys],
  )
  return Object.fromEntries(found.flatMap((row) => (row.label === null ? [] : [[row.key, row.label]])))
}
