import type { Operation } from '#shared/model/entry.ts'
import type { Keeping } from '#shared/model/scope.ts'
import type { Adaptation } from './adapt/adaptation.ts'
import type { PGlite, Transaction } from './database.ts'
import { setFact } from './facts.ts'
import { prune, setKeeping, stoodOn } from './keeping.ts'
import { type Fetched, type KeysByRelation, putOnDemand, standsOn } from './on-demand.ts'
import type { Claims } from './person.ts'
import { isDatabaseError } from './refusal.ts'
import { type Rework, reworkFor } from './rework.ts'
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
  /** Entries that it stands on. */
  readonly dependsOn: readonly string[]
}

export interface Cut {
  /** The server snapshot that the staged rows complete; null when only the pending entries have changed. */
  readonly cursor: string | null
  readonly claims: Claims
  /** Every entry that the server has not made part of this cut, in order. */
  readonly pending: readonly PendingEntry[]
  /** With more than this to run again, nothing is done: what is staged waits for a later cut. */
  readonly mostAgain?: number
  /** The server's schema, when the staged rows are the first that have it. */
  readonly adaptation?: Adaptation | null
  /** What is kept of each table from here on, when that changes. */
  readonly keeping?: Keeping
  /** Rows that are not kept and were asked for. */
  readonly fetched?: readonly Fetched[]
}

export interface CutDone {
  /** The tables whose rows may have changed. */
  readonly changed: string[]
  /** Entries that the mirror still lacks: to be run by further cuts, so that nobody waits for all of them. */
  readonly left: number
}

/**
 * Git rebase for rows: take the local effects back, put the server's rows in place, run what is pending again.
 * Left out when nothing comes and the same entries are pending as before; with many of them, when no incoming row touches
 * a local effect. What is staged waits for a cut with a cursor: without it, it is half of one.
 * @returns null when there was more to run again than may be
 */
export async function applyCut(database: PGlite, cut: Cut): Promise<CutDone | null> {
  return database.transaction(async (tx) => {
    const { keeping, fetched = [] } = cut
    const standing = keeping === undefined ? [] : await stoodOn(tx, cut.pending)
    const isAll = keeping !== undefined || (await standsOn(tx, fetched))
    const rework = isAll ? { undo: null, run: cut.pending, left: 0 } : await reworkFor(tx, cut)
    if (rework.run.length > (cut.mostAgain ?? Number.POSITIVE_INFINITY)) return null
    const changed = new Set(fetched.map(({ relation }) => relation))
    let { left } = rework
    if (!(await isPutInPlace(tx, cut, standing, rework.undo, changed))) {
      // A value that must be unique stands on another row here, by a decision that was to be left alone.
      await isPutInPlace(tx, cut, standing, null, changed)
      await runAll(tx, cut.claims, cut.pending, changed)
      left = 0
    } else {
      await runAll(tx, cut.claims, rework.run, changed)
      if (await isOutOfOrder(tx, rework)) {
        await takeBack(tx, null, changed)
        await runAll(tx, cut.claims, cut.pending, changed)
      }
    }
    return { changed: [...changed].sort(), left }
  })
}

/** Takes decisions back and puts the server's rows in place; answers false, and does nothing, when two rows collide. */
async function isPutInPlace(
  tx: Transaction,
  { cursor, adaptation, keeping, fetched = [] }: Cut,
  standing: KeysByRelation,
  undo: Rework['undo'],
  changed: Set<string>,
): Promise<boolean> {
  await tx.exec('savepoint cut')
  try {
    await takeBack(tx, undo, changed)
    await tx.exec('set local session_replication_role = replica')
    for (const relation of (await adaptation?.makePlace(tx)) ?? []) changed.add(relation)
    if (keeping !== undefined) await setKeeping(tx, keeping)
    // Without a cursor what is staged is half of something: a later cut completes it.
    if (cursor !== null) {
      const { rows } = await tx.query<{ touched: string[] }>('select outpost.put_in_place() as touched')
      for (const relation of rows[0]?.touched ?? []) changed.add(relation)
      await setFact(tx, 'cursor', cursor)
    }
    await adaptation?.finish(tx)
    if (keeping !== undefined) for (const relation of await prune(tx, standing)) changed.add(relation)
    await putOnDemand(tx, fetched)
  } catch (error) {
    if (undo === null || !isCollision(error)) throw error
    await tx.exec('rollback to savepoint cut')
    return false
  }
  await tx.exec('release savepoint cut')
  return true
}

/** A unique value, or a range that nothing may overlap. */
function isCollision(error: unknown): boolean {
  return isDatabaseError(error) && ['23505', '23P01'].includes(error.code)
}

async function takeBack(tx: Transaction, entries: readonly string[] | null, changed: Set<string>): Promise<void> {
  if (entries?.length === 0) return
  for (const relation of await relationsWithEffects(tx, entries)) changed.add(relation)
  await tx.exec('set local session_replication_role = replica')
  await tx.query('select outpost.undo($1)', [entries])
}

async function runAll(
  tx: Transaction,
  claims: Claims,
  entries: readonly PendingEntry[],
  changed: Set<string>,
): Promise<void> {
  await tx.exec('set local session_replication_role = origin')
  for (const entry of entries) await noteRun(tx, entry, await tryRun(tx, claims, entry.id, entry.operation))
  const ids = entries.map(({ id }) => id)
  if (ids.length > 0) for (const relation of await relationsWithEffects(tx, ids)) changed.add(relation)
}

/** Run again, a decision may change other rows than before, which later ones that were left alone had changed already. */
async function isOutOfOrder(tx: Transaction, { undo, run }: Rework): Promise<boolean> {
  if (undo === null || undo.length === 0 || run.length === 0) return false
  const { rows } = await tx.query<{ out: boolean }>('select outpost.out_of_order($1) as out', [run.map(({ id }) => id)])
  return rows[0]?.out === true
}

async function relationsWithEffects(tx: Transaction, entries: readonly string[] | null): Promise<string[]> {
  const { rows } = await tx.query<{ relation: string }>(
    'select distinct relation from outpost.effects where $1::uuid[] is null or entry = any ($1::uuid[])',
    [entries],
  )
  return rows.map((row) => row.relation)
}
