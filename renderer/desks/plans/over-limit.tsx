import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import table from '#renderer/components/data-table.module.css'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { When } from '#renderer/components/when.tsx'
import { UsageBar } from '#renderer/features/linkdev/usage-bar.tsx'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import classes from './plans.module.css'

interface Props {
  readonly workspace: string
  readonly plan: string
  readonly feature: string
  /** As it was typed; nothing is counted until it is a whole number. */
  readonly limit: string
}

/** The organisations that a limit would put over it. */
export function OverLimit({ workspace, plan, feature, limit }: Props) {
  const { t } = useTranslation('plans')
  const format = useFormat()
  const isNumber = /^(-1|\d{1,15})$/.test(limit)
  const { data, problem, reload } = useCall(
    `over/${workspace}/${plan}/${feature}/${limit}`,
    async () => (isNumber ? await api.plans.over({ workspace, plan, feature, limit: Number(limit) }) : null),
    { workspace },
  )
  if (problem && !data)
    return (
      <div className={classes.over}>
        <ProblemNote problem={problem} onRetry={reload} />
      </div>
    )
  if (!data) return <div className={classes.over} />
  const { organizations, total } = data
  const more = total - organizations.length
  return (
    <div className={classes.over}>
      <p className={classes.overTitle} data-none={total === 0} role="status">
        {total === 0 ? t('noOvers') : t('overs', { count: total, number: format.number(total) })}{' '}
        <span className={classes.soft}>{t('counted')}</span>
      </p>
      {total > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th>{t('over.organization')}</th>
              <th className={table.right}>{t('over.used')}</th>
              <th className={table.right}>{t('over.by')}</th>
              <th className={classes.share}>{t('over.share')}</th>
              <th className={table.right}>{t('over.renews')}</th>
            </tr>
          </thead>
          <tbody>
            {organizations.map(({ id, name, used, by, periodEnd }) => (
              <tr key={id}>
                <td>
                  <Link className={classes.link} to={paths.organization(workspace, id)}>
                    {name}
                  </Link>
                </td>
                <td className={table.right}>{format.exactNumber(used)}</td>
                <td className={table.right}>{format.exactNumber(by)}</td>
                <td className={classes.share}>
                  <UsageBar percent={limit === '0' ? 1_000 : (100 * Number(used)) / Number(limit)} stands="over" />
                </td>
                <td className={table.right}>{periodEnd && <When at={periodEnd} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p className={classes.soft}>{t('more', { count: more, number: format.number(more) })}</p>}
    </div>
  )
}
