import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../components/problem-note.tsx'
import classes from './demo-start.module.css'
import type { DemoCloud } from './use-demo-cloud.ts'

/** Above the pages of a demo that works on without its cloud: why that did not start. */
export function DemoNote({ state, retry }: DemoCloud) {
  const { t } = useTranslation('demo')
  if (state?.state !== 'failed') return null
  return (
    <div className={classes.note}>
      <ProblemNote
        problem={{ code: 'server_error', message: state.reason ?? '' }}
        words={state.reason === null ? t('nobody') : t('failed', { reason: state.reason })}
        onRetry={retry}
      />
    </div>
  )
}
