import { IconLayoutGrid } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { ListSkeleton } from '#renderer/components/list-skeleton.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import { CellPanel } from './cell-panel.tsx'
import { PlanMatrix } from './plan-matrix.tsx'
import { planRows } from './plan-rows.ts'
import classes from './plans.module.css'

const relations = ['plan_features', 'org_subscriptions', 'products', 'prices'].map((table) => `public.${table}`)

/** What each plan allows, side by side; a cell tells whom it concerns, and is changed there. */
export function PlansDesk() {
  const { t } = useTranslation('plans')
  const navigate = useNavigate()
  const workspace = useWorkspace()
  const { plan, feature } = useParams()
  const { data, problem, slow, reload } = useCall(`plans/${workspace}`, () => api.plans.get({ workspace }), {
    workspace,
    relations,
  })
  const selected = plan && feature && `${plan}/${feature}`
  const close = () => void navigate(paths.plans(workspace), { replace: true })
  usePageKeys([{ keys: 'Escape', run: close }])
  const row = data && planRows(data).find(({ id }) => id === feature)
  const cell = row?.cells.find((one) => one?.plan === plan)
  return (
    <Page title={t('title')} note={data && t(data.mayChange ? 'note' : 'onlySuper')}>
      {problem && !data && (
        <div className={classes.problem}>
          <ProblemNote problem={problem} onRetry={reload} />
        </div>
      )}
      {slow && <ListSkeleton />}
      {data && data.cells.length === 0 && (
        <EmptyState
          icon={<IconLayoutGrid size={28} stroke={1.4} aria-hidden="true" />}
          title={t('empty.title')}
          hint={t('empty.hint')}
        />
      )}
      {data && data.cells.length > 0 && (
        <div className={classes.desk}>
          <div className={classes.scroll}>
            <PlanMatrix
              matrix={data}
              selected={selected || undefined}
              onSelect={(place) => void navigate(paths.plans(workspace, place), { replace: selected !== undefined })}
            />
          </div>
          {row && cell ? (
            <CellPanel
              key={selected}
              workspace={workspace}
              row={row}
              cell={cell}
              organizations={data.plans.find(({ name }) => name === plan)?.organizations ?? 0}
              mayChange={data.mayChange}
              onSaved={reload}
              onClose={close}
            />
          ) : (
            <p className={classes.hint}>{t('hint')}</p>
          )}
        </div>
      )}
    </Page>
  )
}
