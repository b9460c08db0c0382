import { useTranslation } from 'react-i18next'
import table from '#renderer/components/data-table.module.css'
import { Section } from '#renderer/components/section.tsx'
import { When } from '#renderer/components/when.tsx'
import type { Organization } from '#shared/contract/organizations.ts'
import classes from './organization.module.css'

/** What Stripe has told of the organisation lately, payments above all; nothing for those who may not see it. */
export function StripeEvents({ events }: Pick<Organization, 'events'>) {
  const { t } = useTranslation('organizations')
  if (events.length === 0) return null
  return (
    <Section title={t('events')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('event.type')}</th>
            <th>{t('event.outcome')}</th>
            <th className={table.right}>{t('event.at')}</th>
          </tr>
        </thead>
        <tbody>
          {events.map(({ id, type, at, error }) => (
            <tr key={id}>
              <td className={classes.mono}>{type}</td>
              <td>{error ?? <span className={classes.soft}>{t('event.fine')}</span>}</td>
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
