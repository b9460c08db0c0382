import { z } from 'zod'

/** A row of the server as JSON text, or null when the row is gone or not visible to the person. */
const rowText = z.string().nullable()

/** Why the server did not do it, in the database's own terms and in words. */
export const refusal = z.object({
  sqlstate: z.string(),
  message: z.string(),
  /** A stable name for the reason, to be translated: `review.superseded`, `unique_violation`, … */
  code: z.string(),
  field: z.string().nullable(),
  constraint: z.string().nullable(),
  hint: z.string().nullable(),
  /** Values for the translated sentence. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

/** One touched column on which two people differ. Values are JSON. */
export const collision = z.object({
  column: z.string(),
  base: z.json(),
  mine: z.json(),
  theirs: z.json(),
})
export type Collision = z.infer<typeof collision>

const conflictKind = z.enum([
  'update_update',
  'update_delete',
  'delete_update',
  'insert_insert',
  'missing_reference',
  'precondition',
])

export const conflict = z.object({
  kind: conflictKind,
  collisions: z.array(collision),
  /** The server's row now, for kinds that have one. */
  theirs: rowText,
  /** For a function's precondition: what the function says is current now. */
  current: z.record(z.string(), z.json()).nullable(),
  /** For a function's precondition: arguments that repeat the decision on what is current now ("take mine"). */
  retryArgs: z.record(z.string(), z.json()).nullable(),
  reason: refusal,
})
export type Conflict = z.infer<typeof conflict>

/** The server's one and lasting answer to an entry. */
export const receipt = z.discriminatedUnion('outcome', [
  z.object({
    id: z.uuid(),
    outcome: z.literal('applied'),
    /** The transaction that applied it; a cursor that sees it has pulled what it did. */
    xid: z.string(),
    /** Other columns of the row had changed meanwhile; both changes stand. */
    merged: z.boolean(),
    /** What a called function answered. */
    result: z.json(),
  }),
  z.object({ id: z.uuid(), outcome: z.literal('conflict'), conflict }),
  z.object({ id: z.uuid(), outcome: z.literal('rejected'), reason: refusal }),
  z.object({ id: z.uuid(), outcome: z.literal('held'), on: z.uuid() }),
])
export type Receipt = z.infer<typeof receipt>
