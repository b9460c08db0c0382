import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#renderer/i18n/problem-text.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { Place } from './place-of.ts'
import classes from './sql.module.css'

interface Props {
  readonly problem: Problem
  readonly place: Place | undefined
  readonly onShow: () => void
  readonly onAllTheSame: () => void
}

/** What is wrong with a query, in the database's own words, and where. */
export function SqlProblem({ problem, place, onShow, onAllTheSame }: Props) {
  const { t } = useTranslation('sql')
  const text = useProblemText()
  // The database knows the query best; everything else has words of ours.
  const words = problem.code === 'refused' && problem.reason === undefined ? problem.message : text(problem)
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      <p>
        {place && <strong>{t('at', { line: place.line, column: place.column })}: </strong>}
        {words}
      </p>
      {place && (
        <Button size="compact-sm" onClick={onShow}>
          {t('show')}
        </Button>
      )}
      {problem.reason === 'sql.long' && (
        <Button size="compact-sm" onClick={onAllTheSame}>
          {t('allTheSame')}
        </Button>
      )}
    </div>
  )
}
