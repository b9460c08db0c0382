import type { Column, Relation } from '#shared/contract/catalogue.ts'

/** Why a column can't be edited in rows that are there. */
export type Lock = 'view' | 'noKey' | 'noRight' | 'computed' | 'key' | 'kind'

const UNWRITABLE: readonly Column['kind'][] = ['bytes', 'other']

/** Null where it can be edited. What no row of the table allows comes before what concerns the column. */
export function lockOf(relation: Relation, column: Column): Lock | null {
  if (relation.kind === 'view') return 'view'
  if (relation.key.length === 0) return 'noKey'
  if (!relation.may.update) return 'noRight'
  if (column.computed) return 'computed'
  if (relation.key.includes(column.name)) return 'key'
  if (!column.mayUpdate) return 'noRight'
  return UNWRITABLE.includes(column.kind) ? 'kind' : null
}
