import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { AgGridReact } from 'ag-grid-react'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useSettings } from '#renderer/features/settings/settings-store.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import { gridTheme } from '#renderer/theme/grid-theme.ts'
import { styleNonce } from '#renderer/theme/style-nonce.ts'
import { columnDefs } from './column-defs.tsx'
import { changeColumns, useColumnChoice } from './column-memory.ts'
import type { FetchWindow, GridColumn, SortBy } from './grid-column.ts'
import { registerGridModules } from './grid-modules.ts'
import classes from './lazy-grid.module.css'
import type { Found } from './neighbour.ts'
import { applySort, sortOf } from './sort-state.ts'
import { useGridLocale } from './use-grid-locale.ts'
import { useLazyGrid } from './use-lazy-grid.ts'

registerGridModules()

/** Rows of one fetched window. */
const BLOCK = 100
/** Windows kept: the list may be any length, the memory is not. */
const BLOCKS_KEPT = 10
/** The room of a thin scroll bar, in pixels: known even where bars float. It lies in the margin of the rows. */
const SCROLLBAR = 11

export interface GridHandle<Row> {
  /** Selects a row that was found and brings it into sight. */
  show(found: Found<Row>): void
  /** The nearest row before or after the selected one that is accepted. */
  neighbour(step: 1 | -1, accept: (row: Row) => boolean): Promise<Found<Row> | undefined>
}

interface Props<Row> {
  /** The name under which its columns are remembered: `review.queue`. */
  readonly name: string
  /** What the list is, for a screen reader. */
  readonly label: string
  readonly workspace: string
  /** Changes of these relations make the grid ask again. */
  readonly relations: readonly string[]
  readonly columns: readonly GridColumn<Row>[]
  readonly rowId: (row: Row) => string
  readonly fetch: FetchWindow<Row>
  /** Everything that `fetch` depends on, as text: another query starts the list anew from its top. */
  readonly query: string
  /** The order of the rows, where it is somebody else's matter; else the headers alone know it. */
  readonly sort?: readonly SortBy[]
  readonly onSort?: (sort: readonly SortBy[]) => void
  readonly selected: string | undefined
  readonly onSelect: (row: Row, index: number) => void
  readonly onOpen?: (row: Row) => void
  readonly onTotal?: (total: number) => void
  /** After rows have come in, for whoever wants to choose among them. */
  readonly onWindow?: (rows: readonly Row[], offset: number) => void
  /** Instead of the rows when there are none. */
  readonly empty: ReactNode
  /** Without a header and with rows of this height it is a list. */
  readonly listRowHeight?: number
  readonly ref?: Ref<GridHandle<Row>>
}

/** A list of any length of which only what is in sight is loaded. */
export function LazyGrid<Row>({ name, label, columns, onOpen, empty, listRowHeight, ref, ...rest }: Props<Row>) {
  const { sort, onSort } = rest
  const density = useSettings((state) => state.settings.density)
  const choice = useColumnChoice(name)
  const localeText = useGridLocale()
  const { t } = useTranslation()
  const text = useProblemText()
  const [firstSort] = useState(sort)
  const defs = useMemo(() => columnDefs(columns, choice, firstSort), [columns, choice, firstSort])
  const theme = useMemo(() => gridTheme(density), [density])
  const frame = useRef<HTMLDivElement>(null)
  const grid = useLazyGrid<Row>({ ...rest, onTotal: rest.onTotal, onWindow: rest.onWindow, frame })

  const { show, neighbour, move } = grid
  useImperativeHandle(ref, () => ({ show, neighbour }))
  usePageKeys([
    { keys: 'J', run: () => move(1), repeats: true },
    { keys: 'K', run: () => move(-1), repeats: true },
  ])
  useEffect(() => grid.api.current?.setGridAriaProperty('label', label), [grid.api, label])
  useEffect(() => {
    if (sort && grid.api.current) applySort(grid.api.current, sort)
  }, [grid.api, sort])

  return (
    <div ref={frame} className={classes.frame} data-list={listRowHeight ? '' : undefined}>
      <AgGridReact<Row>
        className={classes.grid ?? ''}
        theme={theme}
        {...(styleNonce ? { styleNonce } : {})}
        rowModelType="infinite"
        datasource={grid.source}
        cacheBlockSize={BLOCK}
        maxBlocksInCache={BLOCKS_KEPT}
        blockLoadDebounceMillis={20}
        columnDefs={defs}
        getRowId={({ data }) => rest.rowId(data)}
        rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: false }}
        {...(listRowHeight ? { rowHeight: listRowHeight, headerHeight: 0 } : {})}
        localeText={localeText}
        scrollbarWidth={SCROLLBAR}
        suppressDragLeaveHidesColumns
        suppressOverlays={['loading', 'noRows', 'noMatchingRows']}
        animateRows={false}
        onGridReady={({ api }) => {
          grid.ready(api)
          api.setGridAriaProperty('label', label)
        }}
        onCellFocused={grid.onCellFocused}
        onCellKeyDown={({ event, data }) => {
          if (event instanceof KeyboardEvent && event.key === 'Enter' && data) onOpen?.(data)
        }}
        onRowDoubleClicked={({ data }) => data && onOpen?.(data)}
        onSortChanged={({ api }) => {
          const now = sortOf(api)
          if (sort && JSON.stringify(now) !== JSON.stringify(sort)) onSort?.(now)
        }}
        onColumnResized={({ finished, source, columns: resized }) => {
          if (!finished || source !== 'uiColumnResized' || !resized) return
          const widths = Object.fromEntries(resized.map((column) => [column.getColId(), column.getActualWidth()]))
          changeColumns(name, { widths: { ...choice.widths, ...widths } })
        }}
        onColumnMoved={({ finished, api }) => {
          if (finished) changeColumns(name, { order: api.getColumnState().map(({ colId }) => colId) })
        }}
      />
      {grid.total === 0 && !grid.problem && <div className={classes.over}>{empty}</div>}
      {grid.problem && (
        <div className={classes.over} role="alert">
          <EmptyState icon={<IconAlertTriangle size={26} stroke={1.4} aria-hidden="true" />} title={text(grid.problem)}>
            <Button size="compact-sm" mt={6} onClick={grid.retry}>
              {t('retry')}
            </Button>
          </EmptyState>
        </div>
      )}
    </div>
  )
}
