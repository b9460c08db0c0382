import type { GridApi } from 'ag-grid-community'
import type { FetchWindow, SortBy } from './grid-column.ts'

const BLOCK = 200

/** Rows by their places, both ends included: at once where all are loaded. */
export function rowsOf<Row>(
  grid: GridApi<Row> | undefined,
  fetch: FetchWindow<Row>,
  sort: readonly SortBy[],
  first: number,
  last: number,
): readonly Row[] | Promise<readonly Row[]> {
  const places = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const here = places.flatMap((place) => grid?.getDisplayedRowAtIndex(place)?.data ?? [])
  return here.length === places.length ? here : fetchBetween(fetch, sort, first, last)
}

async function fetchBetween<Row>(
  fetch: FetchWindow<Row>,
  sort: readonly SortBy[],
  first: number,
  last: number,
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let offset = first; offset <= last; offset += BLOCK) {
    const { rows } = await fetch({ offset, limit: Math.min(BLOCK, last - offset + 1), sort })
    found.push(...rows)
  }
  return found
}

/** Brings a row that is loaded into sight and puts the focus on it. @returns whether it is loaded */
export function revealRow<Row>(grid: GridApi<Row> | undefined, id: string): boolean {
  const index = grid?.getRowNode(id)?.rowIndex
  if (!grid || index === null || index === undefined) return false
  grid.ensureIndexVisible(index)
  const column = grid.getFocusedCell()?.column ?? grid.getAllDisplayedColumns()[0]
  if (column) grid.setFocusedCell(index, column)
  return true
}
