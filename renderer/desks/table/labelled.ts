import type { api } from '#renderer/bridge/api.ts'
import type { LabelledRow } from './table-columns.tsx'

type Page = Awaited<ReturnType<typeof api.rows.page>>

/** A row of a window with its words. `place`: which one it is in the whole list. */
export function labelled(row: Page['rows'][number], labels: Page['labels'], place: number): LabelledRow {
  const own = Object.entries(labels).map(([column, words]) => [column, words[row.cells[column] ?? '']])
  return { ...row, labels: Object.fromEntries(own), id: row.key ?? String(place) }
}
