import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { filter } from '../model/filter.ts'
import { keyText } from '../model/protocol.ts'
import { entryView } from './entries.ts'
import { mark } from './grid.ts'
import { cells, rowLabels } from './rows.ts'
import { workspaceName } from './workspaces.ts'

const byKey = z.object({ workspace: workspaceName, relation: relationName, key: keyText })

/** Rows of another table that belong to this one, through one foreign key. */
export const related = z.object({
  /** The foreign key's name. */
  reference: z.string(),
  relation: relationName,
  /** The columns that refer to this row. */
  columns: z.array(z.string()),
  /** Finds them in a list of their table. */
  filter,
  rows: z.number(),
  /** Whether there are more than were counted. */
  more: z.boolean(),
})
export type Related = z.infer<typeof related>

/** One thing that happened to a row, as the product's own log has it. */
export const logged = z.object({
  at: z.string(),
  actor: z.string().nullable(),
  action: z.string(),
  before: z.json(),
  after: z.json(),
})

/** What would go, or be emptied, with a row: rows of other tables by foreign keys, and theirs in turn. */
export const consequence = z.object({
  relation: relationName,
  columns: z.array(z.string()),
  effect: z.enum(['deleted', 'set null', 'set default', 'refused']),
  rows: z.number(),
})
export type Consequence = z.infer<typeof consequence>

export const record = {
  /** One row, whole. */
  get: {
    input: byKey,
    output: z.object({
      key: keyText,
      cells,
      labels: rowLabels,
      mark,
      /** The columns that pending or conflicting entries are about. */
      marks: z.record(z.string(), mark),
      /** The column's words, or its key, by which people know it. */
      title: z.string(),
      related: z.array(related),
    }),
  },
  /** What this console did to a row, newest first, and what the product's own log says of it. */
  history: {
    input: byKey,
    output: z.object({ entries: z.array(entryView), log: z.array(logged) }),
  },
  /** What a deletion would take along. */
  deletion: {
    input: byKey,
    output: z.object({ consequences: z.array(consequence), refused: z.boolean() }),
  },
}
