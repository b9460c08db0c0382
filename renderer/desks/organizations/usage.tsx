import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import table from '#renderer/components/data-table.module.css'
import { Section } from '#renderer/components/section.tsx'
import { Limit } from '#renderer/features/linkdev/limit.tsx'
import { LimitStands } from '#renderer/features/linkdev/limit-stands.tsx'
import { UsageBar } from '#renderer/features/linkdev/usage-bar.tsx'
import { useLinkdevWords } from '#renderer/features/linkdev/use-linkdev-words.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Organization } from '#shared/contract/organizations.ts'
import classes from './organization.module.css'

/** What the organisation uses of each limit of its plan, and what else the plan has. */
export function Usage({ usage, switches }: Pick<Organization, 'usage' | 'switches'>) {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  const words = useLinkdevWords()
  if (usage.length === 0) return null
  return (
    <Section title={t('usage')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{t('preview.limit')}</th>
            <th className={table.right}>{t('preview.used')}</th>
            <th className={table.right}>{t('allowed')}</th>
            <th colSpan={2}>{t('full')}</th>
          </tr>
        </thead>
        <tbody>
          {usage.map((use) => (
            <tr key={use.feature}>
              <td>{words.feature(use.feature)}</td>
              <td className={table.right}>{format.exactNumber(use.used)}</td>
              <td className={table.right}>
                <Limit value={use.allowed} />
              </td>
              <td className={classes.share}>
                {use.percent !== null && <UsageBar percent={use.percent} stands={use.stands} />}
              </td>
              <td>
                <LimitStands use={use} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{t('usageHint')}</p>
      {switches.length > 0 && (
        <>
          <p className={classes.hint}>{t('switches')}</p>
          <ul className={classes.switches}>
            {switches.map(({ name, on }) => (
              <li key={name} data-on={on}>
                {on ? <IconCheck size={14} aria-hidden="true" /> : <IconMinus size={14} aria-label={t('without')} />}
                {words.switchName(name)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
