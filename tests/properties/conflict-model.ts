/*
 * What must become of a change that two people made, said without SQL: values are places in a list of different ones,
 * so that "the same" needs no knowledge of types.
 */

export const COLUMNS = ['name', 'amount', 'details', 'active', 'at'] as const
export type Column = (typeof COLUMNS)[number]

/** Different values of each column, as JSON. */
export const VALUES: Readonly<Record<Column, readonly (string | boolean | object | null)[]>> = {
  name: [null, '', 'Ama', 'Amà', 'ama\tO’Hara\n"\\'],
  amount: [null, '0.00', '9007199254740993.25', '9007199254740993.26', '-1.50'],
  details: [null, { a: 1 }, { a: 1, b: [true, null] }, [1, 2], 'x'],
  active: [null, true, false],
  at: [null, '2026-03-01T12:00:00+00:00', '2026-03-01T12:00:00.000001+00:00', '2026-10-25T02:30:00+00:00'],
}

/** The place of null among the values of each column. */
const NOTHING = 0

export type Values = Readonly<Record<Column, number>>
export type Some = Readonly<Partial<Record<Column, number>>>

/** One row that somebody saw, what became of it on the server meanwhile, and what they decided. */
export interface Case {
  readonly seen: Values
  readonly server: { readonly kind: 'change'; readonly to: Some } | { readonly kind: 'delete' }
  readonly decision:
    | { readonly kind: 'update'; readonly set: Some; readonly wholeBase: boolean }
    | { readonly kind: 'delete' }
    /** By the same key, by a unique code that the row has, or by neither. */
    | { readonly kind: 'insert'; readonly over: 'key' | 'code' | 'nothing'; readonly values: Values }
}

export interface Verdict {
  readonly outcome: 'applied' | 'conflict'
  readonly kind: string | null
  /** Columns on which the two differ. */
  readonly collisions: readonly string[]
  /** The row afterwards, null when it is gone. */
  readonly row: Values | null
}

const columns = (values: Some) => COLUMNS.filter((column) => values[column] !== undefined)

export function verdictOn({ seen, server, decision }: Case): Verdict {
  const theirs = server.kind === 'delete' ? null : { ...seen, ...server.to }
  const refused = (kind: string, collisions: readonly string[]): Verdict => {
    return { outcome: 'conflict', kind, collisions, row: theirs }
  }
  if (decision.kind === 'insert') {
    const { over, values } = decision
    if (theirs === null || over === 'nothing')
      return { outcome: 'applied', kind: null, collisions: [], row: theirs ?? (over === 'key' ? values : null) }
    // There is no base to tell what was there before: a value that only one of the two has stands in nobody's way.
    const differ = COLUMNS.filter((column) => theirs[column] !== NOTHING && values[column] !== theirs[column])
    return refused('insert_insert', differ)
  }
  if (decision.kind === 'delete') {
    const changed = theirs === null ? [] : COLUMNS.filter((column) => theirs[column] !== seen[column])
    return changed.length > 0
      ? refused('delete_update', changed)
      : { outcome: 'applied', kind: null, collisions: [], row: null }
  }
  if (theirs === null) return refused('update_delete', [])
  const { set } = decision
  const touched = columns(set).filter((column) => set[column] !== seen[column])
  const both = touched.filter((column) => theirs[column] !== seen[column] && theirs[column] !== set[column])
  if (both.length > 0) return refused('update_update', both)
  const mine = Object.fromEntries(touched.map((column) => [column, set[column]]))
  return { outcome: 'applied', kind: null, collisions: [], row: { ...theirs, ...mine } }
}
