import type { Operation } from '#shared/model/entry.ts'
import type { Adaptation } from './adapt/adaptation.ts'
import type { PGlite, Transaction } from './database.ts'
import { setFact } from './facts.ts'
import type { Claims } from './person.ts'
import { noteRun, tryRun } from './run.ts'

/*
 * Owns what the mirror shows: a cut of the server, and on it the pending decisions in their order.
 * Invariant: mirror = server at the cursor + pending entries. One transaction takes it from one such state to the next.
 * Worst outcome of a mistake here: a screen that shows what is neither on the server nor decided here.
 */

export interface PendingEntry {
  readonly id: string
  readonly seq: number
  readonly operation: Operation
}

export interface Cut {
  /** The server snapshot that the staged rows complete; null when only the pending entries have changed. */
  readonly cursor: string | null
  readonly claims: Claims
  /** Every entry that the server has not made part of this cut, in order. */
  readonly pending: readonly PendingEntry[]
  /** The server's schema, when the staged rows are the first that have it. */
  readonly adaptation?: Adaptation | null
}

/**
 * Git rebase for rows: take the local effects back, put the server's rows in place, run what is pending again.
 * Left out when no staged row touches a local effect and the same entries are pending as before.
 * @returns the tables whose rows may have changed
 */
export async function applyCut(database: PGlite, cut: Cut): Promise<string[]> {
  const adaptation = cut.adaptation ?? null
  return database.transaction(async (tx) => {
    await tx.exec('set local session_replication_role = replica')
    const again = adaptation !== null || (await mustRunAgain(tx, cut))
    const changed = new Set<string>()
    if (again) {
      for (const relation of await relationsWithEffects(tx)) changed.add(relation)
      await tx.exec('select outpost.undo()')
    }
    for (const relation of (await adaptation?.makePlace(tx)) ?? []) changed.add(relation)
    if (cut.cursor !== null) {
      const { rows } = await tx.query<{ touched: string[] }>('select outpost.put_in_place() as touched')
      for (const relation of rows[0]?.touched ?? []) changed.add(relation)
      await setFact(tx, 'cursor', cut.cursor)
    }
    await adaptation?.finish(tx)
    await tx.exec('set local session_replication_role = origin')
    if (again) {
      for (const entry of cut.pending) {
        await noteRun(tx, entry, await tryRun(tx, cut.claims, entry.id, entry.operation))
      }
      for (const relation of await relationsWithEffects(tx)) changed.add(relation)
    }
    return [...changed].sort()
  })
}

async function mustRunAgain(tx: Transaction, { pending, cursor }: Cut): Promise<boolean> {
  const { rows } = await tx.query<{ same: boolean; overlaps: boolean }>(
    `select coalesce(array_agg(entry::text order by place), '{}') = $1::text[] as same, $2 and outpost.overlaps() as overlaps
     from outpost.runs`,
    [pending.map((entry) => entry.id), cursor !== null],
  )
  const state = rows[0]
  return state === undefined || !state.same || state.overlaps
}

async function relationsWithEffects(tx: Transaction): Promise<string[]> {
  const { rows } = await tx.query<{ relation: string }>('select distinct relation from outpost.effects')
  return rows.map((row) => row.relation)
}
