import type { CellClickedEvent, CellDoubleClickedEvent, CellFocusedEvent, CellKeyDownEvent } from 'ag-grid-community'
import { type RefObject, useMemo } from 'react'
import type { Extent } from './cell-range.ts'
import type { GridColumn } from './grid-column.ts'
import { useCellRange } from './use-cell-range.ts'
import { type Stored, useClipboardCells } from './use-clipboard-cells.ts'
import type { useLazyGrid } from './use-lazy-grid.ts'

/** The columns by whose cells rows are chosen, and opened. */
export const PICK = '!pick'
export const OPEN = '!open'

interface Options<Row> {
  readonly query: string
  readonly frame: RefObject<HTMLElement | null>
  readonly columns: readonly GridColumn<Row>[]
  readonly grid: ReturnType<typeof useLazyGrid<Row>>
  readonly onOpen: ((row: Row) => void) | undefined
  readonly stored?: (rows: readonly Row[], columns: readonly string[]) => Stored | Promise<Stored>
  readonly onPaste?: (rows: readonly Row[], columns: readonly string[], cells: Stored) => void
  readonly onPick?: (row: Row, index: number, reach: boolean) => void
  readonly onPickAll?: () => void
}

/** What keys and clicks do in a grid beside moving in it: editing, opening, choosing, copying. */
export function useGridKeys<Row>(options: Options<Row>) {
  const { columns, grid, onOpen, stored, onPick, onPickAll } = options
  const tools = useMemo(() => columns.filter(({ tool, bare }) => tool || bare).map(({ id }) => id), [columns])
  const range = useCellRange<Row>(grid.api, tools, options.query)

  const paste = async ({ first, last, columns: over }: Extent, cells: Stored) => {
    const shown = grid.api.current?.getAllDisplayedColumns().map((column) => column.getColId()) ?? []
    const width = Math.max(over.length, ...cells.map((row) => row.length))
    const from = shown.filter((id) => !tools.includes(id))
    const [left = ''] = over
    const into = from.slice(from.indexOf(left)).slice(0, width)
    const bottom = Math.min((grid.total ?? 1) - 1, Math.max(last, first + cells.length - 1))
    options.onPaste?.(await grid.rowsBetween(first, bottom), into, cells)
  }
  useClipboardCells<Row>({
    frame: options.frame,
    extent: range.extent,
    rows: grid.rowsBetween,
    stored,
    onPaste: options.onPaste && ((extent, cells) => void paste(extent, cells)),
  })

  const editOf = (id: string) => columns.find((column) => column.id === id)?.edit
  /** Edits a cell that is not edited in its place, or opens its row. */
  const enter = (row: Row, id: string) => {
    const edit = editOf(id)
    if (edit && !edit.isReadOnly) edit.elsewhere(row)
    else onOpen?.(row)
  }
  return {
    range,
    frame: stored ? range.watching : {},
    grid: {
      onCellFocused: (event: CellFocusedEvent<Row>) => {
        grid.onCellFocused(event)
        if (stored) range.onCellFocused()
      },
      onCellKeyDown: (event: CellKeyDownEvent<Row> | { readonly event?: Event | null }) => {
        if (!('column' in event) || !(event.event instanceof KeyboardEvent) || !event.data) return
        const { key, shiftKey, ctrlKey, metaKey } = event.event
        const { data: row, column, node, rowIndex } = event
        if (event.api.getEditingCells().length > 0) return
        const isInCell = column.isCellEditable(node)
        if (key === 'Enter' && (ctrlKey || metaKey)) onOpen?.(row)
        else if (key === 'Enter' && !isInCell) enter(row, column.getColId())
        else if (key === 'F2' && !isInCell) editOf(column.getColId())?.elsewhere(row)
        else if (key === ' ' && onPick) {
          event.event.preventDefault()
          onPick(row, rowIndex ?? 0, shiftKey)
        } else if (key.toLowerCase() === 'a' && (ctrlKey || metaKey) && onPickAll) {
          event.event.preventDefault()
          onPickAll()
        }
      },
      onCellClicked: ({ data, column, rowIndex, event }: CellClickedEvent<Row>) => {
        if (!data) return
        const reach = event instanceof MouseEvent && event.shiftKey
        if (column.getColId() === PICK) onPick?.(data, rowIndex ?? 0, reach)
        if (column.getColId() === OPEN) onOpen?.(data)
      },
      onCellDoubleClicked: ({ data, column, node }: CellDoubleClickedEvent<Row>) => {
        if (data && column.getColId() !== PICK && !column.isCellEditable(node)) enter(data, column.getColId())
      },
    },
  }
}
