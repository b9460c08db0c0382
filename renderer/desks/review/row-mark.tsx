import { useTranslation } from 'react-i18next'
import { StateMark } from '#renderer/components/state-mark.tsx'
import type { QueueRow } from '#shared/contract/review.ts'
import { useDecided } from './decided-store.ts'

/** What this computer knows of a row that the server does not: `Approved`, waiting to be sent, or a conflict. */
export function useRowMark({ versionId, mark, decided }: QueueRow) {
  const { t } = useTranslation('review')
  const justNow = useDecided((all) => all[versionId])
  const verdict = decided ?? justNow
  const state = mark ?? (verdict ? 'pending' : undefined)
  if (!state) return undefined
  return state === 'pending' && verdict ? (
    <StateMark state="pending" label={t(`verdict.${verdict}`)} />
  ) : (
    <StateMark state={state} />
  )
}
