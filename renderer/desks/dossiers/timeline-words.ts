import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { inWords } from '#renderer/features/workspaces/systems.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Dossier } from '#shared/contract/dossiers.ts'
import { useEnumWords } from './words.ts'

type Item = Dossier['timeline'][number]

export interface TimelineWords {
  readonly what: string
  /** What was written along with it. */
  readonly quote: string | undefined
}

/** What happened, in one sentence. */
export function useTimelineWords(): (item: Item) => TimelineWords {
  const { t } = useTranslation('dossiers')
  const format = useFormat()
  const words = useEnumWords()
  return useCallback(
    ({ kind, actor: name, params }) => {
      const actor = name === 'System' || name === '' ? t('system') : name
      const quote = params.comment ?? params.note
      const say = (what: string, said = quote): TimelineWords => ({ what, quote: said })
      switch (kind) {
        case 'DOSSIER_CREATED':
          return say(t('event.created'))
        case 'DOSSIER_STATUS_CHANGED':
          return say(
            t('event.status', {
              actor,
              from: words('dossier_status_code', params.from ?? ''),
              to: words('dossier_status_code', params.to ?? ''),
            }),
          )
        case 'DOSSIER_ASSIGNED':
          if (!params.to_name) return say(t('event.released', { actor }))
          return say(t(params.to_name === name ? 'event.taken' : 'event.assigned', { actor, to: params.to_name }))
        case 'STEP_COMPLETED':
          return say(t('event.step', { step: params.step ?? '' }))
        case 'DOCUMENT_UPLOADED':
          return say(t('event.uploaded', { actor, document: params.document ?? '', version: params.version ?? '' }))
        case 'PAYMENT_RECEIVED':
          return say(
            params.amount && params.currency
              ? t('event.paidAmount', { amount: format.money(params.amount, params.currency) })
              : t('event.paid'),
          )
        case 'PAYMENT_REQUESTED':
          return say(t('event.requested', { actor }))
        case 'payment_reminder':
          return say(t('event.reminded', { actor, channel: words('notification_channel', params.channel ?? '') }))
        case 'message':
          return say(t('event.wrote', { actor }), params.body)
        case 'review':
          return say(
            t(params.status === 'REJECTED' ? 'event.rejected' : 'event.approved', {
              actor,
              document: params.document ?? '',
              version: params.version ?? '',
            }),
          )
        default:
          return say(t('event.other', { actor, what: inWords(kind.toLowerCase()) }))
      }
    },
    [t, format, words],
  )
}
