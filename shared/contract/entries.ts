import { z } from 'zod'
import { entry, entryState, request } from '../model/entry.ts'
import { conflict, refusal } from '../model/receipt.ts'
import { cells } from './rows.ts'
import { workspaceName } from './workspaces.ts'

const byId = z.object({ workspace: workspaceName, id: z.uuid() })

/** An entry with where it stands. */
export const entryView = entry.extend({
  state: entryState,
  attempts: z.number(),
  /** Milliseconds until it may be sent; while it is above zero the entry can be undone. */
  undoMs: z.number(),
  /** The server had applied it, was then set back to before it, and the person let it rest. */
  lost: z.boolean(),
  refusal: refusal.nullable(),
  conflict: conflict.nullable(),
  /** A row that is not kept here is missing, so only the server can check it. */
  leftToServer: z.boolean(),
  /** The refused entry that this one waits for. */
  heldBy: z.uuid().nullable(),
})
export type EntryView = z.infer<typeof entryView>

export const entries = {
  /**
   * Answers when the decision is durable in the journal. `seen`: what the person saw in the columns that an update sets,
   * where that may be another row than the one here; a row that has others by now is a conflict.
   */
  submit: {
    input: z.object({ workspace: workspaceName, request, seen: cells.optional() }),
    output: z.object({ id: z.uuid() }),
  },
  /** Takes back an entry that has not been sent. */
  undo: { input: byId, output: z.object({}) },
}

export const outbox = {
  /** Newest last. `open`: everything that is not done, resolved or discarded. */
  list: {
    input: z.object({
      workspace: workspaceName,
      which: z.enum(['open', 'all']).default('open'),
      limit: z.int().min(1).max(500).default(200),
      before: z.int().optional(),
    }),
    output: z.object({ entries: z.array(entryView), total: z.number() }),
  },
  /** Sends a rejected entry again as it is. */
  retry: { input: byId, output: z.object({}) },
  discard: { input: byId, output: z.object({}) },
}

/** mine: do it anyway, on what is current now · theirs: leave it as it is · an object: these values instead. */
export const resolution = z.union([z.literal('mine'), z.literal('theirs'), z.record(z.string(), z.json())])
export type Resolution = z.infer<typeof resolution>

export const conflicts = {
  list: { input: z.object({ workspace: workspaceName }), output: z.array(entryView) },
  resolve: {
    input: byId.extend({ take: resolution }),
    /** The entry that carries the resolution, or null when nothing is left to send. */
    output: z.object({ id: z.uuid().nullable() }),
  },
}
