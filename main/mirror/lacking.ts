import type { Operation } from '#shared/model/entry.ts'
import type { Transaction } from './database.ts'
import { readFacts, setFact } from './facts.ts'
import type { DatabaseError } from './refusal.ts'

/*
 * A product's triggers and functions may reach for what a mirror has not: a private schema, a queue, a web request.
 * Worst outcome of a mistake here: rows that look otherwise until the server's stand for them.
 */

/** What Postgres says of a name that it does not know: of a table, a function, a schema, a type or setting. */
const UNKNOWN = ['42P01', '42883', '3F000', '42704']

/** In which the function of a call is looked up by its name and its arguments. */
const LOOKUP = 'PL/pgSQL function console_sync.find_function('

/**
 * Whether a decision failed on a name that is unknown here, though what it is about is here: the server may know it.
 * A call whose arguments are not those of its function is wrong on both sides.
 */
export async function isLacking(tx: Transaction, operation: Operation, error: DatabaseError): Promise<boolean> {
  if (!UNKNOWN.includes(error.code) || error.where?.startsWith(LOOKUP)) return false
  const { rows } = await tx.query(
    operation.kind === 'call'
      ? `select from pg_proc where pronamespace = 'public'::regnamespace and proname = $1`
      : 'select from outpost.relations where relation = $1',
    [operation.kind === 'call' ? operation.function : operation.relation],
  )
  return rows.length > 0
}

/**
 * Makes the trigger function in which such a name was met do nothing from now on, so that the rest of the decision can
 * be run here. The doctor names it as left out; the next change of schema tries it again.
 * @returns whether there was one
 */
export async function withoutTrigger(tx: Transaction, { code, where, message }: DatabaseError): Promise<boolean> {
  if (!UNKNOWN.includes(code)) return false
  const { rows } = await tx.query<{ name: string | null }>('select outpost.make_idle($1) as name', [where ?? ''])
  const name = rows[0]?.name ?? null
  if (name === null) return false
  const { left_out } = await readFacts(tx)
  const left = { kind: 'function', name, reason: message }
  await setFact(tx, 'left_out', JSON.stringify([...JSON.parse(left_out ?? '[]'), left]))
  return true
}
