import type { JournalEntry, Settlement } from '#main/journal/journal.ts'
import type { EntryState } from '#shared/model/entry.ts'
import type { Receipt } from '#shared/model/receipt.ts'

/*
 * The decisions of sync, pure: entries and answers in, what to do out.
 *
 * 1. Entries go up in the order in which they were decided.
 * 2. An entry goes up only after everything that it depends on; while one of those is refused, it is held.
 * 3. A refused entry holds back nothing else.
 * 4. An entry is done when a pulled cut contains the transaction that applied it, not before.
 */

/** States in which an entry stops what depends on it. */
const STOPPED: readonly EntryState[] = ['conflict', 'rejected', 'held']
/** States in which the server has yet to hear of an entry, or has applied it. */
const ON_ITS_WAY: readonly EntryState[] = ['pending', 'applied']

export interface Plan {
  /** To be sent, in order. */
  readonly send: readonly JournalEntry[]
  /** Standings that change before anything is sent. */
  readonly settle: readonly Settlement[]
}

/**
 * What to send of the open entries, in order, and which of them must wait for a refused one.
 * @param open all open entries of the journal, in order
 * @param mayGo whether an entry may leave yet (its time for undo is over); nothing overtakes one that may not
 */
export function plan(open: readonly JournalEntry[], mayGo: (entry: JournalEntry) => boolean): Plan {
  const states = new Map(open.map((entry) => [entry.id, entry.state]))
  const send: JournalEntry[] = []
  const settle: Settlement[] = []
  let waiting = false
  for (const entry of open) {
    if (entry.state !== 'pending' && entry.state !== 'held') continue
    const blocker = entry.dependsOn.find((id) => STOPPED.includes(states.get(id) ?? 'done')) ?? null
    const state = blocker === null ? 'pending' : 'held'
    if (state !== entry.state || blocker !== entry.heldBy) settle.push({ id: entry.id, state, heldBy: blocker })
    states.set(entry.id, state)
    waiting ||= !mayGo(entry)
    if (state === 'pending' && !waiting) send.push(entry)
  }
  return { send, settle }
}

/**
 * The dependencies that the server must know of: those still on their way. What was given up holds back nothing, and
 * what another one of them waits for in the same request is waited for through it: thousands of decisions on one row
 * would otherwise name each other by the million.
 * @param open all open entries of the journal, as they stood before the plan
 * @param batch the entries that go up together, some of which may have been held until now
 * @returns what to ask for each entry of the batch
 */
export function dependenciesToSend(
  open: readonly JournalEntry[],
  batch: readonly JournalEntry[],
): (entry: JournalEntry) => string[] {
  const before = open.filter(({ state }) => ON_ITS_WAY.includes(state))
  const onTheWay = new Set([...before, ...batch].map(({ id }) => id))
  const together = new Map(batch.map((entry) => [entry.id, entry]))
  return (entry) => {
    const named = entry.dependsOn.filter((id) => onTheWay.has(id))
    const through = new Set<string>()
    for (const id of named.toReversed()) {
      if (!through.has(id)) for (const further of together.get(id)?.dependsOn ?? []) through.add(further)
    }
    return named.filter((id) => !through.has(id))
  }
}

/** Where an entry stands after the server's answer. */
export function settlementOf(receipt: Receipt): Settlement {
  switch (receipt.outcome) {
    case 'applied':
      return { id: receipt.id, state: 'applied', receipt }
    case 'conflict':
      return { id: receipt.id, state: 'conflict', receipt }
    case 'rejected':
      return { id: receipt.id, state: 'rejected', receipt }
    case 'held':
      return { id: receipt.id, state: 'held', heldBy: receipt.on }
  }
}

/** How many entries, and how many characters of them, go into one request. */
const BATCH_ENTRIES = 1_000
const BATCH_CHARACTERS = 1_000_000

/** The next entries to send in one request: at least one, if there are any. */
export function batchOf(send: readonly JournalEntry[]): JournalEntry[] {
  const batch: JournalEntry[] = []
  let characters = 0
  for (const entry of send) {
    characters += JSON.stringify(entry.operation).length
    if (batch.length > 0 && (batch.length >= BATCH_ENTRIES || characters > BATCH_CHARACTERS)) break
    batch.push(entry)
  }
  return batch
}
