import { Tooltip } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLink } from '../../bridge/link-store.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { paths } from '../../routes/paths.ts'
import { LastPulled } from './last-pulled.tsx'
import { StateIcon } from './state-icon.tsx'
import classes from './status-line.module.css'
import { useStatus } from './status-store.ts'
import { stateWords } from './sync-words.ts'
import { UndoButton } from './undo-button.tsx'

/** The line at the bottom that is always true. Each part leads to what it says. */
export function StatusLine({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const problemText = useProblemText()
  const status = useStatus(workspace)
  const up = useLink((link) => link.up)
  if (!up)
    return (
      <section className={`o-screen-only ${classes.line}`} aria-label={t('line')}>
        <span className={classes.noEngine} role="status">
          <IconPlugConnectedX size={15} stroke={1.8} aria-hidden="true" />
          {t('noEngine')}
        </span>
      </section>
    )
  if (!status) return <section className={`o-screen-only ${classes.line}`} aria-label={t('line')} />
  const { state, pending, conflicts, rejected } = status
  const waiting = pending > 0 ? t(state === 'offline' ? 'savedHere' : 'pending', { count: pending }) : undefined
  return (
    <section className={`o-screen-only ${classes.line}`} aria-label={t('line')}>
      <div className={classes.group} role="status">
        <Tooltip
          label={status.problem ? problemText(status.problem) : ''}
          disabled={!status.problem}
          maw={360}
          multiline
        >
          <Link to={paths.sync(workspace)} className={classes.state}>
            <StateIcon state={state} />
            {stateWords(t, format, status)}
          </Link>
        </Tooltip>
        {waiting ? (
          <Link to={paths.outbox(workspace)}>
            <StateMark state={state === 'offline' ? 'saved' : 'pending'} look="plain" label={waiting} />
          </Link>
        ) : (
          status.ready && <Link to={paths.outbox(workspace)}>{t('nothingToSend')}</Link>
        )}
        {conflicts > 0 && (
          <Link to={paths.conflicts(workspace)}>
            <StateMark state="conflict" look="plain" label={t('conflicts', { count: conflicts })} />
          </Link>
        )}
        {rejected > 0 && (
          <Link to={paths.conflicts(workspace)}>
            <StateMark state="rejected" look="plain" label={t('rejected', { count: rejected })} />
          </Link>
        )}
      </div>
      <LastPulled workspace={workspace} status={status} />
      <div className={classes.end}>
        {status.person && (
          <Link to={paths.sync(workspace)} className={classes.here}>
            {t('rows', { count: status.rows, shown: format.number(status.rows) })}
            {' · '}
            {t('files', { count: status.files, shown: format.number(status.files) })}
            <span className={classes.wide}> {t('here')}</span>
          </Link>
        )}
        {status.person && <UndoButton workspace={workspace} />}
      </div>
    </section>
  )
}
