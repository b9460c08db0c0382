import { folded } from '#shared/lib/folded.ts'
import { catalogueOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { foldedSql } from '../folded.ts'
import { from, quoted } from '../rows/identifier.ts'
import type { PlannedColumn } from './planned.ts'

/** Keys of the rows of another table by their folded words: one for each, unless two rows have the same words. */
export type LabelKeys = ReadonlyMap<string, readonly string[]>

/** For each column that names rows by their words: the keys of these rows, looked up once for the whole file. */
export async function findLabels(
  handle: WorkspaceHandle,
  columns: readonly PlannedColumn[],
  cellsOf: (column: PlannedColumn) => readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, LabelKeys>> {
  const { relations } = await catalogueOf(handle)
  const found = new Map<string, LabelKeys>()
  for (const planned of columns) {
    const { column, source } = planned
    if (source.from !== 'file' || source.by !== 'label' || column.references === null) continue
    const { relation: name, column: key } = column.references
    const target = relations.find(({ relation }) => relation === name)
    const wanted = [...new Set(cellsOf(planned).flatMap((cell) => (cell ? folded(cell.trim()) : [])))]
    found.set(column.name, target?.name ? await keysByLabel(handle, target, key, target.name, wanted) : new Map())
  }
  return found
}

async function keysByLabel(
  { reader }: WorkspaceHandle,
  target: { readonly relation: string },
  key: string,
  name: string,
  wanted: readonly string[],
): Promise<LabelKeys> {
  const label = foldedSql(`t.${quoted(name)}::text`)
  const rows = await reader.read<{ label: string; keys: string[] }>(
    `select ${label} as label, array_agg(t.${quoted(key)}::text) as keys from ${from(target)} t
     where ${label} = any($1::text[]) group by 1`,
    [wanted],
  )
  return new Map(rows.map(({ label: words, keys }) => [words, keys]))
}
