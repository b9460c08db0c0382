import type { TableProof } from '#main/mirror/mirror.ts'
import { pull, type Report } from './inbound.ts'
import { refetch } from './refetch.ts'
import type { Replica } from './replica.ts'

/** Attempts to catch each table between two changes of the server. */
const ATTEMPTS = 5

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
 * The server's proof is taken at some moment after the mirror's cursor, so a pull follows: a table whose rows here are
 * the same before and after that pull was the same all the time, and must have the server's hash. Others are looked at
 * again.
 */
export async function prove(replica: Replica, report: Report, signal: AbortSignal): Promise<Proved> {
  const equal = new Set<string>()
  const mended = new Set<string>()
  let open: readonly TableProof[] = await proofs(replica)
  for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt += 1) {
    const before = open
    const there = new Map<string, string>()
    const keeping = await (await replica.mirror()).keeping()
    for (const { relation, columns } of before) {
      const { count, hash } = await replica.gateway.proof(relation, columns, keeping[relation])
      there.set(relation, `${count} ${hash}`)
      signal.throwIfAborted()
    }
    await pull(replica, report, signal)
    const after = new Map((await proofs(replica)).map((table) => [table.relation, short(table)]))
    for (const table of before) {
      const { relation } = table
      const matches = [short(table), after.get(relation)].includes(there.get(relation))
      if (matches) equal.add(relation)
      else if (short(table) === after.get(relation)) {
        replica.log.error(
          { relation, here: short(table), there: there.get(relation) },
          'a table differed from the server',
        )
        await refetch(replica, relation, signal)
        mended.add(relation)
      }
    }
    if (mended.size > 0) await pull(replica, report, signal)
    open = (await proofs(replica)).filter(({ relation }) => !equal.has(relation))
  }
  return { equal: [...equal].sort(), mended: [...mended].sort(), busy: open.map(({ relation }) => relation) }
}

async function proofs(replica: Replica): Promise<TableProof[]> {
  return (await replica.mirror()).proofs()
}

function short({ count, hash }: TableProof): string {
  return `${count} ${hash}`
}
