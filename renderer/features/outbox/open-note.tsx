import { useTranslation } from 'react-i18next'
import { useStatus } from '../sync-status/status-store.ts'

/** How much of what is not done goes out by itself, and how much waits for the person. */
export function OpenNote({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('outbox')
  const status = useStatus(workspace)
  if (!status) return null
  const { pending, conflicts, rejected } = status
  const parts = [
    pending > 0 && t('toSend', { count: pending }),
    conflicts + rejected > 0 && t('forYou', { count: conflicts + rejected }),
  ]
  return parts.filter(Boolean).join(' · ')
}
