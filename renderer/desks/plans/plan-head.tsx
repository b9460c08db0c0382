import { useTranslation } from 'react-i18next'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { usePriceWords } from '#renderer/features/linkdev/use-price-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { PlanMatrix } from '#shared/contract/plans.ts'
import classes from './matrix.module.css'

/** The head of a plan's column: how many organisations are on it, and what a seat costs. */
export function PlanHead({ plan }: { readonly plan: PlanMatrix['plans'][number] }) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const words = useLinkdevWords()
  const priceWords = usePriceWords()
  const { name, organizations, prices } = plan
  return (
    <th scope="col">
      <span className={classes.plan}>{words.plan(name)}</span>
      <span className={classes.under}>
        {t('organizations', { count: organizations, number: format.number(organizations) })}
      </span>
      <span className={classes.under} title={prices.map(priceWords).join('\n')}>
        {prices[0] ? priceWords(prices[0]) : t('noPrice')}
      </span>
    </th>
  )
}
