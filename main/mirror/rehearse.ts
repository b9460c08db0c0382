import { randomUUID } from 'node:crypto'
import type { Problem } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'
import type { PGlite } from './database.ts'
import { withMadeValues } from './made-values.ts'
import { asOwner, asPerson, type Claims } from './person.ts'
import { tryRun, withBase } from './run.ts'

/** What was read after a decision was tried, or why it can't be taken. */
export type Rehearsal<T> = { readonly rows: readonly T[]; readonly refused: Problem | null }

/**
 * Tries a decision here, under the person's policies and the product's rules, reads as the person what it would make of
 * the rows, and takes everything back.
 * @throws OutpostError `not_found`
 */
export async function rehearse<T>(
  database: PGlite,
  claims: Claims,
  request: Request,
  sql: string,
  params: readonly unknown[],
): Promise<Rehearsal<T>> {
  return database.transaction(async (tx) => {
    const whole = await withMadeValues(tx, request)
    await asPerson(tx, claims)
    const operation = await withBase(tx, whole, null)
    await asOwner(tx)
    const failure = await tryRun(tx, claims, randomUUID(), operation)
    await asPerson(tx, claims)
    const rows = failure === null ? (await tx.query<T>(sql, [...params])).rows : []
    await tx.rollback()
    return { rows, refused: failure?.error.problem ?? null }
  })
}
