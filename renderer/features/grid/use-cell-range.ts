import type { CellClassRules, CellFocusedEvent, GridApi } from 'ag-grid-community'
import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type CellRange, type Extent, extentOf, isSeveral } from './cell-range.ts'
import classes from './lazy-grid.module.css'

/** The grid tells of a moved focus a moment after the key. What moves it later is not that key. Milliseconds. */
const TOLD_WITHIN = 1_000

/**
 * A rectangle of cells that Shift with an arrow, or with a click, stretches from where the focus was. The focus moves
 * along, so that the grid itself scrolls and tells where it is.
 * @param tools columns whose cells hold no values
 */
export function useCellRange<Row>(api: RefObject<GridApi<Row> | undefined>, tools: readonly string[], query: string) {
  const range = useRef<CellRange>(undefined)
  const extent = useRef<Extent>(undefined)
  const stretchedAt = useRef(Number.NEGATIVE_INFINITY)
  const [count, setCount] = useState(0)

  const rules = useMemo<CellClassRules<Row>>(
    () => ({
      [classes.ranged ?? '']: ({ rowIndex, column }) => {
        const now = extent.current
        if (!now || !isSeveral(now)) return false
        return rowIndex >= now.first && rowIndex <= now.last && now.columns.includes(column?.getColId() ?? '')
      },
    }),
    [],
  )

  const show = (next: CellRange | undefined) => {
    const grid = api.current
    if (!grid) return
    const before = extent.current
    range.current = next
    const shown = grid.getAllDisplayedColumns().map((column) => column.getColId())
    extent.current =
      next &&
      extentOf(
        next,
        shown.filter((id) => !tools.includes(id)),
      )
    const now = extent.current
    if (!(before && isSeveral(before)) && !(now && isSeveral(now))) return
    grid.refreshCells({ force: true })
    setCount(now && isSeveral(now) ? now.columns.length * (now.last - now.first + 1) : 0)
  }

  const forget = useEffectEvent(() => show(undefined))
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another list the same places are other cells.
  useEffect(() => forget(), [query])

  const note = (stretches: boolean) => {
    stretchedAt.current = stretches ? performance.now() : Number.NEGATIVE_INFINITY
  }

  return {
    rules,
    /** How many cells are in it, when there are several. */
    count,
    extent: () => extent.current,
    /** Hears what moves the focus before the grid does. */
    watching: {
      onKeyDownCapture: ({ key, shiftKey }: KeyboardEvent) => {
        if (key !== 'Shift') note(shiftKey && key.startsWith('Arrow'))
      },
      onMouseDownCapture: (event: MouseEvent) => {
        if (event.target instanceof HTMLInputElement) return
        const stretches = event.shiftKey && event.button === 0
        note(stretches)
        // The browser would mark the text between the two clicks.
        if (stretches) event.preventDefault()
      },
    },
    onCellFocused: ({ rowIndex, column }: CellFocusedEvent<Row>) => {
      const stretched = performance.now() - stretchedAt.current < TOLD_WITHIN
      if (rowIndex === null || !column || typeof column === 'string') return
      const place = { row: rowIndex, column: column.getColId() }
      const to = range.current?.to
      const isThere = to?.row === place.row && to.column === place.column
      if (isThere && stretched) return
      show({ from: stretched && range.current ? range.current.from : place, to: place })
    },
  }
}
