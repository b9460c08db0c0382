import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { fill } from '../../i18n/fill.ts'
import { reasonLabel } from '../../i18n/reasons.ts'
import { inLanguage } from '../workspaces/systems.ts'

type Answered = Pick<EntryView, 'conflict' | 'refusal' | 'subject'>

/** Words that the reason's sentence may name: what the decision was about, and what is current now. */
function wordsFor({ conflict, subject }: Answered): Record<string, unknown> {
  const current = conflict?.current ?? {}
  const renamed = Object.entries(current).map(([name, value]) => [`current_${name}`, value])
  return { ...current, ...subject, ...Object.fromEntries(renamed) }
}

/** Why the server did not do it, in the person's language; in the server's own words where a translation lacks a value. */
export function useRefusalText(): (entry: Answered) => string | undefined {
  const { i18n } = useTranslation()
  return useCallback(
    (entry) => {
      const reason = entry.conflict?.reason ?? entry.refusal
      if (!reason) return undefined
      const label = reasonLabel(reason.code)
      return (label && fill(inLanguage(label, i18n.language), wordsFor(entry))) ?? reason.message
    },
    [i18n.language],
  )
}
