import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { inLanguage, inWords } from '#renderer/features/workspaces/systems.ts'
import { labels } from '#shared/systems/partners-vrai/labels.ts'

type EnumType =
  | 'dossier_status_code'
  | 'dossier_type'
  | 'document_status'
  | 'order_status'
  | 'user_status'
  | 'event_type'
  | 'notification_channel'

/** A value of one of the system's enums in the person's words. */
export function useEnumWords(): (type: EnumType, value: string) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (type, value) => {
      const label = labels[type]?.[value]
      return label ? inLanguage(label, i18n.language) : inWords(value.toLowerCase())
    },
    [i18n.language],
  )
}
