import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { linkdev } from '#shared/systems/linkdev/manifest.ts'
import { inLanguage, tableWords } from '../workspaces/systems.ts'
import { useLinkdevWords } from './use-linkdev-words.ts'

interface AuditWords {
  readonly actor: (entry: AuditEntry) => string
  /** What was changed: the words of its row, or where it lies. */
  readonly about: (entry: AuditEntry) => string
  readonly table: (entityType: string) => string
}

/** Entries of the audit log in the person's words. */
export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation('audit')
  const words = useLinkdevWords()
  return useMemo(() => {
    const table = (entityType: string) => tableWords(linkdev, entityType, i18n.language)
    const one = (entityType: string) => {
      const label = linkdev.tables[entityType]?.one
      return label ? inLanguage(label, i18n.language) : table(entityType)
    }
    return {
      actor: ({ actor }) => (actor === null ? t('system') : (actor.name ?? t('gone'))),
      about: ({ feature, subject, entityType }) =>
        feature === null
          ? (subject ?? one(entityType))
          : `${words.plan(feature.plan)} · ${words.feature(feature.feature)}`,
      table,
    }
  }, [t, i18n.language, words])
}
