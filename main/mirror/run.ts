import { OutpostError } from '#shared/contract/errors.ts'
import type { Operation, Request } from '#shared/model/entry.ts'
import { isDamage } from './damage.ts'
import type { Transaction } from './database.ts'
import { withoutTrigger } from './lacking.ts'
import { missedBy, type Outside } from './outside.ts'
import { asOwner, asPerson, type Claims } from './person.ts'
import { type DatabaseError, explained, isDatabaseError } from './refusal.ts'

/**
 * Adds what the server must compare: the touched columns, or the whole row, as the person saw them.
 * @param seen the row that the person saw, as JSON text, when it is not the one here
 * @throws OutpostError `not_found` when the person has no such row
 */
export async function withBase(tx: Transaction, request: Request, seen: string | null): Promise<Operation> {
  if (request.kind === 'insert' || request.kind === 'call') return request
  const columns = request.kind === 'update' ? Object.keys(request.set) : null
  const { rows } = await tx.query<{ base: string | null }>(
    'select coalesce(outpost.base_in($4::jsonb, $3::text[]), outpost.base_of($1, $2::jsonb, $3::text[])) as base',
    [request.relation, JSON.stringify(request.key), columns, seen],
  )
  const base = rows[0]?.base
  if (base === undefined || base === null) {
    throw new OutpostError('not_found', 'This row is not here any more, or you may not see it.')
  }
  return { ...request, base }
}

export interface Failure {
  /** `refused` or `conflict`, in the words that the server would use. */
  readonly error: OutpostError
  /** What it missed here and the server may have: then only the server can tell. */
  readonly outside: Outside | null
}

/**
 * Runs an operation in the mirror as the person, recording its effects under the entry's id. A failure leaves no
 * trace in the rows and is answered, not thrown.
 */
export async function tryRun(
  tx: Transaction,
  claims: Claims,
  entry: string,
  operation: Operation,
): Promise<Failure | null> {
  const text = JSON.stringify(operation)
  await tx.query(`select set_config('outpost.entry', $1, true)`, [entry])
  await tx.exec('savepoint entry')
  let error = await run(tx, claims, text)
  while (error !== null && (await withoutTrigger(tx, error))) error = await run(tx, claims, text)
  const failure = error && {
    error: await explained(tx, claims, text, error),
    outside: await missedBy(tx, operation, error),
  }
  await tx.exec('release savepoint entry')
  await tx.query(`select set_config('outpost.entry', '', true)`)
  return failure
}

/** Answers the error that undid it, or null. */
async function run(tx: Transaction, claims: Claims, operation: string): Promise<DatabaseError | null> {
  try {
    await asPerson(tx, claims)
    await tx.query('select console_sync.run_operation($1::jsonb)', [operation])
    await asOwner(tx)
    return null
  } catch (error) {
    if (!isDatabaseError(error) || isDamage(error)) throw error
    await tx.exec('rollback to savepoint entry')
    return error
  }
}

/** Remembers that an entry has been run on top of the current cut. */
export async function noteRun(
  tx: Transaction,
  entry: { id: string; seq: number },
  failure: Failure | null,
): Promise<void> {
  await tx.query('insert into outpost.runs (entry, place, failure, only_server) values ($1, $2, $3, $4)', [
    entry.id,
    entry.seq,
    failure === null ? null : JSON.stringify(failure.error.problem),
    failure !== null && failure.outside !== null,
  ])
}
