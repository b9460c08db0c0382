import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowUpRight, IconChartBar, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { paths } from '#renderer/routes/paths.ts'
import type { Chart, ChartRows } from '#shared/contract/dashboards.ts'
import { ChartTable } from './chart-table.tsx'
import { CheckResult } from './check-result.tsx'
import classes from './dashboards.module.css'
import { Figure } from './figure.tsx'
import { PlottedChart } from './plotted-chart.tsx'

interface Props {
  readonly workspace: string
  readonly dashboard: string
  readonly chart: Chart
}

/** One chart with its name, its table and the way to its rows. It is asked again when a row that it is made of changes. */
export function ChartBlock({ workspace, dashboard, chart }: Props) {
  const { t, i18n } = useTranslation('dashboards')
  const [asTable, setAsTable] = useState(false)
  const { data, problem, reload } = useCall(
    `chart/${workspace}/${dashboard}/${chart.name}`,
    () => api.dashboards.run({ workspace, dashboard, chart: chart.name }),
    { workspace, ...(chart.reads && { relations: chart.reads }) },
  )
  const name = inLanguage(chart.label, i18n.language)
  const isPlotted = chart.as === 'bars' || chart.as === 'line'
  const Shape = asTable ? IconChartBar : IconTable
  return (
    <section className={classes.block} data-as={chart.as} aria-label={name}>
      <header className={classes.head}>
        <h2>{name}</h2>
        <span className={classes.tools}>
          {isPlotted && (
            <Tooltip label={t(asTable ? 'chart' : 'table')}>
              <ActionIcon
                aria-label={t(asTable ? 'chart' : 'table')}
                aria-pressed={asTable}
                onClick={() => setAsTable(!asTable)}
              >
                <Shape size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
          {chart.rows && (
            <Tooltip label={t('rows')}>
              <ActionIcon
                component={Link}
                to={paths.table(workspace, chart.rows.relation, chart.rows.filter ?? undefined)}
                aria-label={`${t('rows')}: ${name}`}
              >
                <IconArrowUpRight size={16} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      </header>
      {problem && <ProblemNote problem={problem} onRetry={reload} />}
      {data && <Content workspace={workspace} chart={chart} name={name} data={data} asTable={asTable} />}
    </section>
  )
}

interface ContentProps {
  readonly workspace: string
  readonly chart: Chart
  readonly name: string
  readonly data: ChartRows
  readonly asTable: boolean
}

function Content({ workspace, chart, name, data, asTable }: ContentProps) {
  const { t } = useTranslation('dashboards')
  if (chart.as === 'check') return <CheckResult workspace={workspace} chart={chart} name={name} data={data} />
  if (data.rows.length === 0) return <p className={classes.empty}>{t('empty')}</p>
  if (chart.as === 'number') return <Figure chart={chart} data={data} />
  if (asTable || chart.as === 'table') return <ChartTable workspace={workspace} chart={chart} name={name} data={data} />
  return <PlottedChart workspace={workspace} chart={chart} name={name} data={data} />
}
