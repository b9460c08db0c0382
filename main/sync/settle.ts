import type { JournalEntry } from '#main/journal/journal.ts'
import type { Resolution } from '#shared/contract/entries.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Operation, Request } from '#shared/model/entry.ts'
import type { Conflict } from '#shared/model/receipt.ts'
import { reached } from './crash-points.ts'
import { rebase } from './rebase.ts'
import type { Replica } from './replica.ts'
import { submit } from './submit.ts'

/**
 * Ends a conflict as the person says. Theirs: the decision is let go. Mine, or other values: a new entry that was
 * decided in sight of what the server has now; the old one is settled in the same stroke.
 * @returns the new entry's id, or null when nothing is left to send
 */
export async function resolve(replica: Replica, id: string, take: Resolution): Promise<string | null> {
  const entry = find(replica, id)
  if (entry.state !== 'conflict' || entry.receipt?.outcome !== 'conflict') {
    throw new OutpostError('not_found', 'This conflict has been resolved already.')
  }
  if (take === 'theirs') {
    await letGo(replica, [id], 'resolved')
    return null
  }
  const { conflict } = entry.receipt
  const request = onCurrent(entry.operation, conflict, take === 'mine' ? {} : take)
  return submit(replica, request, { resolving: { entry: id, theirs: conflict.theirs } })
}

/** Sends a rejected entry again, as it is, under a new id: the server has given its last word on the old one. */
export async function retry(replica: Replica, id: string): Promise<void> {
  const entry = find(replica, id)
  if (entry.state !== 'rejected') throw new OutpostError('not_found', 'Only a rejected entry can be sent again.')
  await submit(replica, asRequest(entry.operation), { resolving: { entry: id, theirs: null } })
}

/**
 * Gives an entry up. Its content stays in the journal.
 * @throws OutpostError `refused` when it may be on the server already
 */
export async function discard(replica: Replica, id: string): Promise<void> {
  checkDiscardable(find(replica, id))
  await letGo(replica, [id], 'discarded')
}

/**
 * Gives several entries up in one stroke.
 * @throws OutpostError `refused` when one of them may be on the server already; then all stay
 */
export async function discardAll(replica: Replica, ids: readonly string[]): Promise<void> {
  const open = new Map(replica.journal.open().map((entry) => [entry.id, entry]))
  for (const id of ids) checkDiscardable(open.get(id) ?? find(replica, id))
  await letGo(replica, ids, 'discarded')
}

function checkDiscardable(entry: JournalEntry): void {
  const neverSent = (entry.state === 'pending' || entry.state === 'held') && entry.attempts === 0
  const refused = entry.state === 'conflict' || entry.state === 'rejected' || entry.state === 'held'
  if (!neverSent && !refused) {
    throw new OutpostError(
      'refused',
      'This was sent and may be on the server already, so it can’t be taken back here. Go online to find out.',
      { reason: 'entry.sent' },
    )
  }
}

async function letGo(replica: Replica, ids: readonly string[], state: 'resolved' | 'discarded'): Promise<void> {
  replica.journal.settle(ids.map((id) => ({ id, state })))
  reached('discard.settled')
  replica.listener.entriesChanged()
  await rebase(replica, null)
}

function find(replica: Replica, id: string): JournalEntry {
  const entry = replica.journal.find(id)
  if (entry === null) throw new OutpostError('not_found', 'There is no such entry.')
  return entry
}

function onCurrent(operation: Operation, conflict: Conflict, values: Record<string, unknown>): Request {
  const changed = values as Extract<Request, { kind: 'insert' }>['values']
  const request = asRequest(operation)
  switch (request.kind) {
    case 'call':
      return { ...request, args: { ...request.args, ...conflict.retryArgs, ...changed } }
    case 'insert':
      return { ...request, values: { ...request.values, ...changed } }
    case 'update':
      if (conflict.kind === 'update_delete') {
        throw new OutpostError(
          'refused',
          'The row is gone on the server, so there is nothing to change. Leave it as it is.',
        )
      }
      return { ...request, set: { ...request.set, ...changed } }
    case 'delete':
      return request
  }
}

function asRequest(operation: Operation): Request {
  if (operation.kind === 'update' || operation.kind === 'delete') {
    const { base: _, ...request } = operation
    return request
  }
  return operation
}
