import type { CellFocusedEvent, Column, GridApi } from 'ag-grid-community'
import { type RefObject, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Problem } from '#shared/contract/errors.ts'
import type { FetchWindow } from './grid-column.ts'
import { type Found, findNeighbour } from './neighbour.ts'
import { revealRow, rowsOf } from './row-access.ts'
import { ScrollAnchor } from './scroll-anchor.ts'
import { useRefresh } from './use-refresh.ts'
import { WindowSource } from './window-source.ts'

/** AG Grid takes a moment to follow a scroll that was set from outside. */
const AFTER_SCROLL_MS = 120

interface Options<Row> {
  readonly workspace: string
  readonly relations: readonly string[]
  readonly rowId: (row: Row) => string
  readonly fetch: FetchWindow<Row>
  readonly query: string
  readonly selected: string | undefined
  readonly onSelect: (row: Row, index: number) => void
  readonly onTotal: ((total: number) => void) | undefined
  readonly onWindow: ((rows: readonly Row[], offset: number) => void) | undefined
  readonly frame: RefObject<HTMLElement | null>
}

/** What goes on between AG Grid, the engine and the selection: loading, refreshing in place, and moving by key. */
export function useLazyGrid<Row>({ rowId, query, selected, frame, ...options }: Options<Row>) {
  const api = useRef<GridApi<Row>>(undefined)
  const anchor = useRef<ScrollAnchor>(undefined)
  /** A place that was asked for before its row had been loaded. */
  const wanted = useRef<number>(undefined)
  const place = useRef(-1)
  /** The column that had the focus before rows moved. */
  const held = useRef<Column>(undefined)
  /** Rows have changed while a cell was edited. */
  const isStale = useRef(false)
  const [total, setTotal] = useState<number>()
  const [problem, setProblem] = useState<Problem>()

  const fetchNow = useEffectEvent(options.fetch)
  const select = useEffectEvent((row: Row, index: number) => {
    wanted.current = undefined
    place.current = index
    if (rowId(row) !== selected) options.onSelect(row, index)
  })

  const showSelected = useEffectEvent(() => {
    const grid = api.current
    if (!grid || grid.isDestroyed() || isLoading(grid)) return
    const node = selected === undefined ? undefined : grid.getRowNode(selected)
    if (!node) {
      grid.deselectAll()
      return
    }
    if (!node.isSelected()) node.setSelected(true, true)
    place.current = node.rowIndex ?? place.current
    setTimeout(() => followFocus(), AFTER_SCROLL_MS)
  })

  /** AG Grid holds the focus to a place, and would scroll back to that place; ours is on a row, which moves. */
  const letGoOfFocus = () => {
    held.current ??= frame.current?.contains(document.activeElement) ? api.current?.getFocusedCell()?.column : undefined
    api.current?.clearFocusedCell()
  }
  const followFocus = useEffectEvent(() => {
    const grid = api.current
    if (!grid || grid.isDestroyed()) return
    const focused = frame.current?.contains(document.activeElement) ? grid.getFocusedCell() : undefined
    const column = held.current ?? focused?.column
    held.current = undefined
    const node = grid.getDisplayedRowAtIndex(place.current)
    const { top, bottom } = grid.getVerticalPixelRange()
    const inSight = node && (node.rowTop ?? -1) >= top && (node.rowTop ?? 0) + (node.rowHeight ?? 0) <= bottom
    if (inSight && column && focused?.rowIndex !== place.current) grid.setFocusedCell(place.current, column)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected is what the effect shows.
  useEffect(() => showSelected(), [selected])

  const arrived = useEffectEvent((rows: readonly Row[], all: number, offset: number) => {
    anchor.current?.settle(rows.map(rowId), offset, letGoOfFocus)
    setProblem(undefined)
    setTotal(all)
    options.onTotal?.(all)
    options.onWindow?.(rows, offset)
    showSelected()
    const row = wanted.current === undefined ? undefined : rows[wanted.current - offset]
    if (row && wanted.current !== undefined) select(row, wanted.current)
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new source is just what a new query means.
  const source = useMemo(
    () =>
      new WindowSource<Row>((request) => fetchNow(request), {
        onWindow: ({ rows, total: all }, offset) => arrived(rows, all, offset),
        onProblem: setProblem,
      }),
    [query],
  )

  const refresh = useEffectEvent(() => {
    const grid = api.current
    if (!grid || grid.isDestroyed()) return
    // Rows that move would take the open editor along.
    isStale.current = grid.getEditingCells().length > 0
    if (isStale.current) return
    anchor.current = ScrollAnchor.of(grid, frame.current)
    grid.refreshInfiniteCache()
  })
  useRefresh(options.workspace, options.relations, () => refresh())

  const reveal = (index: number) => {
    const grid = api.current
    grid?.ensureIndexVisible(index)
    const column = grid?.getFocusedCell()?.column ?? grid?.getAllDisplayedColumns()[0]
    if (column && frame.current?.contains(document.activeElement)) grid?.setFocusedCell(index, column)
  }
  const show = ({ row, index }: Found<Row>) => {
    select(row, index)
    reveal(index)
  }

  const neighbour = (step: 1 | -1, accept: (row: Row) => boolean): Promise<Found<Row> | undefined> => {
    const grid = api.current
    const here = place.current
    const rowAt = (index: number) => grid?.getDisplayedRowAtIndex(index)?.data
    const there = rowAt(here)
    // When the selected row has left the list, the next one has moved up into its place.
    const left = there !== undefined && rowId(there) !== selected
    const from = left && step === 1 ? here - 1 : here
    const { sort } = source
    return findNeighbour({ from, step, total: total ?? 0, rowAt, fetch: options.fetch, sort, accept })
  }

  const onCellFocused = ({ rowIndex }: CellFocusedEvent<Row>) => {
    if (rowIndex === null || rowIndex === undefined) return
    const row = api.current?.getDisplayedRowAtIndex(rowIndex)?.data
    if (row) select(row, rowIndex)
    else wanted.current = rowIndex
  }

  const move = (step: number) => {
    if (!total) return
    const index = Math.min(total - 1, Math.max(0, (wanted.current ?? place.current) + step))
    const row = api.current?.getDisplayedRowAtIndex(index)?.data
    if (row) select(row, index)
    else wanted.current = index
    reveal(index)
  }
  const rowsBetween = (first: number, last: number) => rowsOf(api.current, options.fetch, source.sort, first, last)
  const retry = () => {
    setProblem(undefined)
    api.current?.purgeInfiniteCache()
  }
  const ready = (grid: GridApi<Row>) => {
    api.current = grid
  }
  const onEditingStopped = () => {
    if (isStale.current) setTimeout(() => refresh())
  }
  return {
    api,
    source,
    total,
    problem,
    ready,
    show,
    move,
    neighbour,
    rowsBetween,
    revealId: (id: string) => revealRow(api.current, id),
    onCellFocused,
    onEditingStopped,
    retry,
  }
}

/** Between the windows of one refresh a row can be in two places; only after the last is it where it is. */
function isLoading(grid: GridApi): boolean {
  const blocks: Record<string, { readonly pageStatus: string }> = grid.getCacheBlockState() ?? {}
  return Object.values(blocks).some(({ pageStatus }) => pageStatus === 'loading' || pageStatus === 'needsLoading')
}
