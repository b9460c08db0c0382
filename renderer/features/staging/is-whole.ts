import type { Column } from '#shared/contract/catalogue.ts'
import { CELL_CHARACTERS } from '#shared/contract/rows.ts'

/** Whether a list shows all of a value, as a record does: it cuts long ones, and lays no JSON out. */
export function isWhole({ kind }: Pick<Column, 'kind'>, value: string | null): boolean {
  return value === null || (kind !== 'json' && value.length < CELL_CHARACTERS)
}
