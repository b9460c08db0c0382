import { z } from 'zod'
import { entryView } from './entries.ts'
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

/** The journal is not the one that the server has received entries from: restored from a backup, or tampered with. */
export const journalNotice = z.object({
  /** shorter: the newest entry that the server has seen is not here · rewritten: it is here with something else in it */
  kind: z.enum(['shorter', 'rewritten']),
  /** Its place, and the last place here. */
  seen: z.int(),
  here: z.int(),
})
export type JournalNotice = z.infer<typeof journalNotice>

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
  /** People other than the one who is signed in whose decisions wait here for them; the e-mail, where it is known. */
  waitingFor: z.array(z.object({ email: z.string().nullable(), count: z.number() })),
  journal: journalNotice.nullable(),
  lastPulledAt: z.iso.datetime({ offset: true }).nullable(),
  /** The last comparison with the server, table by table; what differed was fetched anew. */
  proof: proof.nullable(),
  /** The server has a newer or older version of the system than this console knows; absent when it is the same. */
  serverVersion: z.enum(['newer', 'older']).optional(),
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

/** How the server that answers now stands to the one that this copy came from. */
export const serverReport = z.object({
  /** restored: it was set back, or put together anew · other: not the same server · none: it is the same */
  change: z.enum(['none', 'restored', 'other']),
  /** The system that runs there; null when it is the one that this workspace is for. Only with that one can work go on. */
  otherSystem: z.string().nullable(),
  /** Decisions of this person that had been applied, and that the server knows nothing of any more. */
  lost: z.array(entryView),
  /** Decisions that wait here and go up once the person goes on with this server. */
  waiting: z.array(entryView),
})
export type ServerReport = z.infer<typeof serverReport>

/** Entries by their ids, or all that no other answer names. */
const someEntries = z.union([z.literal('all'), z.array(z.uuid())])

/** What becomes of each lost decision: sent again under its own number, or left as lost, with its content kept. */
export const serverChoice = z.object({ sendAgain: someEntries.default([]), leave: someEntries.default([]) })
export type ServerChoice = z.infer<typeof serverChoice>

const byWorkspace = z.object({ workspace: workspaceName })

export const sync = {
  status: { input: byWorkspace, output: status },
  /** Push and pull until nothing is left; fails with what stands in the way. */
  now: { input: byWorkspace, output: syncSummary },
  /** Compares every table with the server now and fetches anew what differs. */
  prove: { input: byWorkspace, output: proof },
  /** Compares this copy with the server that answers now; changes and sends nothing. */
  server: { input: byWorkspace, output: serverReport },
  /** Goes on with the server that answers now: its rows are fetched as one cut, the journal is kept. */
  acceptServer: {
    input: byWorkspace.extend(serverChoice.shape),
    output: z.object({ sentAgain: z.number(), left: z.number() }),
  },
  workOffline: { input: z.object({ workspace: workspaceName, on: z.boolean() }), output: status },
  /** A hint that the person is looking: pull at once. */
  focus: { input: byWorkspace, output: z.object({}) },
}
