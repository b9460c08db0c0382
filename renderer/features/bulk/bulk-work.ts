import type { BatchWork } from '#shared/contract/batch.ts'
import type { Column } from '#shared/contract/catalogue.ts'
import type { Offered } from '../actions/use-offered.ts'
import { type Draft, requestValues } from '../forms/values.ts'

/** What is to be done with many rows; the form asks for the rest. */
export type Bulk =
  | { readonly kind: 'set'; readonly columns: readonly Column[] }
  | { readonly kind: 'delete' }
  | { readonly kind: 'call'; readonly offered: Offered }

export type Rows = Extract<BatchWork, { kind: 'delete' }>['rows']

/** What was filled in: a column and its new value, or the arguments of an action. */
export interface Filled {
  readonly column: string | null
  readonly draft: Draft
}

/**
 * The decision for each row; null while something is missing.
 * @throws NotJson
 */
export function workOf(bulk: Bulk, rows: Rows, { column, draft }: Filled): BatchWork | null {
  if (bulk.kind === 'delete') return { kind: 'delete', rows }
  if (bulk.kind === 'set') {
    if (column === null) return null
    const values = requestValues(bulk.columns, { [column]: draft[column] ?? null })
    return { kind: 'set', rows, column, value: values[column] ?? null }
  }
  const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null))
  const { name, called } = bulk.offered
  return { kind: 'call', rows, function: name, args: requestValues(called.args, given) }
}
