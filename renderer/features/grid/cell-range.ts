/** A cell by the place of its row and the name of its column. */
export interface CellPlace {
  readonly row: number
  readonly column: string
}

/** A rectangle of cells: from where it began to where it has come. */
export interface CellRange {
  readonly from: CellPlace
  readonly to: CellPlace
}

/** Rows and columns of a range, both ends included. */
export interface Extent {
  readonly first: number
  readonly last: number
  readonly columns: readonly string[]
}

/** What a range covers, by the columns that are shown; a column that is not shown any more covers nothing. */
export function extentOf({ from, to }: CellRange, shown: readonly string[]): Extent {
  const ends = [shown.indexOf(from.column), shown.indexOf(to.column)].toSorted((one, other) => one - other)
  const [left = -1, right = -1] = ends
  return {
    first: Math.min(from.row, to.row),
    last: Math.max(from.row, to.row),
    columns: left < 0 ? [] : shown.slice(left, right + 1),
  }
}

/** Whether it is more than the one cell that has the focus anyway. */
export function isSeveral({ first, last, columns }: Extent): boolean {
  return columns.length * (last - first + 1) > 1
}
