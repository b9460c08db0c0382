import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { problem } from './errors.ts'
import { columnName } from './rows.ts'
import { workspaceName } from './workspaces.ts'

/** What an import takes in. Every row becomes a decision of its own, so more would be a matter for the database's owner. */
export const MOST_IMPORT_BYTES = 50 * 1024 * 1024
export const MOST_IMPORT_ROWS = 20_000
/** Bytes of a file in one call: as base64 they stay below what a frame holds. */
export const PUT_BYTES = 512 * 1024

const importId = z.uuid()
const byId = z.object({ id: importId })

/** Where the values of a column come from: a column of the file, counted from 0, or one value for all rows. */
export const columnSource = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('file'),
    column: z.int().min(0).max(1_599),
    /** `label`: the file has the words of the row that the column refers to, not its key. */
    by: z.enum(['value', 'label']).default('value'),
  }),
  z.strictObject({ from: z.literal('fixed'), value: z.string().max(100_000).nullable() }),
])
export type ColumnSource = z.infer<typeof columnSource>

/** By the table's columns; one that is not named is left to the database. */
export const columnMap = z.record(columnName, columnSource)
export type ColumnMap = z.infer<typeof columnMap>

/** insert: only new rows · update: only rows that are there · upsert: either, told apart by a unique key. */
export const importWay = z.enum(['insert', 'update', 'upsert'])
export type ImportWay = z.infer<typeof importWay>

export const importPlan = z.object({
  id: importId,
  workspace: workspaceName,
  relation: relationName,
  map: columnMap.refine((map) => Object.keys(map).length > 0, 'Choose at least one column.'),
  way: importWay,
  /** The columns by which a row of the file finds its row of the table. */
  by: z.array(columnName).max(16).default([]),
})
export type ImportPlan = z.infer<typeof importPlan>

/** What is wrong with one row of the file. */
export const rowProblem = z.object({
  /** The line of the file, or the row of the sheet, counted from 1. */
  line: z.number(),
  /** The table's column, where it is about one. */
  column: z.string().nullable(),
  value: z.string().nullable(),
  problem,
})
export type RowProblem = z.infer<typeof rowProblem>

/** What an import did, or, as a dry run, would do. */
export const importReport = z.object({
  /** Rows that were looked at; fewer than the file has when it was stopped. */
  rows: z.number(),
  inserts: z.number(),
  updates: z.number(),
  /** Rows that are in the table already, just so. */
  same: z.number(),
  /** Rows that are left out: `problems` has what is wrong with each. */
  bad: z.number(),
  /** The first and the last line that became a decision. */
  lines: z.object({ first: z.number(), last: z.number() }).nullable(),
  /** Rows that only the server can check: a row that they refer to is not kept here. */
  leftToServer: z.number(),
  stopped: z.boolean(),
  /** The decisions, in the order of the file; together they can be taken back by `batch.undo`. A check takes none. */
  entries: z.array(z.uuid()),
  /** Whether the same file imported again would make every row twice: nothing in it tells a row from another. */
  doubles: z.boolean(),
})
export type ImportReport = z.infer<typeof importReport>

/**
 * Rows of a file become decisions about any table. The caller gives the import an id; the file goes up in portions, is
 * opened, checked as often as it takes, and applied once.
 */
export const importRows = {
  put: {
    input: byId.extend({ offset: z.int().min(0), base64: z.string().max((PUT_BYTES * 4) / 3 + 4) }),
    output: z.object({ bytes: z.number() }),
  },
  /** Reads what was put, guesses which column is which, and says by which keys rows can be told apart. */
  open: {
    input: byId.extend({ workspace: workspaceName, relation: relationName, name: z.string().min(1).max(255) }),
    output: z.object({
      rows: z.number(),
      columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
      map: columnMap,
      keys: z.array(z.array(z.string())),
    }),
  },
  /** Every row is tried in the mirror as the person, under all rules, and taken back. `importProgress` tells meanwhile. */
  check: { input: importPlan, output: importReport },
  /** The same once more, for good: each row that passes becomes a decision in the outbox. */
  apply: { input: importPlan, output: importReport },
  /** What was wrong with the rows that the last report left out, in the order of the file. */
  problems: {
    input: byId.extend({ offset: z.int().min(0), limit: z.int().min(1).max(1_000).default(200) }),
    output: z.object({ problems: z.array(rowProblem), total: z.number() }),
  },
  /** Ends a check or an application between two portions of rows; its report says how far it came. */
  stop: { input: byId, output: z.object({}) },
  drop: { input: byId, output: z.object({}) },
}

export const importProgress = z.object({
  event: z.literal('importProgress'),
  id: importId,
  done: z.number(),
  total: z.number(),
})
