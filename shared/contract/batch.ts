import { z } from 'zod'
import { columnValues, relationName } from '../model/entry.ts'
import { filter } from '../model/filter.ts'
import { keyText } from '../model/protocol.ts'
import { problem } from './errors.ts'
import { MOST_IMPORT_ROWS } from './import.ts'
import { consequence } from './record.ts'
import { cells, columnName, rowLabels } from './rows.ts'
import { workspaceName } from './workspaces.ts'

/** Rows of one batch at most. */
export const BATCH_MOST = 5_000

/** Rows that are named one by one in an answer, at most; beyond, they are counted. */
export const BATCH_NAMED = 500

const batchId = z.uuid()

/** Some rows of the table: those of these keys, or with `keys` null every one of a list. */
const chosen = z.strictObject({
  keys: z.array(keyText).min(1).max(BATCH_MOST).nullable(),
  filter: filter.nullable().default(null),
  search: z.string().max(200).default(''),
})

/** What is decided for each row. `cells`: other values for each, and what the person saw in their place. */
export const batchWork = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cells'),
    rows: z
      .array(z.strictObject({ key: keyText, set: columnValues, seen: cells }))
      .min(1)
      .max(BATCH_MOST),
  }),
  z.strictObject({ kind: z.literal('set'), rows: chosen, column: columnName, value: z.json() }),
  z.strictObject({ kind: z.literal('delete'), rows: chosen }),
  z.strictObject({ kind: z.literal('call'), rows: chosen, function: z.string(), args: columnValues }),
])
export type BatchWork = z.infer<typeof batchWork>

/** A row for which it can't be done. */
export const refusedRow = z.object({
  key: keyText,
  title: z.string(),
  problem,
  /** What is in the row now; empty when it is gone. */
  now: cells,
})
export type RefusedRow = z.infer<typeof refusedRow>

const refusals = { refused: z.array(refusedRow), refusedTotal: z.number() }

const input = z.object({ workspace: workspaceName, id: batchId, relation: relationName, work: batchWork })

/** The same decision for many rows of a table, or other values for each of some: one entry a row. */
export const batch = {
  /** Tries it out under the rules here and takes it back. Fails with `cancelled` when it is stopped. */
  preview: {
    input,
    output: z.object({
      total: z.number(),
      /** Rows that would be another one after it, and rows that already are as they would be. */
      changing: z.number(),
      unchanged: z.number(),
      /** Of the changing ones, those that only the server can check. */
      onlyServer: z.number(),
      first: z.array(
        z.object({
          key: keyText,
          title: z.string(),
          changes: z.array(
            z.object({ column: columnName, before: z.string().nullable(), after: z.string().nullable() }),
          ),
        }),
      ),
      /** Words for the rows that the shown values point to. */
      labels: rowLabels,
      ...refusals,
      /** What a deletion would take along. */
      consequences: z.array(consequence),
    }),
  },
  /** Decides row by row. Stopped, it leaves the rest as it is and answers what it has done. */
  apply: {
    input,
    output: z.object({
      saved: z.array(z.object({ key: keyText, entry: z.uuid() })),
      unchanged: z.number(),
      ...refusals,
      stopped: z.boolean(),
    }),
  },
  stop: { input: z.object({ id: batchId }), output: z.object({}) },
  /**
   * Takes back those of some entries that have not left this computer: a batch's, or an import's. `batchProgress` tells
   * how far it is, under the id if there is one. An entry that was taken back before counts as undone.
   */
  undo: {
    input: z.object({
      workspace: workspaceName,
      id: batchId.optional(),
      entries: z.array(z.uuid()).min(1).max(MOST_IMPORT_ROWS),
    }),
    output: z.object({ undone: z.number(), late: z.number() }),
  },
}
export type BatchPreview = z.infer<typeof batch.preview.output>
export type BatchApplied = z.infer<typeof batch.apply.output>

export const batchProgress = z.object({
  event: z.literal('batchProgress'),
  id: batchId,
  done: z.number(),
  total: z.number(),
})
