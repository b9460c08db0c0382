import { z } from 'zod'
import { filter } from '../model/filter.ts'
import { direction, gridWindow, mark } from './grid.ts'
import { rowLabels } from './rows.ts'
import { workspaceName } from './workspaces.ts'

/** One entry of the product's own log, as a list shows it. */
export const auditEntry = z.object({
  id: z.guid(),
  at: z.iso.datetime({ offset: true }),
  actor: z.object({ id: z.guid(), name: z.string().nullable() }).nullable(),
  actorType: z.string(),
  action: z.string(),
  /** The table of what was changed, and its row there. */
  entityType: z.string(),
  entityId: z.guid(),
  /** Words for the row, where there are some. */
  subject: z.string().nullable(),
  /** The place in the matrix of plans that was changed. */
  feature: z.object({ plan: z.string(), feature: z.string() }).nullable(),
  organization: z.object({ id: z.guid(), name: z.string().nullable() }).nullable(),
  /** The columns that were changed. */
  changed: z.array(z.string()),
  mark,
})
export type AuditEntry = z.infer<typeof auditEntry>

const values = z.record(z.string(), z.json()).nullable()

/** An entry with what was before and after. */
export const auditChange = auditEntry.extend({
  before: values,
  after: values,
  /** Words for the rows that the values point to. */
  labels: rowLabels,
})
export type AuditChange = z.infer<typeof auditChange>

const counted = z.array(z.object({ value: z.string(), entries: z.number() }))

export const audit = {
  /** The newest first. `filter` is over the columns of the log, as in any list. */
  page: {
    input: gridWindow.extend({
      filter: filter.nullable().default(null),
      sort: z
        .array(z.object({ column: z.literal('at'), direction }))
        .max(1)
        .default([]),
    }),
    output: z.object({ rows: z.array(auditEntry), total: z.number() }),
  },
  get: { input: z.object({ workspace: workspaceName, id: z.guid() }), output: auditChange },
  /** What the log can be narrowed to: the staff who are in it, its actions and its tables. */
  choices: {
    input: z.object({ workspace: workspaceName }),
    output: z.object({
      staff: z.array(z.object({ id: z.guid(), name: z.string(), entries: z.number() })),
      kinds: counted,
      actions: counted,
      tables: counted,
    }),
  },
}
