import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Chart, ChartRows } from '#shared/contract/dashboards.ts'
import classes from './dashboards.module.css'
import { partPath } from './part-path.ts'
import { useChartWords } from './use-chart-words.ts'

interface Props {
  readonly workspace: string
  readonly chart: Chart
  readonly name: string
  readonly data: ChartRows
}

/** The figures of a chart. The parts of it, and rows that are known by their id, lead to where they are. */
export function ChartTable({ workspace, chart, name, data }: Props) {
  const { t, i18n } = useTranslation('dashboards')
  const format = useFormat()
  const catalogue = useCatalogueWords(workspace)
  const words = useChartWords(workspace, chart)
  const labels = new Map(chart.y.map(({ column, label }) => [column, inLanguage(label, i18n.language)]))
  const isNumber = (column: string) => data.rows.every((row) => /^-?\d+(\.\d+)?$/.test(row[column] ?? '0'))
  // A record's own page shows its id: here its words are enough, where it has some.
  const leads = chart.as === 'check' && chart.rows !== null && data.columns.includes('id')
  const columns = data.columns
    .filter((column) => !(leads && column === 'id' && data.columns.length > 1))
    .map((column) => ({
      column,
      label: labels.get(column) ?? catalogue.column(chart.rows?.relation ?? '', column),
      end: column !== chart.x && isNumber(column),
    }))

  function cell(row: ChartRows['rows'][number], column: string, end: boolean) {
    const text = row[column]
    if (text == null) return ''
    if (column !== chart.x) return end ? format.exactNumber(text) : words(text)
    const path = partPath(workspace, chart, text)
    return path ? <Link to={path}>{words(text)}</Link> : words(text)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <section className={classes.scroll} tabIndex={0} aria-label={name}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map(({ column, label, end }) => (
                <th key={column} scope="col" data-end={end || undefined}>
                  {label}
                </th>
              ))}
              {leads && <th scope="col">{t('row')}</th>}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={JSON.stringify(row)}>
                {columns.map(({ column, end }) => (
                  <td key={column} data-end={end || undefined}>
                    {cell(row, column, end)}
                  </td>
                ))}
                {leads && chart.rows && (
                  <td>
                    <Link to={paths.record(workspace, chart.rows.relation, JSON.stringify([row.id]))}>{t('row')}</Link>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {data.more && <p className={classes.empty}>{t('more', { number: format.number(data.rows.length) })}</p>}
    </>
  )
}
