import { paths } from '#renderer/routes/paths.ts'
import type { Chart } from '#shared/contract/dashboards.ts'
import type { Filter } from '#shared/model/filter.ts'

/** The way to the rows of one part of a chart, by the value of its `x`; undefined where there is none. */
export function partPath(workspace: string, { rows }: Pick<Chart, 'rows'>, value: string): string | undefined {
  if (!rows?.column) return undefined
  const part: Filter = { column: rows.column, is: 'is', value }
  return paths.table(workspace, rows.relation, rows.filter ? { all: [rows.filter, part] } : part)
}
