import type { Relation } from '#shared/contract/catalogue.ts'
import { byKeysSql } from '../rows/by-keys.ts'
import { cellSql, keySql } from '../rows/list-sql.ts'
import type { Query } from '../sql.ts'

/** A row as it is looked at before and after. */
export interface LookedAt {
  readonly key: string
  readonly cells: readonly (string | null)[]
}

/** Whole rows by their keys. */
export function wholeRowsSql(relation: Relation, keys: readonly string[]): Query {
  const cells = relation.columns.map((column) => cellSql(column, true)).join(', ')
  return byKeysSql(relation, `${keySql(relation)} as key, array[${cells}]::text[] as cells`, keys)
}

/** The cells of such a row by their columns. */
export function cellsOf({ columns }: Relation, row: LookedAt | undefined): Record<string, string | null> {
  if (row === undefined) return {}
  return Object.fromEntries(columns.map(({ name }, at) => [name, row.cells[at] ?? null]))
}
