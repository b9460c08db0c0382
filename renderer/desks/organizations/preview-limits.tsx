import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import table from '#renderer/components/data-table.module.css'
import { Limit } from '#renderer/features/linkdev/limit.tsx'
import { LimitStands } from '#renderer/features/linkdev/limit-stands.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { SubscriptionPreview } from '#shared/contract/organizations.ts'
import classes from './preview.module.css'

/** Limits that would change, with what is used of them already, and the switches that come or go. */
export function PreviewLimits({ preview: { limits, gained, lost } }: { readonly preview: SubscriptionPreview }) {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  const changed = limits.filter(({ change }) => change !== 'same')
  const overs = changed.filter(({ stands }) => stands === 'over').length
  const named = (names: readonly string[]) => names.map(words.switchName).join(', ')
  if (changed.length === 0 && gained.length === 0 && lost.length === 0) return null
  return (
    <>
      {overs > 0 && (
        <p className={classes.overs} role="status">
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          {t('preview.overs', { count: overs })}
        </p>
      )}
      <table className={table.table} aria-label={t('preview.limits')}>
        <thead>
          <tr>
            <th>{t('preview.limit')}</th>
            <th className={table.right}>{t('preview.used')}</th>
            <th className={table.right}>{t('preview.now')}</th>
            <th className={table.right}>{t('preview.after')}</th>
            <th>{t('full')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((limit) => {
            const Shape = limit.change === 'more' ? IconArrowUp : IconArrowDown
            return (
              <tr key={limit.feature}>
                <td>{words.feature(limit.feature)}</td>
                <td className={table.right}>{format.exactNumber(limit.used)}</td>
                <td className={table.right}>
                  <Limit value={limit.now} />
                </td>
                <td className={table.right}>
                  <span className={classes.change} data-change={limit.change}>
                    <Shape size={12} stroke={2} aria-hidden="true" />
                  </span>{' '}
                  <strong>
                    <Limit value={limit.allowed} />
                  </strong>
                </td>
                <td>
                  <LimitStands use={limit} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <dl className={classes.switches}>
        {gained.length > 0 && (
          <>
            <dt>
              <IconPlus size={13} aria-hidden="true" /> {t('preview.gained')}
            </dt>
            <dd>{named(gained)}</dd>
          </>
        )}
        {lost.length > 0 && (
          <>
            <dt>
              <IconMinus size={13} aria-hidden="true" /> {t('preview.lost')}
            </dt>
            <dd>{named(lost)}</dd>
          </>
        )}
      </dl>
    </>
  )
}
