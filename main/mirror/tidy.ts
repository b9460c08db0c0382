import { setImmediate } from 'node:timers/promises'
import type { PGlite } from './database.ts'
import { readFacts, setFact } from './facts.ts'

/** Rows and decisions that may come and go before there is a sweep, beside a fifth of all rows, as autovacuum has it. */
const AT_LEAST = 10_000
const PART = 0.2

/**
 * Gives the space of rows that are gone to those that come: no autovacuum runs here, and a mirror would grow with every
 * change, for good. Table by table, so that nobody waits for more than one.
 * @param moved rows and decisions that came or went since this was asked last
 * @returns whether there was a sweep
 */
export async function tidyAfter(database: PGlite, moved: number, signal: AbortSignal): Promise<boolean> {
  if (moved === 0) return false
  const facts = await readFacts(database)
  const sum = Number(facts.moved ?? 0) + moved
  await setFact(database, 'moved', String(sum))
  if (sum <= AT_LEAST + PART * Number(facts.rows ?? 0)) return false
  await sweep(database, signal)
  await setFact(database, 'moved', '0')
  return true
}

async function sweep(database: PGlite, signal: AbortSignal): Promise<void> {
  // Our own catalogue is among them: each cut leaves something there, too.
  const { rows } = await database.query<{ relation: string }>(
    `select oid::regclass::text as relation from pg_class
     where relkind in ('r', 'm') and not relisshared and relpersistence = 'p' order by oid`,
  )
  for (const { relation } of rows) {
    await setImmediate()
    signal.throwIfAborted()
    await database.exec(`vacuum (analyze) ${relation}`)
  }
}
