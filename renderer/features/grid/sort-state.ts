import type { GridApi } from 'ag-grid-community'
import type { SortBy } from './grid-column.ts'

/** The order that the headers show, the first column first. */
export function sortOf(grid: GridApi): SortBy[] {
  return grid
    .getColumnState()
    .filter(({ sort }) => sort != null)
    .toSorted((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ column: colId, direction: sort === 'desc' ? 'desc' : 'asc' }))
}

/** Makes the headers show an order, and the rows come in it. The same order changes nothing. */
export function applySort(grid: GridApi, sort: readonly SortBy[]): void {
  if (grid.isDestroyed() || JSON.stringify(sortOf(grid)) === JSON.stringify(sort)) return
  grid.applyColumnState({
    state: sort.map(({ column, direction }, place) => ({ colId: column, sort: direction, sortIndex: place })),
    defaultState: { sort: null },
  })
}
