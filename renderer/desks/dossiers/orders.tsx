import { useTranslation } from 'react-i18next'
import table from '#renderer/components/data-table.module.css'
import { Section } from '#renderer/components/section.tsx'
import { When } from '#renderer/components/when.tsx'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Dossier } from '#shared/contract/dossiers.ts'
import classes from './dossier.module.css'
import { useEnumWords } from './words.ts'

/** What the client has ordered, this dossier's order first. */
export function Orders({ orders }: Pick<Dossier, 'orders'>) {
  const { t } = useTranslation('dossiers')
  const format = useFormat()
  const words = useEnumWords()
  if (orders.length === 0) return null
  return (
    <Section title={t('orders')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('order.product')}</th>
            <th>{t('order.status')}</th>
            <th className={table.right}>{t('order.amount')}</th>
            <th className={table.right}>{t('order.at')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({ id, at, product, amount, currency, status }) => (
            <tr key={id}>
              <td>{product}</td>
              <td>
                <span className={classes.orderStatus} data-status={status}>
                  {words('order_status', status)}
                </span>
              </td>
              <td className={table.right}>{format.money(amount, currency)}</td>
              <td className={table.right}>
                <When at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
