import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Chart, ChartRows } from '#shared/contract/dashboards.ts'
import { ChartTable } from './chart-table.tsx'
import classes from './dashboards.module.css'

interface Props {
  readonly workspace: string
  readonly chart: Chart
  readonly name: string
  readonly data: ChartRows
}

/** What must never be: no rows are good news, each row is one that is wrong. */
export function CheckResult({ workspace, chart, name, data }: Props) {
  const { t } = useTranslation('dashboards')
  const format = useFormat()
  const count = data.rows.length
  if (count === 0)
    return (
      <p className={classes.good}>
        <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" />
        {t('good')}
      </p>
    )
  return (
    <>
      <p className={classes.wrong}>
        <IconAlertTriangle size={18} stroke={1.6} aria-hidden="true" />
        {t('wrong', { count, number: `${format.number(count)}${data.more ? '+' : ''}` })}
      </p>
      <ChartTable workspace={workspace} chart={chart} name={name} data={data} />
    </>
  )
}
