import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import classes from './problem-note.module.css'

interface Props {
  readonly problem: Problem
  /** Shows a button that tries again. */
  readonly onRetry?: () => void
}

/** What went wrong, in place of the content that could not be shown or beside the action that failed. */
export function ProblemNote({ problem, onRetry }: Props) {
  const { t } = useTranslation()
  const text = useProblemText()
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <p>{text(problem)}</p>
      {onRetry && (
        <Button size="compact-sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
