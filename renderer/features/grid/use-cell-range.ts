import type { CellClassRules, GridApi } from 'ag-grid-community'
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

/**
 * A rectangle of cells that Shift with an arrow, or with a click, stretches from where the focus was. The focus moves
 * along, so that the grid itself scrolls and tells where it is.
 * @param tools columns whose cells hold no values
 */
export function useCellRange<Row>(api: RefObject<GridApi<Row> | undefined>, tools: readonly string[], query: string) {
  const range = useRef<CellRange>(undefined)
  const extent = useRef<Extent>(undefined)
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

  /** Follows the focus to where it is by now: the grid itself tells of it only some time after. */
  const follow = (how: 'moved' | 'stretched' | 'clicked') => {
    const focus = api.current?.getFocusedCell()
    if (!focus) return
    const place = { row: focus.rowIndex, column: focus.column.getColId() }
    const to = range.current?.to
    const isThere = to?.row === place.row && to.column === place.column
    if (isThere && how !== 'clicked') return
    show({ from: how === 'stretched' && range.current ? range.current.from : place, to: place })
  }

  return {
    rules,
    /** How many cells are in it, when there are several. */
    count,
    extent: () => {
      follow('moved')
      return extent.current
    },
    /** Hears what has moved the focus after the grid did. */
    watching: {
      onKeyDown: ({ key, shiftKey }: KeyboardEvent) =>
        follow(shiftKey && key.startsWith('Arrow') ? 'stretched' : 'moved'),
      onMouseDown: (event: MouseEvent) => {
        const { target, button, shiftKey } = event
        if (button !== 0 || target instanceof HTMLInputElement) return
        if (!(target instanceof Element && target.closest('.ag-cell'))) return
        // The browser would mark the text between the two clicks.
        if (shiftKey) event.preventDefault()
        follow(shiftKey ? 'stretched' : 'clicked')
      },
    },
    onCellFocused: () => follow('moved'),
  }
}
