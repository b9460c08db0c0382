import { z } from 'zod'
import { workspaceName } from './workspaces.ts'

/** Queries that are remembered for a person, the newest first; the same one is remembered once. */
export const REMEMBERED = 100

export const pastQuery = z.object({ sql: z.string(), at: z.iso.datetime({ offset: true }) })
export type PastQuery = z.infer<typeof pastQuery>

/** For people who look closely: plain SQL as the person, and the health of a workspace. */
export const tools = {
  /**
   * Read-only, under the person's policies; at most `limit` rows. What is wrong with the query is on the field `sql`,
   * with its `position` among the params: the character it is about, counted from 1. `id` is for `stop`; `remember` adds
   * it to the person's history. With `atAStretch`, in seconds, a query that by the planner's estimate can't be stopped for
   * longer is refused with the reason `sql.long` and the estimate, before it begins.
   */
  read: {
    input: z.object({
      workspace: workspaceName,
      sql: z.string().min(1).max(100_000),
      limit: z.int().min(1).max(10_000).default(1_000),
      id: z.uuid().optional(),
      remember: z.boolean().default(false),
      atAStretch: z.number().positive().optional(),
    }),
    output: z.object({
      columns: z.array(z.string()),
      rows: z.array(z.record(z.string(), z.json())),
      more: z.boolean(),
    }),
  },
  /** Ends a read between two portions of its rows; it fails with `cancelled`. Nothing ends a sort on its way. */
  stop: { input: z.object({ workspace: workspaceName, id: z.uuid() }), output: z.object({}) },
  /** What this person has asked here, the newest first. */
  history: { input: z.object({ workspace: workspaceName }), output: z.array(pastQuery) },
  forgetHistory: { input: z.object({ workspace: workspaceName }), output: z.object({}) },
  /** Journal chain intact; mirror = server at the cursor + pending; files match their hashes. */
  doctor: {
    input: z.object({ workspace: workspaceName }),
    output: z.object({
      sound: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
  },
}
