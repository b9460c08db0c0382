import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { LazyGrid } from '#renderer/features/grid/lazy-grid.tsx'
import type { GridHandle } from '#renderer/features/grid/lazy-grid-props.ts'
import { useSettings } from '#renderer/features/settings/settings-store.ts'
import type { QueueRow } from '#shared/contract/review.ts'
import { isUndecided } from './decided-store.ts'
import { NothingWaits } from './nothing-open.tsx'
import { useListColumns, useTableColumns } from './queue-columns.tsx'
import { isFiltered, useQueueView } from './queue-store.ts'
import { queueRelations, useQueue } from './use-queue.ts'

interface Props {
  readonly workspace: string
  readonly layout: 'list' | 'table'
  readonly selected: string | undefined
  readonly onSelect: (row: QueueRow) => void
  readonly onOpen: (row: QueueRow) => void
  readonly onTotal: (total: number) => void
  readonly ref: Ref<GridHandle<QueueRow>>
}

/** Heights of a row of two lines, by density. Pixels. */
const twoLines = { compact: 46, normal: 52, comfortable: 60 } as const

/** What waits for a review, as a list beside the document or as a table. */
export function Queue({ workspace, layout, selected, onSelect, onOpen, onTotal, ref }: Props) {
  const { t } = useTranslation('review')
  const density = useSettings((state) => state.settings.density)
  const { fetch, query } = useQueue(workspace, layout)
  const listColumns = useListColumns(workspace)
  const tableColumns = useTableColumns()
  const isList = layout === 'list'
  const filtered = isFiltered(useQueueView(workspace))
  return (
    <LazyGrid
      key={layout}
      ref={ref}
      name={isList ? 'review.list' : 'review.table'}
      label={t('queue')}
      workspace={workspace}
      relations={queueRelations}
      columns={isList ? listColumns : tableColumns}
      rowId={documentIdOf}
      fetch={fetch}
      query={query}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      onTotal={onTotal}
      onWindow={(rows, offset) => {
        // Whoever comes to the desk sees the document that has waited longest at once.
        const first = isList && !selected && offset === 0 ? rows.find(isUndecided) : undefined
        if (first) onSelect(first)
      }}
      // Beside a list there is room to say it in.
      empty={isList && !filtered ? null : <NothingWaits workspace={workspace} />}
      {...(isList ? { listRowHeight: twoLines[density] } : {})}
    />
  )
}

function documentIdOf(row: QueueRow): string {
  return row.documentId
}
