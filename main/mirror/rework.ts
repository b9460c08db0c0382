import type { Cut, PendingEntry } from './cut.ts'
import type { Transaction } from './database.ts'

/*
 * Which pending decisions a new cut makes run again. With few of them pending: all, as soon as the server's rows move:
 * what a decision only read, or refers to, is not known. With many, where that would keep every screen waiting: those
 * whose rows the server changed, those that stood on them, and no other. Until the server has answered for one that was
 * left alone, it may show what it made of the rows as they were before.
 */

export interface Rework {
  /** Decisions to take back; null for all. */
  readonly undo: readonly string[] | null
  /** To run, in order. */
  readonly run: readonly PendingEntry[]
  /** Decisions that this cut leaves for the next one, because nothing here stands on them yet. */
  readonly left: number
}

/** Up to here all are run again. Each takes about a millisecond. */
const FEW = 100
/** Decisions that the mirror lacks, run in one transaction. */
const AT_ONCE = 100

export async function reworkFor(tx: Transaction, { pending, cursor, adaptation = null }: Cut): Promise<Rework> {
  // Under other rules each may do something else.
  if (adaptation !== null) return { undo: null, run: pending, left: 0 }
  const { leaving, missing, touched, failed, brings } = await compare(tx, pending, cursor !== null)
  const lacking = new Set(missing)
  const firstLacking = pending.findIndex(({ id }) => lacking.has(id))
  // Whatever was decided after one that the mirror lacks has run too early.
  const early = firstLacking === -1 ? [] : pending.slice(firstLacking).filter(({ id }) => !lacking.has(id))
  const first = [...leaving, ...touched, ...early.map(({ id }) => id)]
  const isFew = pending.length <= FEW
  if (first.length === 0 && !(isFew && brings && lacking.size < pending.length)) {
    const run = pending.filter(({ id }) => lacking.has(id))
    return { undo: [], run: run.slice(0, AT_ONCE), left: Math.max(0, run.length - AT_ONCE) }
  }
  if (isFew) return { undo: null, run: pending, left: 0 }
  const again = await withAllThatFollow(tx, [...first, ...failed], pending)
  return { undo: [...again], run: pending.filter(({ id }) => again.has(id) || lacking.has(id)), left: 0 }
}

interface Comparison {
  /** Run here, and pending no more. */
  readonly leaving: readonly string[]
  /** Pending, and not run here. */
  readonly missing: readonly string[]
  /** Changed a row that comes from the server. */
  readonly touched: readonly string[]
  /** Could not be run on the cut before. */
  readonly failed: readonly string[]
  /** Whether the server's rows move with this cut. */
  readonly brings: boolean
}

async function compare(tx: Transaction, pending: readonly PendingEntry[], isCut: boolean): Promise<Comparison> {
  const { rows } = await tx.query<Comparison>(
    `with pending as materialized (select id::uuid as entry from unnest($1::text[]) id)
     select
       array(select entry::text from outpost.runs where entry not in (select entry from pending)) as leaving,
       array(select entry::text from pending where entry not in (select entry from outpost.runs)) as missing,
       array(select distinct touched::text from outpost.touched() touched where $2) as touched,
       array(select entry::text from outpost.runs where failure is not null) as failed,
       $2 and outpost.brings_rows() as brings`,
    [pending.map(({ id }) => id), isCut],
  )
  return rows[0] ?? { leaving: [], missing: [], touched: [], failed: [], brings: false }
}

async function withAllThatFollow(
  tx: Transaction,
  first: readonly string[],
  pending: readonly PendingEntry[],
): Promise<ReadonlySet<string>> {
  const again = new Set(first)
  for (let before = -1; before !== again.size; ) {
    before = again.size
    const { rows } = await tx.query<{ entries: string[] }>('select outpost.with_followers($1)::text[] as entries', [
      [...again],
    ])
    for (const entry of rows[0]?.entries ?? []) again.add(entry)
    for (const { id, dependsOn } of pending) if (dependsOn.some((other) => again.has(other))) again.add(id)
  }
  return again
}
