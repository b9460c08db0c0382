import type { JournalEntry, Settlement } from '#main/journal/journal.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ServerChoice, ServerReport } from '#shared/contract/sync.ts'
import type { Hello } from '#shared/model/protocol.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import { reached } from './crash-points.ts'
import { viewOf } from './entry-view.ts'
import type { Replica } from './replica.ts'
import { settlementOf } from './rules.ts'
import { changeOf, cursorHere, isApplied, nameOf, ROWS_OF_ANOTHER, receiptsOf } from './server-identity.ts'

/*
 * A server that was restored, branched or swapped: what it knows of this person's decisions, and how they go on.
 * Nothing is guessed. Until the person has chosen, nothing is sent and nothing here is changed.
 */

interface Compared {
  readonly hello: Hello
  readonly change: ServerReport['change']
  readonly lost: readonly JournalEntry[]
  /** What the server's own receipts say otherwise than the journal. */
  readonly corrections: readonly Settlement[]
}

/** @throws OutpostError `signed_out`, `not_staff`, `other_person`, and what every request may throw */
export async function reportOn(replica: Replica): Promise<ServerReport> {
  const { hello, change, lost } = await compare(replica)
  const waiting = replica.journal.inState('pending', 'held').filter(({ person }) => person === hello.person.id)
  return {
    change,
    otherSystem: hello.system === replica.manifest.system ? null : hello.system,
    lost: lost.map((entry) => viewOf(entry, 0)),
    waiting: waiting.map((entry) => viewOf(entry, 0)),
  }
}

/**
 * Goes on with the server that answers now. The mirror keeps showing what it has until the server's rows have come
 * and take their place as one cut. Killed at any moment, it either still asks or goes on as it was told.
 * @throws OutpostError `bad_request` when a lost decision has no answer, `server_replaced` when another system runs there
 */
export async function accept(replica: Replica, choice: ServerChoice): Promise<{ sentAgain: number; left: number }> {
  const { hello, change, lost, corrections } = await compare(replica)
  if (hello.system !== replica.manifest.system) {
    throw new OutpostError(
      'server_replaced',
      `This project runs ${hello.system}, and this workspace is for ${replica.manifest.system}. Add it as a workspace of its own.`,
      { reason: 'server.other_system', params: { there: hello.system, here: replica.manifest.system } },
    )
  }
  const { sendAgain, leave } = answers(lost, choice)
  if (change !== 'none') {
    const mirror = await replica.mirror()
    if ((await mirror.facts()).ready === 'yes') await mirror.setFact('visibility', ROWS_OF_ANOTHER)
    else await replica.dropMirror()
    reached('server.marked')
    const chosen = [
      ...sendAgain.map((id): Settlement => ({ id, state: 'pending' })),
      ...leave.map((id): Settlement => ({ id, state: 'discarded' })),
    ]
    replica.journal.settle([...corrections, ...chosen], { server: nameOf(hello) })
    reached('server.accepted')
    replica.listener.entriesChanged()
  }
  return { sentAgain: sendAgain.length, left: leave.length }
}

async function compare(replica: Replica): Promise<Compared> {
  const { sub } = replica.claims()
  // Before the server is asked: a pull that ends meanwhile must not make it look younger than the mirror.
  const cursor = await cursorHere(replica)
  const hello = await replica.gateway.hello()
  if (hello.person.id !== sub) {
    throw new OutpostError('other_person', 'Another person is signed in at the server. Sign in again.')
  }
  const told = changeOf(replica.journal.fact('server'), cursor, hello)
  const answered = replica.journal.answered(sub)
  const receipts = await receiptsOf(replica, answered)
  const lost = answered.filter((entry) => isApplied(entry) && receipts.get(entry.id)?.outcome !== 'applied')
  const change = told === 'none' && lost.length > 0 ? 'restored' : told
  const corrections = answered.flatMap((entry) => correction(entry, receipts.get(entry.id)))
  return { hello, change, lost, corrections }
}

/**
 * The server's own receipt is its one answer, whatever another server has said. What it has applied is in every cut
 * that is fetched from now on.
 */
function correction(entry: JournalEntry, there: Receipt | undefined): Settlement[] {
  if (there === undefined) return []
  if (there.outcome === 'applied') {
    return entry.state === 'done' || entry.state === 'resolved' ? [] : [{ id: entry.id, state: 'done', receipt: there }]
  }
  const differs = there.outcome !== entry.state && (entry.state === 'conflict' || entry.state === 'rejected')
  return differs ? [settlementOf(there)] : []
}

/** @throws OutpostError `bad_request` */
function answers(lost: readonly JournalEntry[], choice: ServerChoice): { sendAgain: string[]; leave: string[] } {
  const ids = lost.map(({ id }) => id)
  const [again, left] = [named(choice.sendAgain), named(choice.leave)]
  const unknown = [...again, ...left].find((id) => !ids.includes(id))
  if (unknown !== undefined) {
    throw new OutpostError('bad_request', `The decision ${unknown} is not among those that the server has lost.`, {
      field: again.includes(unknown) ? 'sendAgain' : 'leave',
      reason: 'server.not_lost',
    })
  }
  const rest = ids.filter((id) => !again.includes(id) && !left.includes(id))
  const open = choice.sendAgain !== 'all' && choice.leave !== 'all' ? rest.length : 0
  const isTwofold = again.some((id) => left.includes(id)) || (choice.sendAgain === 'all' && choice.leave === 'all')
  if ((open > 0 || isTwofold) && ids.length > 0) {
    throw new OutpostError(
      'bad_request',
      `Say for each of the ${ids.length} decisions that the server has lost whether it is sent again or left, and say it once.`,
      { field: 'sendAgain', reason: 'server.unanswered', params: { count: ids.length } },
    )
  }
  return {
    sendAgain: ids.filter((id) => again.includes(id) || (choice.sendAgain === 'all' && !left.includes(id))),
    leave: ids.filter((id) => left.includes(id) || (choice.leave === 'all' && !again.includes(id))),
  }
}

function named(entries: ServerChoice['leave']): readonly string[] {
  return entries === 'all' ? [] : entries
}
