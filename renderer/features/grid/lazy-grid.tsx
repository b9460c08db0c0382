import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { useSettings } from '#renderer/features/settings/settings-store.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import { gridTheme } from '#renderer/theme/grid-theme.ts'
import { styleNonce } from '#renderer/theme/style-nonce.ts'
import { columnDefs } from './column-defs.tsx'
import { changeColumns, useColumnChoice } from './column-memory.ts'
import { registerGridModules } from './grid-modules.ts'
import classes from './lazy-grid.module.css'
import type { LazyGridProps } from './lazy-grid-props.ts'
import { applySort, sortOf } from './sort-state.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridLocale } from './use-grid-locale.ts'
import { useLazyGrid } from './use-lazy-grid.ts'

registerGridModules()

/** Rows of one fetched window. */
const BLOCK = 100
/** Windows kept: the list may be any length, the memory is not. */
const BLOCKS_KEPT = 10
/** The room of a thin scroll bar, in pixels: known even where bars float. It lies in the margin of the rows. */
const SCROLLBAR = 11

/** A list of any length of which only what is in sight is loaded. */
export function LazyGrid<Row>({
  name,
  label,
  columns,
  onOpen,
  empty,
  listRowHeight,
  ref,
  ...rest
}: LazyGridProps<Row>) {
  const { sort, onSort } = rest
  const density = useSettings((state) => state.settings.density)
  const choice = useColumnChoice(name)
  const localeText = useGridLocale()
  const { t } = useTranslation()
  const { t: words } = useTranslation('grid')
  const format = useFormat()
  const text = useProblemText()
  const [firstSort] = useState(sort)
  const theme = useMemo(() => gridTheme(density), [density])
  const frame = useRef<HTMLDivElement>(null)
  const grid = useLazyGrid<Row>({ ...rest, onTotal: rest.onTotal, onWindow: rest.onWindow, frame })

  const { show, neighbour, move, rowsBetween } = grid
  const keys = useGridKeys({ ...rest, columns, onOpen, grid, frame })
  const { range } = keys
  const defs = useMemo(
    () => columnDefs(columns, choice, firstSort, range.rules),
    [columns, choice, firstSort, range.rules],
  )
  useImperativeHandle(ref, () => ({
    show,
    neighbour,
    rowsBetween,
    reveal: grid.revealId,
    stopEditing: () => grid.api.current?.stopEditing(),
  }))
  usePageKeys([
    { keys: 'J', run: () => move(1), repeats: true },
    { keys: 'K', run: () => move(-1), repeats: true },
  ])
  useEffect(() => grid.api.current?.setGridAriaProperty('label', label), [grid.api, label])
  useEffect(() => {
    if (sort && grid.api.current) applySort(grid.api.current, sort)
  }, [grid.api, sort])

  return (
    <div ref={frame} className={classes.frame} data-list={listRowHeight ? '' : undefined} {...keys.frame}>
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
        {...keys.grid}
        enterNavigatesVerticallyAfterEdit
        stopEditingWhenCellsLoseFocus
        onCellEditingStopped={grid.onEditingStopped}
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
      <div role="status" className={classes.readersOnly}>
        {range.count > 0 && words('cellsSelected', { count: range.count, number: format.number(range.count) })}
      </div>
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
