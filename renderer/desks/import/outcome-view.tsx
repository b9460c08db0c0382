import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './import.module.css'
import { ProblemList } from './problem-list.tsx'
import type { Outcome } from './use-import.ts'

interface Props {
  readonly id: string
  readonly workspace: string
  readonly relation: string
  readonly outcome: Outcome
  /** Rows of the file. */
  readonly total: number
}

const parts = ['inserts', 'updates', 'same', 'bad'] as const

/** What a check found, or an import did, in numbers and then row by row. */
export function OutcomeView({ id, workspace, relation, outcome, total }: Props) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const counted = (count: number) => ({ count, number: format.number(count) })
  const { isDone, rows, lines, stopped, leftToServer, doubles, problems, totalProblems } = outcome
  const title = isDone ? t('did', counted(outcome.inserts + outcome.updates)) : t('would', counted(rows))
  return (
    <>
      <div className={classes.outcome} role="status">
        <strong>{title}</strong>
        {parts
          .filter((part) => outcome[part] > 0)
          .map((part) => (
            <span key={part} className={classes.part} data-part={part}>
              {t(part, counted(outcome[part]))}
            </span>
          ))}
      </div>
      {stopped && (
        <p className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          {t('stopped', { rows: format.number(rows), total: format.number(total) })}{' '}
          {isDone && lines && t('stoppedLines', { first: format.number(lines.first), last: format.number(lines.last) })}
        </p>
      )}
      {leftToServer > 0 && <p className={classes.soft}>{t('leftToServer', counted(leftToServer))}</p>}
      {doubles && !isDone && (
        <p className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          {t('doubles')}
        </p>
      )}
      {totalProblems > 0 && (
        <ProblemList id={id} workspace={workspace} relation={relation} problems={problems} total={totalProblems} />
      )}
    </>
  )
}
