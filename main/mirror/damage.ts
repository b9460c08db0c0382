import type { PGlite, Transaction } from './database.ts'
import { readFacts, setFact } from './facts.ts'
import { quoted } from './loading.ts'

/** What Postgres calls it when the disk does not hold what it wrote: pages whose checksum fails, files that are gone. */
const DAMAGED = ['XX001', 'XX002', '58P01', '58030']

/** Whether the mirror's files are damaged. Its pages carry checksums, so a flipped bit is an error, not a wrong row. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DAMAGED.includes(String(error.code))
}

/** Whether the Postgres in this process has died; its files may still be whole. */
export function isCrash(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError
}

/**
 * Looks for what no checksum shows: files that are shorter than they once were, and, with `thoroughly`, tables that
 * have not the number of rows that was written down with them. That reads every page once.
 */
export async function isWhole(database: PGlite, thoroughly: boolean): Promise<boolean> {
  const { rows } = await database.query(
    `select from pg_class where relkind in ('r', 'i', 't', 'm') and relpages > 0
       and pg_relation_size(oid) < relpages::bigint * current_setting('block_size')::int`,
  )
  if (rows.length > 0) return false
  return (
    !thoroughly || database.transaction(async (tx) => (await rowsOf(tx)) === Number((await readFacts(tx)).rows ?? 0))
  )
}

/** Writes down how many rows there are: after some were found to be missing, and came again. */
export async function recount(database: PGlite): Promise<void> {
  await database.transaction(async (tx) => setFact(tx, 'rows', String(await rowsOf(tx))))
}

/** How many rows of the server are here. */
async function rowsOf(tx: Transaction): Promise<number> {
  await tx.exec('savepoint counting; set local session_replication_role = replica; select outpost.undo()')
  const { rows: relations } = await tx.query<{ relation: string }>('select relation from outpost.relations')
  let found = 0
  for (const { relation } of relations) {
    const { rows } = await tx.query<{ n: number }>(`select count(*)::int as n from ${quoted(relation)}`)
    found += rows[0]?.n ?? 0
  }
  await tx.exec('rollback to savepoint counting')
  return found
}
