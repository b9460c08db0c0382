import type { SnapshotPage } from '#shared/model/protocol.ts'
import { reached } from './crash-points.ts'
import { PAGE_ROWS, pull, type Report } from './inbound.ts'
import { plannedKeeping } from './planned-keeping.ts'
import { rebase } from './rebase.ts'
import type { Replica } from './replica.ts'
import { isSameKeeping, lacking } from './scope.ts'

/**
 * Brings what is kept to what should be. Rows that are not wanted any more go in one cut, and that needs no network; of
 * what is wanted now only the missing part is fetched, staged, and shown in one cut with a pull. Interrupted, it begins
 * anew: what is in effect changes with its cut, and what was staged for another is let go with the next.
 * @param mayFetch whether the network may be used; else only what needs none is done
 * @returns how many rows came or went with the pull, if there was one
 */
export async function rescope(replica: Replica, report: Report, signal: AbortSignal, mayFetch = true): Promise<number> {
  const mirror = await replica.mirror()
  const { ready, now } = await mirror.facts()
  if (ready !== 'yes' || now === undefined) return 0
  const current = await mirror.keeping()
  const next = plannedKeeping(replica, current, now)
  const missing = lacking(current, next)
  const held = Object.fromEntries(missing.map((part) => [part.relation, part.held]))
  const narrower = { ...next, ...held }
  if (!isSameKeeping(narrower, current)) {
    await rebase(replica, null, { keeping: narrower })
    reached('scope.pruned')
  }
  if (missing.length === 0 || !mayFetch) return 0
  for (const { relation, ...part } of missing) {
    let after: string | null = null
    do {
      const page: SnapshotPage = await replica.gateway.snapshot(relation, after, PAGE_ROWS, part)
      signal.throwIfAborted()
      await mirror.stageSnapshot(page)
      reached('scope.staged')
      after = page.next
    } while (after !== null)
  }
  const rows = await pull(replica, report, signal, { keeping: next })
  reached('scope.widened')
  return rows
}
