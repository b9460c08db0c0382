import { useTranslation } from 'react-i18next'
import table from '#renderer/components/data-table.module.css'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { usePriceWords } from '#renderer/features/linkdev/use-price-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Subscription } from '#shared/contract/organizations.ts'
import classes from './preview.module.css'

interface Props {
  readonly now: Subscription
  readonly then: Subscription
}

/** The subscription as it is and as it would be, line by line; what stays the same is left out. */
export function PreviewChanges({ now, then }: Props) {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  const priceWords = usePriceWords()
  const none = t('preview.none')
  const period = ({ periodStart, periodEnd }: Subscription) =>
    periodEnd
      ? t('until', { from: format.short(periodStart), to: format.short(periodEnd) })
      : t('since', { from: format.short(periodStart) })
  const lines: readonly (readonly [string, (of: Subscription) => string])[] = [
    [t('preview.plan'), ({ plan }) => words.plan(plan)],
    [t('preview.seats'), ({ seats }) => format.number(seats)],
    [t('preview.status'), ({ status }) => words.status(status)],
    [t('preview.price'), ({ price }) => (price ? priceWords(price) : none)],
    [t('preview.total'), ({ total, price }) => (total && price ? format.money(total, price.currency) : none)],
    [t('preview.period'), period],
    [t('preview.end'), ({ endsWithPeriod }) => t(endsWithPeriod ? 'preview.stops' : 'preview.goesOn')],
  ]
  const changed = lines.filter(([, say]) => say(now) !== say(then))
  return (
    <table className={table.table} aria-label={t('preview.what')}>
      <thead>
        <tr>
          <th>{t('preview.what')}</th>
          <th>{t('preview.now')}</th>
          <th>{t('preview.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(([name, say]) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{say(now)}</td>
            <td className={classes.changed}>{say(then)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
