import { useTranslation } from 'react-i18next'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import classes from './subscription-status.module.css'

interface Props {
  readonly status: string
  readonly endsWithPeriod: boolean
}

/** How a subscription stands, in words; a shape beside them says whether somebody must look at it. */
export function SubscriptionStatus({ status, endsWithPeriod }: Props) {
  const { t } = useTranslation('organizations')
  const words = useLinkdevWords()
  return (
    <span className={classes.status} data-status={status}>
      <span className={classes.dot} aria-hidden="true" />
      {words.status(status)}
      {endsWithPeriod && <span className={classes.ends}>· {t('ends')}</span>}
    </span>
  )
}
