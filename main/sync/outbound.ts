import type { JournalEntry } from '#main/journal/journal.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { PushAnswer } from '#shared/model/protocol.ts'
import { rebase } from './rebase.ts'
import type { Replica } from './replica.ts'
import { batchOf, dependenciesToSend, plan, settlementOf } from './rules.ts'

/**
 * Sends what may be sent, batch after batch, and records each answer. An attempt is noted before it leaves, so that
 * an entry whose answer was lost is never taken for one that never left.
 * @returns how many entries got an answer
 */
export async function push(
  replica: Replica,
  mayGo: (entry: JournalEntry) => boolean,
  signal: AbortSignal,
): Promise<number> {
  const sent = new Set<string>()
  for (;;) {
    const open = replica.journal.open()
    const { send, settle } = plan(ownOnly(replica, open), mayGo)
    replica.journal.settle(settle)
    if (settle.length > 0) replica.listener.entriesChanged()
    const batch = batchOf(send.filter(({ id }) => !sent.has(id)))
    if (batch.length === 0) return sent.size
    const refused = await pushBatch(replica, batch, open)
    for (const { id } of batch) sent.add(id)
    replica.listener.entriesChanged()
    if (refused) await rebase(replica, null)
    signal.throwIfAborted()
  }
}

/** Entries never go up under another name. */
function ownOnly(replica: Replica, open: readonly JournalEntry[]): JournalEntry[] {
  const person = replica.person()
  return open.filter((entry) => entry.person === person?.id)
}

async function pushBatch(
  replica: Replica,
  batch: readonly JournalEntry[],
  open: readonly JournalEntry[],
): Promise<boolean> {
  replica.journal.attempted(batch.map(({ id }) => id))
  const answer = await replica.gateway.push(batch.map((entry) => onTheWire(entry, open)))
  checkAnswer(replica, batch, answer)
  const settlements = answer.receipts.map(settlementOf)
  replica.journal.settle(settlements)
  return settlements.some(({ state }) => state !== 'applied')
}

function onTheWire(entry: JournalEntry, open: readonly JournalEntry[]) {
  const { id, seq, person, device, madeAt, operation } = entry
  return { id, seq, person, device, madeAt, operation, subject: {}, dependsOn: dependenciesToSend(entry, open) }
}

function checkAnswer(replica: Replica, batch: readonly JournalEntry[], answer: PushAnswer): void {
  const sent = batch.map(({ id }) => id).join()
  if (answer.receipts.map(({ id }) => id).join() !== sent) {
    throw new OutpostError('bad_answer', 'The server answered for other decisions than the ones that were sent.')
  }
  const epoch = replica.journal.fact('server')?.split(' ').slice(1).join(' ')
  if (answer.epoch !== epoch) {
    throw new OutpostError('server_replaced', 'The server was restored or swapped while we were talking to it.')
  }
}
