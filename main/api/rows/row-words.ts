import type { Catalogue } from '#shared/contract/catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { from, quoted } from './identifier.ts'

/** The words of rows of one table, by the value of the column that they are referred to by; of several, the last in order. */
export async function rowWords(
  { reader }: WorkspaceHandle,
  { relations }: Catalogue,
  target: { readonly relation: string; readonly column: string },
  values: readonly string[],
): Promise<Record<string, string>> {
  const relation = relations.find((one) => one.relation === target.relation)
  const by = relation?.columns.find(({ name }) => name === target.column)
  if (relation?.name == null || by === undefined) return {}
  const found = await reader.read<{ value: string; words: string | null }>(
    `select t.${quoted(by.name)}::text as value, t.${quoted(relation.name)}::text as words
     from ${from(relation)} t where t.${quoted(by.name)} = any($1::text[]::${by.type}[]) order by 1, 2`,
    [values],
  )
  return Object.fromEntries(found.flatMap((row) => (row.words === null ? [] : [[row.value, row.words]])))
}
