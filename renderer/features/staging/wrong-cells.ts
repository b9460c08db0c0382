import { type CellState, cellState } from './cell-state.ts'
import type { StagedRow, Staging } from './staging.ts'

export interface WrongCell {
  readonly key: string
  readonly row: StagedRow
  readonly column: string
  readonly is: Exclude<CellState, { state: 'changed' }>
}

/** The staged cells of which something was said when they were last tried. */
export function wrongCells(staging: Staging): WrongCell[] {
  return Object.entries(staging).flatMap(([key, row]) =>
    Object.keys(row.cells).flatMap((column): WrongCell[] => {
      const is = cellState(row, column, undefined)
      return is.state === 'changed' ? [] : [{ key, row, column, is }]
    }),
  )
}
