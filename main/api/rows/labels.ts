import type { Catalogue, Column, Relation } from '#shared/contract/catalogue.ts'
import type { RowLabels, TableRow } from '#shared/contract/rows.ts'
import type { WorkspaceHandle } from '../context.ts'
import { accountLabels } from './account-labels.ts'
import { rowWords } from './row-words.ts'

/** Words for the rows and accounts that these rows of a relation point to; what is not here has none. */
export async function labelsFor(
  handle: WorkspaceHandle,
  catalogue: Catalogue,
  { key, columns }: Pick<Relation, 'key' | 'columns'>,
  rows: readonly Pick<TableRow, 'cells'>[],
): Promise<RowLabels> {
  const labels: RowLabels = {}
  for (const column of columns) {
    // What names the row itself points nowhere.
    if (column.references === null && key.includes(column.name)) continue
    const values = [...new Set(rows.flatMap(({ cells }) => cells[column.name] ?? []))]
    const words = await labelsIn(handle, catalogue, column, values)
    if (Object.keys(words).length > 0) labels[column.name] = words
  }
  return labels
}

/** Words for values of one column, by value. */
export async function labelsIn(
  handle: WorkspaceHandle,
  catalogue: Catalogue,
  { references, account }: Pick<Column, 'references' | 'account'>,
  values: readonly string[],
): Promise<Record<string, string>> {
  if (values.length === 0) return {}
  if (references !== null) return rowWords(handle, catalogue, references, values)
  return account ? accountLabels(handle, catalogue, values) : {}
}
