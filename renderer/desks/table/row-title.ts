import type { Relation } from '#shared/contract/catalogue.ts'
import type { LabelledRow } from './table-columns.tsx'

/** A row by the words that people know it by, else by its key. */
export function rowTitle({ name, key }: Relation, { cells }: Pick<LabelledRow, 'cells'>): string {
  return (name === null ? null : cells[name]) || key.map((column) => cells[column] ?? '').join(' · ')
}
