import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { useAuditWords } from '#renderer/features/linkdev/use-audit-words.ts'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import classes from './audit.module.css'
import { BeforeAfter } from './before-after.tsx'

interface Props {
  readonly workspace: string
  readonly id: string
  readonly onClose: () => void
}

const relations = ['public.audit_logs']

/** One entry of the log: who did what to which row, and each field before and after. */
export function EntryPanel({ workspace, id, onClose }: Props) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const words = useLinkdevWords()
  const audit = useAuditWords()
  const { data, problem, reload } = useCall(`audit/${workspace}/${id}`, () => api.audit.get({ workspace, id }), {
    workspace,
    relations,
  })
  const record = (relation: string, key: string) => paths.record(workspace, relation, JSON.stringify([key]))
  return (
    <aside className={classes.panel} aria-label={t('one')}>
      <div className={classes.head}>
        <h2>{data ? words.action(data.action) : t('one')}</h2>
        {data?.mark && <StateMark state={data.mark} />}
        <CloseButton size="sm" ml="auto" aria-label={t('close')} aria-keyshortcuts="Escape" onClick={onClose} />
      </div>
      {problem && !data && <ProblemNote problem={problem} onRetry={reload} />}
      {data && (
        <>
          <dl className={classes.facts}>
            <dt>{t('column.subject')}</dt>
            <dd>{audit.about(data)}</dd>
            <dt>{t('column.actor')}</dt>
            <dd>
              {data.actor ? (
                <Link className={classes.link} to={record('public.users', data.actor.id)}>
                  {audit.actor(data)}
                </Link>
              ) : (
                audit.actor(data)
              )}{' '}
              <span className={classes.soft}>{words.actorType(data.actorType)}</span>
            </dd>
            <dt>{t('column.at')}</dt>
            <dd>
              <time dateTime={data.at}>{format.exact(data.at)}</time>
            </dd>
            {data.organization && (
              <>
                <dt>{t('column.organization')}</dt>
                <dd>
                  <Link className={classes.link} to={paths.organization(workspace, data.organization.id)}>
                    {data.organization.name ?? data.organization.id}
                  </Link>
                </dd>
              </>
            )}
            <dt>{t('row')}</dt>
            <dd>
              {audit.table(data.entityType)}{' '}
              <Link className={classes.mono} to={record(`public.${data.entityType}`, data.entityId)}>
                {data.entityId.slice(0, 8)}
              </Link>
            </dd>
          </dl>
          <BeforeAfter workspace={workspace} change={data} />
        </>
      )}
    </aside>
  )
}
