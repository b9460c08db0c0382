import { z } from 'zod'

/** A relation as the catalogue names it: `schema.table`. */
export const relationName = z.string().regex(/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/i)

/** Column values by column name. Exact numbers (numeric, bigint) travel as strings. */
export const columnValues = z.record(z.string(), z.json())

const insert = z.strictObject({ kind: z.literal('insert'), relation: relationName, values: columnValues })

const update = z.strictObject({
  kind: z.literal('update'),
  relation: relationName,
  key: columnValues,
  set: columnValues.refine((set) => Object.keys(set).length > 0, 'Nothing is changed.'),
})

const remove = z.strictObject({ kind: z.literal('delete'), relation: relationName, key: columnValues })

const call = z.strictObject({
  kind: z.literal('call'),
  /** A function of the schema `public`, by its bare name. */
  function: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  args: columnValues,
})

/** What a person asks for: a row change, or a call of a database function. */
export const request = z.discriminatedUnion('kind', [insert, update, remove, call])
export type Request = z.infer<typeof request>

/**
 * What the journal keeps and the server runs: a request with everything that must be the same on both sides.
 * `base` is the JSON text of the touched columns (update) or of the whole row (delete) as they were when the
 * person decided. It stays text here so that exact numbers never pass through a JavaScript number.
 */
export const operation = z.discriminatedUnion('kind', [
  insert,
  update.extend({ base: z.string() }),
  remove.extend({ base: z.string() }),
  call,
])
export type Operation = z.infer<typeof operation>

/** Words for the row that an entry is about, by name: `{ document: 'Passport', client: 'Ama Mensah' }`. */
export const subject = z.record(z.string(), z.string())
export type Subject = z.infer<typeof subject>

/** One decision as it lies in the journal: never changed after it is written. */
export const entry = z.strictObject({
  id: z.uuid(),
  /** Place in this workspace's journal, counted from 1. The order of decisions is this, never a clock. */
  seq: z.int().positive(),
  person: z.uuid(),
  device: z.uuid(),
  /** The machine's clock when it was decided, for people to read; nothing is ordered by it. */
  madeAt: z.iso.datetime({ offset: true }),
  operation,
  subject,
  /** Entries that must have been applied before this one can be. */
  dependsOn: z.array(z.uuid()),
})
export type Entry = z.infer<typeof entry>

/** pending: not sent · applied: on the server, its rows not pulled yet · done: pulled · held: waits for a refused one. */
export const entryState = z.enum([
  'pending',
  'held',
  'applied',
  'done',
  'conflict',
  'rejected',
  'resolved',
  'discarded',
])
export type EntryState = z.infer<typeof entryState>
