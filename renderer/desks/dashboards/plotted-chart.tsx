import { BarChart, LineChart } from '@mantine/charts'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import '@mantine/charts/styles.css'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { useFormat } from '#renderer/i18n/format.ts'
import { token } from '#renderer/theme/tokens.ts'
import type { Chart, ChartRows } from '#shared/contract/dashboards.ts'
import classes from './dashboards.module.css'
import { partPath } from './part-path.ts'
import { useChartWords } from './use-chart-words.ts'

/** Told apart by more than their hue: they differ in lightness too, and lines in their dashes. */
const COLOURS = [token('accent'), token('conflict'), token('pending'), token('proposed')]
const DASHES = ['0', '5 4', '2 3', '8 3 2 3']
/** Words longer than this stand beside lying bars, where there are few enough of them. */
const LONG = 12
const MOST_LYING = 16
const BAR = 30

interface Props {
  readonly workspace: string
  readonly chart: Chart
  readonly name: string
  readonly data: ChartRows
}

/** Bars or lines over the rows of a chart. A bar whose rows are known leads to them. */
export function PlottedChart({ workspace, chart, name, data }: Props) {
  const { t, i18n } = useTranslation('dashboards')
  const format = useFormat()
  const navigate = useNavigate()
  const words = useChartWords(workspace, chart)
  const { x } = chart
  const points = data.rows.map((row) => ({
    label: words(x === null ? '' : (row[x] ?? '–')),
    value: x === null ? null : (row[x] ?? null),
    ...Object.fromEntries(chart.y.map(({ column }) => [column, row[column] == null ? null : Number(row[column])])),
  }))
  const series = chart.y.map(({ column, label }, at) => ({
    name: column,
    label: inLanguage(label, i18n.language),
    color: COLOURS[at % COLOURS.length] ?? token('accent'),
    strokeDasharray: DASHES[at % DASHES.length] ?? '0',
  }))
  const common = {
    data: points,
    dataKey: 'label',
    series,
    withLegend: series.length > 1,
    valueFormatter: (value: number) => format.number(value),
    tickLine: 'none' as const,
    textColor: token('second'),
    gridColor: token('line'),
  }
  const lies = chart.as === 'bars' && points.length <= MOST_LYING && points.some(({ label }) => label.length > LONG)
  const open = (value: string | null | undefined) => {
    const path = value == null ? undefined : partPath(workspace, chart, value)
    if (path) void navigate(path)
  }
  return (
    <figure
      className={classes.chart}
      data-leads={chart.rows?.column ? '' : undefined}
      aria-label={t('chartOf', { name })}
    >
      {chart.as === 'line' ? (
        <LineChart
          {...common}
          h={220}
          curveType="monotone"
          strokeWidth={2}
          withDots={points.length <= 31}
          lineProps={{ isAnimationActive: false }}
        />
      ) : (
        <BarChart
          {...common}
          h={lies ? Math.max(120, 40 + BAR * points.length * Math.min(2, series.length)) : 220}
          {...(lies && { orientation: 'vertical' as const, yAxisProps: { width: 168, interval: 0 }, gridAxis: 'x' })}
          maxBarWidth={36}
          barProps={{
            isAnimationActive: false,
            radius: 2,
            onClick: ({ payload }: { payload?: { value?: string | null } }) => open(payload?.value),
          }}
        />
      )}
    </figure>
  )
}
