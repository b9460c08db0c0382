import { Progress as Bar, Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Status } from '#shared/contract/sync.ts'
import { api } from '../../bridge/api.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { toastProblem } from '../../components/toast.ts'
import { useTitle } from '../../components/use-title.ts'
import { useFormat } from '../../i18n/format.ts'
import { endsSession, SignInAgain } from '../sign-in/sign-in-again.tsx'
import { manifestOf, tableWords } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'
import classes from './first-sync.module.css'
import { ServerChange } from './server-change.tsx'
import { setWorkOffline } from './work-offline.ts'

interface Props {
  readonly workspace: string
  readonly status: Status
}

/** What is under way: a copy that is there is opened, or built again, and else made for the first time. */
function workOf({ progress, lastPulledAt }: Status): 'open' | 'rebuild' | 'copy' {
  if (progress?.phase === 'rebuild') return 'rebuild'
  return progress?.phase === 'opening' || lastPulledAt !== null ? 'open' : 'copy'
}

/** The first copy of the rows to this computer, as it really goes on. The desks open by themselves at its end. */
export function FirstSync({ workspace, status }: Props) {
  const { t } = useTranslation('sync')
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const work = workOf(status)
  const title = t(`first.title.${work}`, { workspace: manifest?.name ?? workspace })
  useTitle(title)

  return (
    <main className={classes.page} id="page" tabIndex={-1}>
      <div className={classes.block}>
        <h1>{title}</h1>
        <p className={classes.hint}>{t(`first.hint.${work}`)}</p>
        {!status.workOffline && <Going title={title} workspace={workspace} progress={status.progress} />}
        {status.problem && (
          <ProblemNote problem={status.problem} onRetry={() => void api.sync.now({ workspace }).catch(toastProblem)} />
        )}
        {status.problem && endsSession(status.problem) && status.person && (
          <SignInAgain workspace={workspace} person={status.person} />
        )}
        {status.problem?.code === 'server_replaced' && <ServerChange workspace={workspace} />}
        {status.workOffline && (
          <div className={classes.offline}>
            <p>{t('first.chosenOffline')}</p>
            <Button variant="filled" onClick={() => setWorkOffline(workspace, false)}>
              {t('goOnline')}
            </Button>
          </div>
        )}
      </div>
    </main>
  )
}

interface GoingProps {
  readonly title: string
  readonly workspace: string
  readonly progress: Status['progress']
}

/** How far it is: a bar, and the figures behind it. */
function Going({ title, workspace, progress }: GoingProps) {
  const { t, i18n } = useTranslation('sync')
  const format = useFormat()
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const relation = progress?.relation
  const table = relation ? tableWords(manifest, relation, i18n.language) : ''
  const share = progress && progress.rows.total > 0 ? Math.min(1, progress.rows.done / progress.rows.total) : 0
  return (
    <>
      <Bar value={share * 100} size="sm" aria-label={title} animated={false} />
      <dl className={classes.facts} aria-live="off">
        <dt>{t('first.table')}</dt>
        <dd>
          {progress ? table || t(`phase.${progress.phase}`) : t('phase.opening')}
          {progress && progress.tables.total > 0 && (
            <span className={classes.soft}> · {t('first.tableOf', progress.tables)}</span>
          )}
        </dd>
        <dt>{t('first.rows')}</dt>
        <dd>
          {t('first.rowsOf', {
            done: format.number(progress?.rows.done ?? 0),
            total: format.number(progress?.rows.total ?? 0),
          })}
        </dd>
        <dt>{t('first.bytes')}</dt>
        <dd>{format.bytes(progress?.bytes ?? 0)}</dd>
        <dt>{t('first.left')}</dt>
        <dd>{progress?.secondsLeft == null ? t('first.unknown') : format.span(progress.secondsLeft * 1_000)}</dd>
      </dl>
    </>
  )
}
