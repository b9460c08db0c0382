import { SegmentedControl } from '@mantine/core'
import { IconChartBar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { api } from '#renderer/bridge/api.ts'
import { useCall } from '#renderer/bridge/use-call.ts'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { Page } from '#renderer/components/page.tsx'
import { ProblemNote } from '#renderer/components/problem-note.tsx'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import { paths } from '#renderer/routes/paths.ts'
import { useWorkspace } from '#renderer/routes/use-workspace.ts'
import type { Chart } from '#shared/contract/dashboards.ts'
import { ChartBlock } from './chart-block.tsx'
import classes from './dashboards.module.css'

const none: readonly string[] = []

/** What the system asks to watch, worked out from the rows here, and anew whenever they change. */
export function DashboardsPage() {
  const { t, i18n } = useTranslation('dashboards')
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const { dashboard: name } = useParams()
  const { data, problem, reload } = useCall(`dashboards/${workspace}`, () => api.dashboards.list({ workspace }), {
    workspace,
    relations: none,
  })
  const shown = data?.find((one) => one.name === name) ?? data?.[0]
  const choices = data?.map((one) => ({ value: one.name, label: inLanguage(one.label, i18n.language) })) ?? []
  return (
    <Page
      title={t('title')}
      note={t('note')}
      actions={
        choices.length > 1 && (
          <SegmentedControl
            aria-label={t('choose')}
            size="xs"
            data={choices}
            value={shown?.name ?? ''}
            onChange={(next) => void navigate(paths.dashboards(workspace, next), { replace: true })}
          />
        )
      }
    >
      {problem && !data && <ProblemNote problem={problem} onRetry={reload} />}
      {data?.length === 0 && (
        <EmptyState
          icon={<IconChartBar size={28} stroke={1.4} aria-hidden="true" />}
          title={t('none.title')}
          hint={t('none.hint')}
        />
      )}
      {shown && (
        <div key={shown.name} className={classes.board}>
          <Charts
            className={classes.strip}
            charts={shown.charts.filter(isShort)}
            workspace={workspace}
            dashboard={shown.name}
          />
          <Charts
            className={classes.plots}
            charts={shown.charts.filter((chart) => !isShort(chart))}
            workspace={workspace}
            dashboard={shown.name}
          />
        </div>
      )}
    </Page>
  )
}

interface ChartsProps {
  readonly className: string | undefined
  readonly workspace: string
  readonly dashboard: string
  readonly charts: readonly Chart[]
}

function Charts({ className = '', workspace, dashboard, charts }: ChartsProps) {
  if (charts.length === 0) return null
  return (
    <div className={className}>
      {charts.map((chart) => (
        <ChartBlock key={chart.name} workspace={workspace} dashboard={dashboard} chart={chart} />
      ))}
    </div>
  )
}

/** Numbers stand in a row above what is plotted. */
function isShort({ as }: Chart): boolean {
  return as === 'number'
}
