import type { CellClassRules, ColDef, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { CustomCellEditorProps } from 'ag-grid-react'
import { type ColumnChoice, hiddenOf, inOrder } from './column-memory.ts'
import type { GridColumn, SortBy } from './grid-column.ts'
import { InCellEditor } from './in-cell-editor.tsx'
import classes from './lazy-grid.module.css'

/** AG Grid's column definitions for ours, as the person has arranged them. */
export function columnDefs<Row>(
  columns: readonly GridColumn<Row>[],
  choice: ColumnChoice,
  sort: readonly SortBy[] | undefined,
  cellClassRules: CellClassRules<Row>,
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
      resizable: !column.tool,
      // The first click reverses what the default order already is.
      sortingOrder: column.sort === 'asc' ? ['asc', 'desc'] : ['asc', 'desc', null],
      initialSort: (sort ? sort[place]?.direction : column.sort) ?? null,
      cellClassRules: { [classes.loading ?? '']: ({ data }) => !data, ...cellClassRules },
      cellClass: column.align === 'end' ? (classes.end ?? '') : '',
      headerClass: column.align === 'end' ? 'ag-right-aligned-header' : column.bare ? (classes.bare ?? '') : '',
      suppressKeyboardEvent: leaveToUs,
    }
    if (place >= 0) def.initialSortIndex = place
    if (width) def.width = width
    else def.flex = 1
    const { cell, edit, header } = column
    if (header) def.headerComponent = header
    if (edit) {
      def.editable = ({ data }) => data !== undefined && edit.inCell(data)
      def.cellEditor = (props: CustomCellEditorProps<Row, string | null>) => <InCellEditor {...props} edit={edit} />
      def.valueGetter = ({ data }) => (data ? edit.value(data) : undefined)
      def.valueSetter = ({ data, newValue }) => {
        edit.stage(data, newValue)
        return true
      }
    }
    if (cell) def.cellRenderer = ({ data }: { data: Row | undefined }) => (data ? cell(data) : null)
    return def
  })
}

/**
 * Space would unselect the row that is open beside the list. Enter edits a cell that can be edited, and is otherwise
 * handled by the grid's owner; in an open list of choices it chooses. Escape calls the editing off at once: the grid
 * itself would do it a moment later, and what is typed in between would be lost with it.
 */
function leaveToUs({ api, event, editing, column, node }: SuppressKeyboardEventParams): boolean {
  const { target } = event
  if (editing && event.key === 'Escape') {
    event.preventDefault()
    api.stopEditing(true)
    return true
  }
  if (editing) return event.key === 'Enter' && target instanceof Element && target.hasAttribute('aria-controls')
  if (event.key === 'Enter') return event.ctrlKey || event.metaKey || !column.isCellEditable(node)
  return event.key === ' '
}
