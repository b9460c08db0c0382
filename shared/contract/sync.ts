import { z } from 'zod'
import { problem } from './errors.ts'
import { person } from './session.ts'
import { workspaceName } from './workspaces.ts'

export const progress = z.object({
  phase: z.enum(['opening', 'snapshot', 'pull', 'push', 'rebuild', 'files']),
  /** The table at hand, `schema.table`. */
  relation: z.string().nullable(),
  tables: z.object({ done: z.number(), total: z.number() }),
  rows: z.object({ done: z.number(), total: z.number() }),
  bytes: z.number(),
  /** Seconds left, once a rate is known. */
  secondsLeft: z.number().nullable(),
})
export type Progress = z.infer<typeof progress>

export const proof = z.object({
  at: z.iso.datetime({ offset: true }),
  equal: z.array(z.string()),
  mended: z.array(z.string()),
  busy: z.array(z.string()),
})

export type Proof = z.infer<typeof proof>

export const status = z.object({
  workspace: workspaceName,
  /** offline: the network or the server can't be reached, or the person chose to work offline. */
  state: z.enum(['signed-out', 'online', 'syncing', 'offline', 'attention']),
  workOffline: z.boolean(),
  /** Why it is offline or needs attention. */
  problem: problem.nullable(),
  progress: progress.nullable(),
  /** Whether the first sync has ended, so that the desks can show rows. */
  ready: z.boolean(),
  pending: z.number(),
  conflicts: z.number(),
  rejected: z.number(),
  /** Whether changes are told by the server at once; else it is asked for them. */
  hinted: z.boolean(),
  /** Milliseconds by which this computer's clock is ahead of the server's (negative: behind), when that is far. */
  clockAhead: z.number().nullable(),
  lastPulledAt: z.iso.datetime({ offset: true }).nullable(),
  /** The last comparison with the server, table by table; what differed was fetched anew. */
  proof: proof.nullable(),
  /** Rows and document files on this computer. */
  rows: z.number(),
  files: z.number(),
  person: person.nullable(),
})
export type Status = z.infer<typeof status>

export const syncSummary = z.object({
  pulledRows: z.number(),
  pushed: z.number(),
  pending: z.number(),
  conflicts: z.number(),
  rejected: z.number(),
})

const byWorkspace = z.object({ workspace: workspaceName })

export const sync = {
  status: { input: byWorkspace, output: status },
  /** Push and pull until nothing is left; fails with what stands in the way. */
  now: { input: byWorkspace, output: syncSummary },
  /** Compares every table with the server now and fetches anew what differs. */
  prove: { input: byWorkspace, output: proof },
  workOffline: { input: z.object({ workspace: workspaceName, on: z.boolean() }), output: status },
  /** A hint that the person is looking: pull at once. */
  focus: { input: byWorkspace, output: z.object({}) },
}
