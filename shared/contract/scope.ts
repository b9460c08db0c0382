import { z } from 'zod'
import { columnValues, relationName } from '../model/entry.ts'
import { scope } from '../model/scope.ts'
import { workspaceName } from './workspaces.ts'

/** One table, what is kept of it on this computer, and what is here. */
export const tableScope = z.object({
  relation: relationName,
  scope,
  /** Whether the person chose it; else it is the system's own. */
  chosen: z.boolean(),
  /** The moment from which rows are kept, by the server's clock. */
  from: z.iso.datetime({ offset: true }).nullable(),
  /** It is not in effect yet: the rest is fetched when there is a network. */
  waits: z.boolean(),
  /** Rows here, and those of them that are here only because somebody asked for them. */
  rows: z.number(),
  onDemand: z.number(),
  /** How many the server has, about, once it has said so. */
  serverRows: z.number().nullable(),
  /** Columns by which rows can be kept for a number of days. */
  times: z.array(z.string()),
})
export type TableScope = z.infer<typeof tableScope>

const at = z.iso.datetime({ offset: true })

/**
 * here: kept here · fetched: asked for, as it was then · next_pull: comes with the next pull · nowhere: the server has no
 * such row for this person · offline: not here, go online.
 */
export const rowOrigin = z.discriminatedUnion('from', [
  z.object({ from: z.literal('here') }),
  z.object({ from: z.literal('fetched'), at }),
  z.object({ from: z.literal('next_pull') }),
  z.object({ from: z.literal('nowhere') }),
  z.object({ from: z.literal('offline') }),
])
export type RowOrigin = z.infer<typeof rowOrigin>

export const fetchedRelated = z.discriminatedUnion('from', [
  z.object({ from: z.literal('here') }),
  /** How many came, and whether there are more than were asked for. */
  z.object({ from: z.literal('fetched'), at, rows: z.number(), more: z.boolean() }),
  z.object({ from: z.literal('offline') }),
])
export type FetchedRelated = z.infer<typeof fetchedRelated>

const tables = z.object({ tables: z.array(tableScope) })

/** How much of each table is kept on this computer, and rows beyond it. */
export const scopes = {
  list: { input: z.object({ workspace: workspaceName }), output: tables },
  /** Changes what is kept of one table. Less takes effect at once; for more, the missing rows are fetched first. */
  set: { input: z.object({ workspace: workspaceName, relation: relationName, scope }), output: tables },
  /** Makes the row of a record be here, if it can be. */
  fetchRow: {
    input: z.object({ workspace: workspaceName, relation: relationName, key: columnValues }),
    output: rowOrigin,
  },
  /** The same for rows whose column has a value, in its text form: the payments of an order. */
  fetchRelated: {
    input: z.object({
      workspace: workspaceName,
      relation: relationName,
      column: z.string().min(1).max(63),
      value: z.string().max(1_000),
      limit: z.int().min(1).max(2_000).default(500),
    }),
    output: fetchedRelated,
  },
}
