import { useTranslation } from 'react-i18next'
import { useNow } from '#renderer/components/use-now.ts'
import { useStatus } from '#renderer/features/sync-status/status-store.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import classes from './print-head.module.css'

/** Paper has the minute at most. Milliseconds. */
const EVERY = 30_000

/** Above a record on paper: whose it is, who printed it and when, and how old what it says is. */
export function PrintHead({ workspace, system }: { readonly workspace: string; readonly system: string | undefined }) {
  const { t } = useTranslation('record')
  const format = useFormat()
  const status = useStatus(workspace)
  const now = useNow(EVERY)
  const person = status?.person
  const pulled = status?.lastPulledAt
  return (
    <div className={`o-print-only ${classes.head}`}>
      <strong>{[system, workspace].filter(Boolean).join(' · ')}</strong>
      <span>
        {t('printed', { who: person?.name ?? person?.email ?? '', at: format.exact(new Date(now)) })}
        {' · '}
        {pulled ? t('printedAsOf', { at: format.exact(pulled) }) : t('printedNever')}
      </span>
    </div>
  )
}
