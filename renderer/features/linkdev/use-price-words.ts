import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Price } from '#shared/contract/organizations.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLinkdevWords } from './use-linkdev-words.ts'

/** What a seat costs, and how often: `€19.00 a seat, each month`. */
export function usePriceWords(): (price: Price) => string {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  return useCallback(
    ({ amount, currency, interval, count }) => {
      const said = { amount: format.money(amount, currency), interval: words.interval(interval), count }
      return count === 1 ? t('perSeat', said) : t('perSeatMany', said)
    },
    [t, format, words],
  )
}
