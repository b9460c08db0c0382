import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { fill } from '../../i18n/fill.ts'
import { reasonLabel } from '../../i18n/reasons.ts'
import { rightWords } from '../../i18n/right-words.ts'
import { inLanguage } from '../workspaces/systems.ts'
import { useFieldWords } from './use-field-words.ts'

type Answered = Pick<EntryView, 'conflict' | 'refusal' | 'subject'>

/** Words that the reason's sentence may name: what the decision was about, what is current now, what the server says. */
function wordsFor({ conflict, refusal, subject }: Answered): Record<string, unknown> {
  const current = conflict?.current ?? {}
  const renamed = Object.entries(current).map(([name, value]) => [`current_${name}`, value])
  const reason = conflict?.reason ?? refusal
  return { ...current, ...subject, ...Object.fromEntries(renamed), ...reason?.params }
}

/** Why the server did not do it, in the person's language; in the server's own words where a translation lacks a value. */
export function useRefusalText(): (entry: Answered) => string | undefined {
  const { t, i18n } = useTranslation()
  const fieldWords = useFieldWords()
  return useCallback(
    (entry) => {
      const reason = entry.conflict?.reason ?? entry.refusal
      if (!reason) return undefined
      const { code, field, message } = reason
      const label = reasonLabel(code)
      const words = {
        ...wordsFor(entry),
        ...rightWords(i18n, reason.params),
        message,
        field: field ? fieldWords(field) : t('aField'),
      }
      return (label && fill(inLanguage(label, i18n.language), words)) ?? message
    },
    [t, i18n, fieldWords],
  )
}
