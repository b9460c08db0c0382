import { z } from 'zod'
import type { Entry } from './entry.ts'
import { receipt } from './receipt.ts'

/** The version of `migrations/sync` that this console speaks. */
export const SYNC_VERSION = 2

/** A server snapshot (`pg_current_snapshot()::text`): what a mirror has seen. */
export const cursor = z.string().regex(/^\d+:\d+:(\d+(,\d+)*)?$/)
export type Cursor = z.infer<typeof cursor>

/** Primary-key values in key order, each in its text form, as a JSON array: `["6f…"]`. */
export const keyText = z.string().startsWith('[')
export type KeyText = z.infer<typeof keyText>

/** Rows of one relation in Postgres' COPY text format: tab-separated, `\N` for null, one row a line. */
export const copyRows = z.object({
  relation: z.string(),
  columns: z.array(z.string()),
  count: z.int().nonnegative(),
  data: z.string(),
})
export type CopyRows = z.infer<typeof copyRows>

export const relationInfo = z.object({
  relation: z.string(),
  key: z.array(z.string()),
  /** The planner's estimate, for progress only. */
  rows: z.number(),
  bytes: z.number(),
})
export type RelationInfo = z.infer<typeof relationInfo>

/** `console_hello()`: who the server is, who the person is there, what can be mirrored. */
export const hello = z.object({
  serverId: z.uuid(),
  /** Changes when the server is restored, branched or swapped. */
  epoch: z.string(),
  system: z.string(),
  schemaVersion: z.string(),
  /** Changes when the schema may have changed. A server with older SQL does not say. */
  schemaDigest: z.string().optional(),
  syncVersion: z.int(),
  person: z.object({ id: z.uuid(), email: z.string(), name: z.string().nullable(), role: z.string() }),
  /** Bumped when the person sees more or fewer rows without any row having changed. */
  visibility: z.string(),
  cursor,
  /** The server's clock. */
  now: z.iso.datetime({ offset: true }),
  relations: z.array(relationInfo),
  /** Tables that can't be mirrored, each with why not. */
  leftOut: z
    .array(z.object({ relation: z.string(), reason: z.enum(['no_key', 'not_followed', 'no_permission']) }))
    .optional(),
  /** Whether a console that listens is told of changes at once. */
  hints: z.boolean().optional(),
})
export type Hello = z.infer<typeof hello>

/** `console_snapshot(relation, after, max_rows, kept, held)`: one page of what is kept of a table, in key order. */
export const snapshotPage = copyRows.extend({ next: keyText.nullable() })
export type SnapshotPage = z.infer<typeof snapshotPage>

const keys = z.object({ relation: z.string(), keys: z.array(keyText) })

/** `console_pull(cursor, after, max_rows, scope)`: what changed since a cursor. */
export const pullPage = z.object({
  epoch: z.string(),
  visibility: z.string(),
  schemaVersion: z.string(),
  schemaDigest: z.string().optional(),
  /** The snapshot this answer was read at. */
  cursor,
  changed: z.array(copyRows),
  gone: z.array(keys),
  /** Changed rows that are there and not kept here, by their keys. */
  outside: z.array(keys),
  /** The server's clock. */
  now: z.iso.datetime({ offset: true }),
  /** Where the next page starts, or null when this answer holds everything up to its own cursor. */
  next: z.string().nullable(),
})
export type PullPage = z.infer<typeof pullPage>

/** An entry as it goes up, with its hash in the journal's chain. */
export type SentEntry = Entry & { readonly chain?: string }

/** The server that entries are meant for, as far as this console knows it; another one refuses them. */
export interface Expected {
  readonly epoch: string
  readonly cursor: Cursor | null
  /** The newest entry that it has applied for this person. */
  readonly receipt: string | null
  /** The digest of the schema under whose rules the entries were last run here, when it is known. */
  readonly schema?: string
}

/** An entry's place in the journal that it came from; no hash for one that was sent before they were. */
export const chainLink = z.object({ seq: z.int(), id: z.uuid(), hash: z.string().nullable() })
export type ChainLink = z.infer<typeof chainLink>

/** `console_receipts(ids, device)`: what became of entries, and the newest entry that came from this device. */
export const receiptsAnswer = z.object({ epoch: z.string(), receipts: z.array(receipt), head: chainLink.nullable() })
export type ReceiptsAnswer = z.infer<typeof receiptsAnswer>

/** `console_chain(device, after, max_rows)`: every entry that came from a device, in the order of its journal. */
export const chainPage = z.object({ links: z.array(chainLink), next: z.string().nullable() })
export type ChainPage = z.infer<typeof chainPage>

/**
 * `console_push(entries, expected)`: a receipt for each entry, in the same order; none at all, with `schemaChanged`, when
 * the server's schema is not the one under which the entries were run here.
 */
export const pushAnswer = z.object({
  epoch: z.string(),
  receipts: z.array(receipt),
  schemaChanged: z.boolean().optional(),
})
export type PushAnswer = z.infer<typeof pushAnswer>

/** Kinds of objects of a schema, each after those that it may be built on. */
export const schemaKinds = [
  'extension',
  'type',
  'sequence',
  'function',
  'table',
  'partition',
  'default',
  'not null',
  'constraint',
  'index',
  'reference',
  'view',
  'trigger',
  'row security',
  'policy',
  'grant',
  'comment',
] as const

/** A column of a table: `behind` follows the type in its definition. */
export const schemaColumn = z.object({
  name: z.string(),
  type: z.string(),
  behind: z.string(),
  generated: z.boolean(),
})

/** An object of a schema: the statement that makes it, and the one that takes it away. */
export const schemaObject = z.object({
  kind: z.enum(schemaKinds),
  name: z.string(),
  /** The relation that it belongs to and goes with. */
  partOf: z.string().nullable(),
  sql: z.string(),
  undo: z.string().nullable(),
  /** Of an enum: its values in order. */
  labels: z.array(z.string()).optional(),
  /** Types of the schema that it is built on. */
  uses: z.array(z.string()).optional(),
  /** Of a table: its name as consoles say it, its columns, and how it is partitioned. */
  relation: z.string().optional(),
  columns: z.array(schemaColumn).optional(),
  partition: z.string().optional(),
  /** Of a constraint: whether it is the primary key, and whether rows that were there before it may break it. */
  key: z.boolean().optional(),
  unchecked: z.boolean().optional(),
  /** Of a policy: what stands for it where it can't be had. */
  standIn: z.string().optional(),
})
export type SchemaObject = z.infer<typeof schemaObject>

/** `console_schema()`: everything that the server's schema is made of. */
export const serverSchema = z.object({ schemaDigest: z.string(), objects: z.array(schemaObject) })
export type ServerSchema = z.infer<typeof serverSchema>

/** `console_rows(relation, keys | column and value, after, max_rows)`: rows that somebody asked for. */
export const rowsPage = snapshotPage.extend({ gone: z.array(keyText), now: z.iso.datetime({ offset: true }) })
export type RowsPage = z.infer<typeof rowsPage>

/** `console_proof(relation, columns, kept)`: count and order-free hash of what the person sees of a table. */
export const proof = z.object({ relation: z.string(), count: z.number(), hash: z.string(), cursor })
export type Proof = z.infer<typeof proof>
