import { Progress as Bar } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DemoState } from '#shared/contract/demo.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useTitle } from '../../components/use-title.ts'
import { useFormat } from '../../i18n/format.ts'
import { manifestOf } from '../workspaces/systems.ts'
import type { WorkspaceItem } from '../workspaces/workspaces-store.ts'
import classes from './demo-start.module.css'

/** Where each phase ends on the bar, in percent: the rows take most of the time. A bar with nothing in it looks like none. */
const BEGINS = 3
const ENDS = { database: 10, schema: 25, rows: 100 } as const

interface Props {
  readonly workspace: WorkspaceItem
  readonly state: DemoState & { readonly state: 'starting' | 'failed' }
  readonly onRetry: () => void
}

/** In place of the sign-in page while the other side of a demo is being started. */
export function DemoStart({ workspace, state, onRetry }: Props) {
  const { t } = useTranslation('demo')
  const title = t(state.state === 'failed' ? 'titleFailed' : 'title', {
    workspace: manifestOf(workspace.system)?.name ?? workspace.name,
  })
  useTitle(title)
  return (
    <main className={classes.page} id="page" tabIndex={-1}>
      <div className={classes.block}>
        <h1>{title}</h1>
        {state.state === 'starting' && <p className={classes.hint}>{t('hint')}</p>}
        {state.state === 'starting' ? (
          <Going title={title} state={state} />
        ) : (
          <ProblemNote
            problem={{ code: 'server_error', message: state.reason ?? '' }}
            words={state.reason === null ? t('nobody') : t('failed', { reason: state.reason })}
            onRetry={onRetry}
          />
        )}
      </div>
    </main>
  )
}

function Going({ title, state }: { readonly title: string; readonly state: DemoState & { state: 'starting' } }) {
  const { t } = useTranslation('demo')
  const format = useFormat()
  const { phase, done, total } = state
  const from = phase === 'database' ? BEGINS : phase === 'schema' ? ENDS.database : ENDS.schema
  const share = from + (ENDS[phase] - from) * Math.min(1, done / Math.max(1, total))
  return (
    <>
      <Bar value={share} size="sm" aria-label={title} animated={false} />
      <p className={classes.phase}>
        <span role="status">{t(`phase.${phase}`)}</span>
        {phase === 'rows' && (
          <span className={classes.soft}>
            {t('rowsOf', { done: format.number(Math.min(done, total)), total: format.number(total) })}
          </span>
        )}
      </p>
    </>
  )
}
