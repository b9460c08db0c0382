import { useTranslation } from 'react-i18next'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import type { Chart, ChartRows } from '#shared/contract/dashboards.ts'
import classes from './dashboards.module.css'

/** One number, large. */
export function Figure({ chart, data }: { readonly chart: Chart; readonly data: ChartRows }) {
  const { i18n } = useTranslation()
  const format = useFormat()
  const [row] = data.rows
  return (
    <dl className={classes.figures}>
      {chart.y.map(({ column, label }) => (
        <div key={column}>
          <dd>{row?.[column] == null ? '–' : format.exactNumber(row[column])}</dd>
          <dt>{inLanguage(label, i18n.language)}</dt>
        </div>
      ))}
    </dl>
  )
}
