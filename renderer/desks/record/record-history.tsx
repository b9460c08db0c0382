import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { StateMark } from '#renderer/components/state-mark.tsx'
import { When } from '#renderer/components/when.tsx'
import { markOf } from '#renderer/features/entries/entry-state.ts'
import { useEntryWords } from '#renderer/features/entries/entry-words.ts'
import { ValueChanges } from '#renderer/features/entries/value-changes.tsx'
import { paths } from '#renderer/routes/paths.ts'
import classes from './record.module.css'

interface Props {
  readonly workspace: string
  readonly relation: string
  readonly recordKey: string
}

/** What happened to a row: decided on this computer, and in the product's own log. */
export function RecordHistory({ workspace, relation, recordKey }: Props) {
  const { t } = useTranslation('record')
  const words = useEntryWords(workspace)
  const { data, problem, reload } = useCall(
    `history/${workspace}/${relation}/${recordKey}`,
    () => api.record.history({ workspace, relation, key: recordKey }),
    { workspace },
  )
  const isEmpty = data && data.entries.length === 0 && data.log.length === 0
  return (
    <section className={classes.section} aria-label={t('history')}>
      <h2>{t('history')}</h2>
      {problem && !data && <ProblemNote problem={problem} onRetry={reload} />}
      {isEmpty && <p className={classes.soft}>{t('noHistory')}</p>}
      <ol className={classes.history}>
        {data?.entries.map((entry) => {
          const mark = markOf(entry.state)
          return (
            <li key={entry.id}>
              <Link to={paths.outbox(workspace, entry.id)}>{words(entry).what}</Link>
              {mark && <StateMark state={mark} look="plain" />}
              <When at={entry.madeAt} />
            </li>
          )
        })}
        {data?.log.map((item) => (
          <li key={`${item.at} ${item.action}`}>
            <span>
              {item.action}
              {item.actor && <span className={classes.soft}> · {item.actor}</span>}
            </span>
            <When at={item.at} />
            <ValueChanges before={item.before} after={item.after} />
          </li>
        ))}
      </ol>
    </section>
  )
}
