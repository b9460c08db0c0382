import { SegmentedControl } from '@mantine/core'
import { IconLayoutSidebar, IconTable } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { Page } from '#renderer/components/page.tsx'
import { PageSearch } from '#renderer/components/page-search.tsx'
import { toastProblem } from '#renderer/components/toast.ts'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { ColumnsMenu } from '#renderer/features/grid/columns-menu.tsx'
import type { GridHandle } from '#renderer/features/grid/lazy-grid-props.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import type { QueueRow } from '#shared/contract/review.ts'
import { isUndecided } from './decided-store.ts'
import classes from './desk.module.css'
import { DocumentReview } from './document-review.tsx'
import { toastLateFailure } from './late-failure.tsx'
import { NothingOpen } from './nothing-open.tsx'
import { Queue } from './queue.tsx'
import { useTableColumns } from './queue-columns.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { changeQueueView, useQueueView } from './queue-store.ts'
import { lastDecided, undoDecision } from './undo-decision.ts'
import { useDecision } from './use-decision.ts'

/** The review desk: the queue, the document, the decision. */
export function ReviewDesk() {
  const { t } = useTranslation('review')
  const format = useFormat()
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { documentId } = useParams()
  const view = useQueueView(workspace)
  const layout = documentId ? 'list' : view.layout
  const [total, setTotal] = useState<number>()
  const [row, setRow] = useState<QueueRow>()
  const [done, setDone] = useState(false)
  const queue = useRef<GridHandle<QueueRow>>(null)
  const tableColumns = useTableColumns()

  const open = (id: string | undefined) => void navigate(paths.review(workspace, id), { replace: true })
  const next = async () => {
    const found = (await queue.current?.neighbour(1, isUndecided)) ?? (await queue.current?.neighbour(-1, isUndecided))
    setDone(!found)
    if (found) queue.current?.show(found)
    else open(undefined)
  }
  const onScreen = useRef(documentId)
  useEffect(() => {
    onScreen.current = documentId
  }, [documentId])
  const decision = useDecision({
    workspace,
    isOpen: (id) => onScreen.current === id,
    onNext: () => void next().catch(toastProblem),
    onLateFailure: (id, problem) => toastLateFailure(workspace, id, problem),
  })
  const undoLast = async () => {
    const id = lastDecided(workspace)
    if (id && (await undoDecision(workspace, id))) open(id)
  }
  usePageKeys([
    { keys: 'Z', run: () => void undoLast().catch(toastProblem) },
    { keys: 'Escape', run: () => view.layout === 'table' && open(undefined) },
  ])

  const showAs = (to: 'list' | 'table') => {
    changeQueueView(workspace, { layout: to })
    open(undefined)
  }
  const list = (
    <Queue
      ref={queue}
      workspace={workspace}
      layout={layout}
      selected={documentId ?? (layout === 'table' ? row?.documentId : undefined)}
      onSelect={(selected) => {
        setRow(selected)
        if (layout === 'list') open(selected.documentId)
      }}
      onOpen={(opened) => open(opened.documentId)}
      onTotal={setTotal}
    />
  )
  return (
    <Page
      title={t('title')}
      note={total === undefined ? undefined : t('waiting', { count: total, number: format.number(total) })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('layout.label')}
          value={layout}
          onChange={(to) => showAs(to === 'table' ? 'table' : 'list')}
          data={[
            { value: 'list', label: <LayoutIcon icon={IconLayoutSidebar} name={t('layout.list')} /> },
            { value: 'table', label: <LayoutIcon icon={IconTable} name={t('layout.table')} /> },
          ]}
        />
      }
      search={
        <PageSearch
          label={t('search')}
          value={view.search}
          onChange={(search) => changeQueueView(workspace, { search })}
        />
      }
    >
      <div className={classes.desk} data-layout={layout}>
        <div className={classes.queue}>
          <QueueFilters workspace={workspace} layout={layout}>
            {layout === 'table' && <ColumnsMenu grid="review.table" columns={tableColumns} />}
          </QueueFilters>
          <div className={classes.rows}>{list}</div>
        </div>
        {layout === 'list' &&
          (documentId ? (
            <DocumentReview
              key={documentId}
              workspace={workspace}
              documentId={documentId}
              row={row?.documentId === documentId ? row : undefined}
              decision={decision}
            />
          ) : (
            <NothingOpen workspace={workspace} total={total} done={done} />
          ))}
      </div>
    </Page>
  )
}

function LayoutIcon({ icon: Icon, name }: { readonly icon: typeof IconTable; readonly name: string }) {
  return (
    <span className={classes.layoutIcon} title={name}>
      <Icon size={15} stroke={1.7} aria-hidden="true" />
      <span className={classes.readersOnly}>{name}</span>
    </span>
  )
}
