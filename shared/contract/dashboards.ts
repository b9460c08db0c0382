import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { filter } from '../model/filter.ts'
import { cells } from './rows.ts'
import { workspaceName } from './workspaces.ts'

const label = z.object({ en: z.string(), fr: z.string() })

/** Rows of one answer: what has more of them is no chart. */
export const CHART_ROWS = 2_000

export const chart = z.object({
  name: z.string(),
  label,
  as: z.enum(['number', 'bars', 'line', 'table', 'check']),
  /** The column of words or dates. */
  x: z.string().nullable(),
  /** The columns of numbers, in their order. */
  y: z.array(z.object({ column: z.string(), label })),
  /** Where the rows behind it are: those of a table, and of a part of it those whose `column` is its `x`. */
  rows: z.object({ relation: relationName, filter: filter.nullable(), column: z.string().nullable() }).nullable(),
  /** The tables that it is made of; null where that can't be told, and any change may change it. */
  reads: z.array(z.string()).nullable(),
})
export type Chart = z.infer<typeof chart>

/** What a system's manifest asks to watch, worked out from the rows on this computer, as the person. */
export const dashboards = {
  list: {
    input: z.object({ workspace: workspaceName }),
    output: z.array(z.object({ name: z.string(), label, charts: z.array(chart) })),
  },
  /** The rows of one chart, every value as text. */
  run: {
    input: z.object({ workspace: workspaceName, dashboard: z.string().max(100), chart: z.string().max(100) }),
    output: z.object({ columns: z.array(z.string()), rows: z.array(cells), more: z.boolean() }),
  },
}
export type ChartRows = z.infer<typeof dashboards.run.output>
