import type { Travelling } from '#main/mirror/mirror.ts'
import { ahead } from './ahead.ts'
import { pull, type Report } from './inbound.ts'
import { refetch } from './refetch.ts'
import type { Replica } from './replica.ts'

/** Attempts to catch each table between two changes of the server. */
const ATTEMPTS = 5

/** Tables whose sums the server is asked for before its answer for the one before is there. */
const TABLES_AHEAD = 3

/** Count and hash by table. */
type Sums = ReadonlyMap<string, string>

/** What a comparison with the server has shown. */
export interface Proved {
  /** Tables that are the same on both sides, mended ones included. */
  readonly equal: string[]
  /** Tables that were not, and were fetched anew. */
  readonly mended: string[]
  /** Tables that changed on the server each time they were looked at. */
  readonly busy: string[]
}

/**
 * Compares count and hash of every table with the server's, and fetches anew what differs.
 *
 * The server's proof is taken at some moment after the mirror's cursor, so a pull follows: a table whose rows here have
 * the server's hash after that pull is equal. One whose rows here are the same before and after it was the same all the
 * time, and must have the server's hash. Others are looked at again. Both sides sum up at the same time.
 */
export async function prove(replica: Replica, report: Report, signal: AbortSignal): Promise<Proved> {
  const equal = new Set<string>()
  const mended = new Set<string>()
  let before: Sums | null = null
  let open = await (await replica.mirror()).travelling()
  for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
    const coming = proofsThere(replica, open, signal)
    // Waited for below; it may fail before that.
    coming.catch(() => undefined)
    before ??= await proofsHere(replica, open)
    const there = await coming
    const { version } = replica
    await pull(replica, report, signal)
    const after: Sums = replica.version === version ? before : await proofsHere(replica, open)
    const differing: string[] = []
    for (const { relation } of open) {
      const sums = there.get(relation)
      if (sums === after.get(relation) || sums === before.get(relation)) equal.add(relation)
      else if (before.get(relation) === after.get(relation)) differing.push(relation)
    }
    for (const relation of differing) {
      replica.log.error(
        { relation, here: after.get(relation), there: there.get(relation) },
        'a table differed from the server',
      )
      await refetch(replica, relation, signal)
      mended.add(relation)
    }
    if (differing.length > 0) await pull(replica, report, signal)
    before = differing.length > 0 ? null : after
    open = open.filter(({ relation }) => !equal.has(relation))
  }
  // Else it would be taken for damaged at the next kill.
  if (mended.size > 0) await (await replica.mirror()).recount()
  return { equal: [...equal].sort(), mended: [...mended].sort(), busy: open.map(({ relation }) => relation) }
}

async function proofsThere(replica: Replica, tables: readonly Travelling[], signal: AbortSignal): Promise<Sums> {
  const keeping = await (await replica.mirror()).keeping()
  const there = new Map<string, string>()
  const asked = ahead(tables, TABLES_AHEAD, ({ relation, columns }) => {
    const coming = replica.gateway.proof(relation, columns, keeping[relation])
    // Nobody waits for it when an earlier one has failed.
    coming.catch(() => undefined)
    return coming
  })
  for (const table of tables) {
    there.set(table.relation, short(await asked(table)))
    signal.throwIfAborted()
  }
  return there
}

async function proofsHere(replica: Replica, tables: readonly Travelling[]): Promise<Sums> {
  const proofs = await (await replica.mirror()).proofs(tables)
  return new Map(proofs.map((proof) => [proof.relation, short(proof)]))
}

function short({ count, hash }: { count: number; hash: string }): string {
  return `${count} ${hash}`
}
