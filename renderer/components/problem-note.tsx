import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ErrorCode, Problem } from '#shared/contract/errors.ts'
import { useProblemText } from '../i18n/problem-text.ts'
import classes from './problem-note.module.css'

/** What passes by itself: nothing is broken and nothing is asked of the person. */
const passing: ReadonlySet<ErrorCode> = new Set(['offline', 'unreachable', 'timeout', 'rate_limited', 'workspace_busy'])

interface Props {
  readonly problem: Problem
  /** Shows a button that tries again. */
  readonly onRetry?: () => void
  /** Better words for this place than the problem's own. */
  readonly words?: string | undefined
}

/** What went wrong, in place of the content that could not be shown or beside the action that failed. */
export function ProblemNote({ problem, onRetry, words }: Props) {
  const { t } = useTranslation()
  const text = useProblemText()
  const calm = passing.has(problem.code)
  const Shape = calm ? IconCloudOff : IconAlertTriangle
  return (
    <div className={classes.note} data-calm={calm || undefined} role={calm ? 'status' : 'alert'}>
      <Shape size={16} stroke={1.8} aria-hidden="true" />
      <p>{words ?? text(problem)}</p>
      {onRetry && (
        <Button size="compact-sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
