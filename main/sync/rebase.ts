import type { Settlement } from '#main/journal/journal.ts'
import { reached } from './crash-points.ts'
import type { Replica } from './replica.ts'

/**
 * Takes the mirror to a cut of the server (or leaves it on its own, with `null`) and puts what is still pending on
 * top. Entries whose transaction the cut contains are done: from here on the server's rows stand for them.
 */
export async function rebase(replica: Replica, cursor: string | null): Promise<void> {
  const mirror = await replica.mirror()
  const at = cursor ?? (await mirror.facts()).cursor
  const done = at === undefined ? [] : await pulledWith(replica, at)
  const gone = new Set(done.map(({ id }) => id))
  const pending = replica.pending().filter(({ id }) => !gone.has(id))
  const changed = await mirror.applyCut({ cursor, claims: replica.claims(), pending })
  reached('cut.applied')
  replica.journal.settle(done)
  reached('pull.settled')
  replica.rowsChanged(changed)
  if (done.length > 0) replica.listener.entriesChanged()
}

async function pulledWith(replica: Replica, cursor: string): Promise<Settlement[]> {
  const applied = replica.journal
    .inState('applied')
    .flatMap(({ id, receipt }) => (receipt?.outcome === 'applied' ? [{ id, xid: receipt.xid }] : []))
  if (applied.length === 0) return []
  const seen = await (await replica.mirror()).seenBy(
    cursor,
    applied.map(({ xid }) => xid),
  )
  return applied.filter(({ xid }) => seen.has(xid)).map(({ id }) => ({ id, state: 'done' }))
}
