import { randomUUID } from 'node:crypto'
import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'
import type { PGlite, Transaction } from './database.ts'
import { withMadeValues } from './made-values.ts'
import { asOwner, asPerson, type Claims } from './person.ts'
import { tryRun, withBase } from './run.ts'

/** A decision that is tried out. */
export interface Trial {
  readonly request: Request
  /** What the person saw in place of the changed columns, as JSON text; null when it is what is here. */
  readonly seen: string | null
}

export interface Rehearsal {
  readonly claims: Claims
  readonly trials: readonly Trial[]
  /** What to read as the person before and after them; null for nothing. */
  readonly look: { readonly sql: string; readonly params: readonly unknown[] } | null
}

export interface Outcome {
  readonly problem: Problem | null
  /** It needs a row that is not kept here. */
  readonly onlyServer: boolean
}

export interface Rehearsed<T> {
  readonly before: readonly T[]
  readonly after: readonly T[]
  /** One for each trial, in their order. */
  readonly outcomes: readonly Outcome[]
}

/**
 * Runs decisions one upon the other as they would be run for good, under the person's policies and the product's
 * rules, and takes everything back: neither the rows nor the journal know of it.
 */
export async function rehearse<T>(database: PGlite, { claims, trials, look }: Rehearsal): Promise<Rehearsed<T>> {
  return database.transaction(async (tx) => {
    const read = async () => {
      if (look === null) return []
      await asPerson(tx, claims)
      const { rows } = await tx.query<T>(look.sql, [...look.params])
      await asOwner(tx)
      return rows
    }
    const before = await read()
    const outcomes: Outcome[] = []
    for (const trial of trials) outcomes.push(await outcomeOf(tx, claims, trial))
    const after = await read()
    await tx.rollback()
    return { before, after, outcomes }
  })
}

async function outcomeOf(tx: Transaction, claims: Claims, { request, seen }: Trial): Promise<Outcome> {
  try {
    const whole = await withMadeValues(tx, request)
    await asPerson(tx, claims)
    const operation = await withBase(tx, whole, seen)
    await asOwner(tx)
    const failure = await tryRun(tx, claims, randomUUID(), operation)
    if (failure === null) return { problem: null, onlyServer: false }
    return failure.outside === null
      ? { problem: failure.error.problem, onlyServer: false }
      : { problem: null, onlyServer: true }
  } catch (error) {
    if (!(error instanceof OutpostError)) throw error
    await asOwner(tx)
    return { problem: error.problem, onlyServer: false }
  }
}
