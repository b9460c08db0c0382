import type { JournalEntry } from '#main/journal/journal.ts'
import { type ErrorCode, OutpostError } from '#shared/contract/errors.ts'
import type { Expected, PushAnswer } from '#shared/model/protocol.ts'
import { reached } from './crash-points.ts'
import { SchemaChanged } from './inbound.ts'
import { passes } from './pace.ts'
import { rebase } from './rebase.ts'
import type { Replica } from './replica.ts'
import { batchOf, dependenciesToSend, plan, settlementOf } from './rules.ts'
import { expected, knownEpoch } from './server-identity.ts'

/** Failures of a whole request that a single entry in it can cause, again and again. */
const MAY_BE_ONE_ENTRY: readonly ErrorCode[] = ['server_error', 'timeout', 'too_large', 'refused', 'bad_request']
/** Entries between two looks at what became of them: their rows fill an answer. */
const BETWEEN = 2_000
/** Attempts after which a failure that may pass is taken for the entry's fault; entries set aside in one go. */
const PATIENCE = 2
const MOST_ASIDE = 3

export interface Pushed {
  /** How many entries got an answer. */
  readonly answered: number
  /** What the server said to an entry that was set aside, if there is one. */
  readonly aside: OutpostError | null
}

/**
 * Sends what may be sent, batch after batch, and records each answer. An attempt is noted before it leaves, so that
 * an entry whose answer was lost is never taken for one that never left. When a batch keeps failing as a whole it is
 * halved until the entry that the server chokes on stands alone; the others go on without it.
 * @param between runs after every so many entries but the last: what the server made of them can come home while the
 *   rest leaves
 * @throws OutpostError what stands in the way of all of them
 */
export async function push(
  replica: Replica,
  mayGo: (entry: JournalEntry) => boolean,
  between: () => Promise<void>,
  signal: AbortSignal,
): Promise<Pushed> {
  const sent = new Set<string>()
  const aside = new Map<string, OutpostError>()
  let most = Number.POSITIVE_INFINITY
  let unseen = 0
  while (replica.journal.inState('pending', 'held').length > 0) {
    const server = await serverFor(replica)
    // From here until it is noted that they leave nothing is waited for: one that is taken back meanwhile would leave too.
    const open = replica.journal.open()
    const { send, settle } = plan(ownOnly(replica, open), mayGo)
    replica.journal.settle(settle)
    if (settle.length > 0) replica.listener.entriesChanged()
    const toSend = send.filter((entry) => !sent.has(entry.id) && !aside.has(entry.id) && !waitsFor(aside, entry))
    const batch = batchOf(toSend).slice(0, most)
    if (batch.length === 0) break
    try {
      if (await pushBatch(replica, batch, open, server)) await rebase(replica, null)
      for (const { id } of batch) sent.add(id)
      most = Number.POSITIVE_INFINITY
      unseen += batch.length
    } catch (error) {
      const [first] = batch
      if (!mayBeOneEntry(error) || first === undefined || aside.size >= MOST_ASIDE) throw error
      if (passes(error) && first.attempts < PATIENCE) throw error
      if (batch.length === 1) aside.set(first.id, error)
      else most = Math.ceil(batch.length / 2)
    }
    replica.listener.entriesChanged()
    signal.throwIfAborted()
    if (unseen >= BETWEEN && batch.length < toSend.length) {
      await between()
      unseen = 0
    }
  }
  const [refused = null] = aside.values()
  return { answered: sent.size, aside: refused }
}

function mayBeOneEntry(error: unknown): error is OutpostError {
  if (error instanceof SchemaChanged) return false
  return error instanceof OutpostError && MAY_BE_ONE_ENTRY.includes(error.code)
}

function waitsFor(aside: ReadonlyMap<string, unknown>, entry: JournalEntry): boolean {
  return entry.dependsOn.some((id) => aside.has(id))
}

/** Entries never go up under another name. */
function ownOnly(replica: Replica, open: readonly JournalEntry[]): JournalEntry[] {
  const person = replica.person()
  return open.filter((entry) => entry.person === person?.id)
}

/** The server that the entries may go to, with the schema that they were decided by. */
async function serverFor(replica: Replica): Promise<Expected | undefined> {
  const schema = await (await replica.mirror()).schemaDigest()
  const known = await expected(replica)
  return known && { ...known, ...(schema !== undefined && { schema }) }
}

async function pushBatch(
  replica: Replica,
  batch: readonly JournalEntry[],
  open: readonly JournalEntry[],
  server: Expected | undefined,
): Promise<boolean> {
  replica.journal.attempted(batch.map(({ id }) => id))
  reached('push.noted')
  const dependsOn = dependenciesToSend(open, batch)
  const answer = await replica.gateway.push(
    batch.map((entry) => onTheWire(entry, dependsOn(entry))),
    server,
  )
  reached('push.answered')
  if (answer.schemaChanged === true) throw new SchemaChanged()
  checkAnswer(replica, batch, answer)
  const settlements = answer.receipts.map(settlementOf)
  replica.journal.settle(settlements)
  reached('push.settled')
  return settlements.some(({ state }) => state !== 'applied')
}

function onTheWire({ id, seq, person, device, madeAt, operation, hash: chain }: JournalEntry, dependsOn: string[]) {
  return { id, seq, person, device, madeAt, operation, subject: {}, dependsOn, chain }
}

function checkAnswer(replica: Replica, batch: readonly JournalEntry[], answer: PushAnswer): void {
  const sent = batch.map(({ id }) => id).join()
  if (answer.receipts.map(({ id }) => id).join() !== sent) {
    throw new OutpostError('bad_answer', 'The server answered for other decisions than the ones that were sent.')
  }
  if (answer.epoch !== knownEpoch(replica)) {
    throw new OutpostError('server_replaced', 'The server was restored or swapped while we were talking to it.')
  }
}
