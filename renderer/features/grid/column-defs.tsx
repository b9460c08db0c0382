import type { ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import { type ColumnChoice, hiddenOf, inOrder } from './column-memory.ts'
import type { GridColumn, SortBy } from './grid-column.ts'
import classes from './lazy-grid.module.css'

/** AG Grid's column definitions for ours, as the person has arranged them. */
export function columnDefs<Row>(
  columns: readonly GridColumn<Row>[],
  choice: ColumnChoice,
  sort?: readonly SortBy[],
): ColDef<Row>[] {
  const hidden = hiddenOf(columns, choice)
  return inOrder(columns, choice).map((column) => {
    const place = sort?.findIndex((one) => one.column === column.id) ?? -1
    const width = choice.widths[column.id] ?? column.width
    const def: ColDef<Row> = {
      colId: column.id,
      headerName: column.label,
      valueGetter: ({ data }) => (data ? column.text(data) : undefined),
      hide: hidden.includes(column.id) && !column.fixed,
      minWidth: column.minWidth ?? 70,
      sortable: column.sortable ?? true,
      resizable: true,
      // The first click reverses what the default order already is.
      sortingOrder: column.sort === 'asc' ? ['asc', 'desc'] : ['asc', 'desc', null],
      initialSort: (sort ? sort[place]?.direction : column.sort) ?? null,
      cellClassRules: { [classes.loading ?? '']: ({ data }) => !data },
      cellClass: column.align === 'end' ? (classes.end ?? '') : '',
      headerClass: column.align === 'end' ? 'ag-right-aligned-header' : column.bare ? (classes.bare ?? '') : '',
      suppressKeyboardEvent: leaveToUs,
    }
    if (place >= 0) def.initialSortIndex = place
    if (width) def.width = width
    else def.flex = 1
    const { cell } = column
    if (cell) def.cellRenderer = ({ data }: { data: Row | undefined }) => (data ? cell(data) : null)
    return def
  })
}

/** Space would unselect the row that is open beside the list; Enter opens a row and is handled by the grid's owner. */
function leaveToUs({ event }: SuppressKeyboardEventParams): boolean {
  return event.key === ' ' || event.key === 'Enter'
}
