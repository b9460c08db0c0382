import type { Settlement } from '#main/journal/journal.ts'
import type { Cut } from '#main/mirror/cut.ts'
import { reached } from './crash-points.ts'
import type { Replica } from './replica.ts'

/** What changes with a cut besides the cursor, and how much it may make run again. */
export type Beside = Pick<Cut, 'keeping' | 'fetched' | 'mostAgain'>

/**
 * Takes the mirror to a cut of the server (or leaves it on its own, with `null`) and puts what is still pending on
 * top. Entries whose transaction the cut contains are done: from here on the server's rows stand for them.
 * @param beside.mostAgain with more decisions than this to run again the cut is put off; what is staged waits for the next
 * @returns whether the mirror is there
 */
export async function rebase(replica: Replica, cursor: string | null, beside: Beside = {}): Promise<boolean> {
  const mirror = await replica.mirror()
  const at = cursor ?? (await mirror.facts()).cursor
  const done = at === undefined ? [] : await pulledWith(replica, at)
  const gone = new Set(done.map(({ id }) => id))
  const pending = replica.pending().filter(({ id }) => !gone.has(id))
  const claims = replica.claims()
  let cut = await mirror.applyCut({ cursor, claims, pending, ...beside })
  if (cut === null) return false
  reached('cut.applied')
  replica.journal.settle(done)
  reached('pull.settled')
  replica.rowsChanged(cut.changed)
  if (done.length > 0) replica.listener.entriesChanged()
  while (cut !== null && cut.left > 0) {
    cut = await mirror.applyCut({ cursor: null, claims, pending: replica.pending() })
    replica.rowsChanged(cut?.changed ?? [])
  }
  return true
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
