import { Progress as Bar, Button, Switch } from '@mantine/core'
import { IconClockExclamation, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { StateMark } from '../../components/state-mark.tsx'
import { useFormat } from '../../i18n/format.ts'
import { paths } from '../../routes/paths.ts'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { endsSession, SignInAgain } from '../sign-in/sign-in-again.tsx'
import { LastPulled } from './last-pulled.tsx'
import { ScopeTable } from './scope-table.tsx'
import { ServerChange } from './server-change.tsx'
import { StateIcon } from './state-icon.tsx'
import { useStatus } from './status-store.ts'
import classes from './sync-page.module.css'
import { stateWords } from './sync-words.ts'
import { setWorkOffline } from './work-offline.ts'

/** How this computer and the server stand to each other, in full, and what a person can do about it. */
export function SyncPage() {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const workspace = useWorkspace()
  const status = useStatus(workspace)
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  if (!status) return null

  async function syncNow() {
    setBusy(true)
    setProblem(undefined)
    try {
      await api.sync.now({ workspace })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  const { progress, clockAhead } = status
  const shown = problem ?? status.problem
  return (
    <Page
      title={t('page.title')}
      note={stateWords(t, format, status)}
      actions={
        <Button
          leftSection={<IconRefresh size={15} stroke={1.8} />}
          loading={busy}
          disabled={status.workOffline}
          onClick={syncNow}
        >
          {t('page.now')}
        </Button>
      }
    >
      <div className={classes.page}>
        {shown && <ProblemNote problem={shown} />}
        {clockAhead !== null && (
          <p className={classes.clock} role="status">
            <IconClockExclamation size={16} stroke={1.8} aria-hidden="true" />
            {t(clockAhead > 0 ? 'page.clock.ahead' : 'page.clock.behind', { span: format.span(Math.abs(clockAhead)) })}
          </p>
        )}
        {shown && endsSession(shown) && status.person && <SignInAgain workspace={workspace} person={status.person} />}
        {shown?.code === 'server_replaced' && <ServerChange workspace={workspace} />}
        {status.journal && <p role="status">{t(`journal.${status.journal.kind}`, status.journal)}</p>}
        <dl className={classes.facts}>
          <dt>{t('page.state')}</dt>
          <dd className={classes.state}>
            <StateIcon state={status.state} size={16} />
            {stateWords(t, format, status)}
            {progress && progress.rows.total > 0 && (
              <Bar
                w={160}
                size="xs"
                value={(100 * progress.rows.done) / progress.rows.total}
                aria-label={t('page.progress')}
              />
            )}
          </dd>
          {status.serverVersion && (
            <>
              <dt>{t('page.version')}</dt>
              <dd>{t(`version.${status.serverVersion}`)}</dd>
            </>
          )}
          <dt>{t('page.pulled')}</dt>
          <dd>
            <LastPulled workspace={workspace} status={status} />
          </dd>
          <dt>{t('page.changes')}</dt>
          <dd>{t(status.hinted ? 'page.hinted' : 'page.asked')}</dd>
          <dt>{t('page.toSend')}</dt>
          <dd>
            <Link to={paths.outbox(workspace)}>
              {status.pending > 0 ? (
                <StateMark state="pending" look="plain" label={t('pending', { count: status.pending })} />
              ) : (
                t('nothingToSend')
              )}
            </Link>
          </dd>
          <dt>{t('page.forYou')}</dt>
          <dd className={classes.state}>
            {status.conflicts + status.rejected === 0 && t('page.nothingForYou')}
            {status.conflicts > 0 && (
              <Link to={paths.conflicts(workspace)}>
                <StateMark state="conflict" look="plain" label={t('conflicts', { count: status.conflicts })} />
              </Link>
            )}
            {status.rejected > 0 && (
              <Link to={paths.conflicts(workspace)}>
                <StateMark state="rejected" look="plain" label={t('rejected', { count: status.rejected })} />
              </Link>
            )}
          </dd>
          <dt>{t('page.here')}</dt>
          <dd>
            {t('rows', { count: status.rows, shown: format.number(status.rows) })}
            {' · '}
            {t('files', { count: status.files, shown: format.number(status.files) })}
          </dd>
        </dl>
        <Switch
          checked={status.workOffline}
          onChange={(event) => setWorkOffline(workspace, event.currentTarget.checked)}
          label={t('workOffline')}
          description={t('workOfflineHint')}
        />
        {status.ready && <ScopeTable workspace={workspace} />}
      </div>
    </Page>
  )
}
