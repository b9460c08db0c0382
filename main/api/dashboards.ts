import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { CHART_ROWS, type Chart } from '#shared/contract/dashboards.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ChartManifest } from '#shared/systems/manifest.ts'
import { catalogueOf } from './catalogue/read-catalogue.ts'

/** What the manifests ask to watch: queries over the mirror, as the person, which only read. */
export function dashboardsApi(open: OpenWorkspaces): Handlers['dashboards'] {
  return {
    list: async ({ workspace }) => {
      const handle = await open.workspace(workspace)
      if (handle.manifest.dashboards.length === 0) return []
      const { relations } = await catalogueOf(handle)
      const tables = relations.filter(({ kind }) => kind === 'table').map(({ relation }) => relation)
      return handle.manifest.dashboards.map(({ name, label, charts }) => ({
        name,
        label,
        charts: charts.map((chart) => described(chart, tables)),
      }))
    },
    run: async ({ workspace, dashboard, chart }) => {
      const { handle, replica } = await open.get(workspace)
      const found = handle.manifest.dashboards.find(({ name }) => name === dashboard)
      const sql = found?.charts.find(({ name }) => name === chart)?.sql
      if (sql === undefined) throw new OutpostError('not_found', 'There is no such chart.', { field: 'chart' })
      const { columns, rows, more } = await (await replica.mirror()).table(replica.claims(), sql, CHART_ROWS)
      return { columns, rows: rows.map(asText), more }
    },
  }
}

function described({ name, label, as, x, y = {}, rows, sql }: ChartManifest, tables: readonly string[]): Chart {
  return {
    name,
    label,
    as,
    x: x ?? null,
    y: Object.entries(y).map(([column, words]) => ({ column, label: words })),
    rows: rows ? { relation: `public.${rows.table}`, filter: rows.filter ?? null, column: rows.column ?? null } : null,
    reads: readsOf(sql, tables),
  }
}

/** The tables that a query names; null when it names none so, or a view, behind which others lie. */
function readsOf(sql: string, tables: readonly string[]): string[] | null {
  const named = [...new Set(sql.match(/\bpublic\.\w+/g))]
  return named.length > 0 && named.every((relation) => tables.includes(relation)) ? named : null
}

function asText(row: Readonly<Record<string, unknown>>): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === null || value === undefined) return [column, null]
      return [column, typeof value === 'object' ? JSON.stringify(value) : String(value)]
    }),
  )
}
