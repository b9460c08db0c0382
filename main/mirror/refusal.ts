import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'
import { conflict, refusal } from '#shared/model/receipt.ts'
import type { Transaction } from './database.ts'
import { asOwner, asPerson, type Claims } from './person.ts'

/** The fields of a Postgres error, as PGlite puts them on its errors. */
export interface DatabaseError extends Error {
  readonly code: string
  readonly detail?: string
  readonly hint?: string
  /** The functions and statements in which it happened, the innermost first. */
  readonly where?: string
  readonly schema?: string
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
}

export function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}

const explanation = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('conflict'), conflict }),
  z.object({ outcome: z.literal('rejected'), reason: refusal }),
])

/** What the database said about an operation, put by the same SQL that the server answers with. */
export async function explained(
  tx: Transaction,
  claims: Claims,
  operation: string,
  error: DatabaseError,
): Promise<OutpostError> {
  const { code: sqlstate, message, detail, hint, schema, table, column, constraint } = error
  const parts = JSON.stringify({ sqlstate, message, detail, hint, schema, table, column, constraint })
  await asPerson(tx, claims)
  const { rows } = await tx.query<{ answer: unknown }>('select console_sync.explain($1::jsonb, $2::jsonb) as answer', [
    operation,
    parts,
  ])
  await asOwner(tx)
  const answer = explanation.parse(rows[0]?.answer)
  const reason = answer.outcome === 'conflict' ? answer.conflict.reason : answer.reason
  return new OutpostError(answer.outcome === 'conflict' ? 'conflict' : 'refused', reason.message, {
    reason: reason.code,
    params: reason.params,
    ...(reason.field === null ? {} : { field: reason.field }),
    cause: error,
  })
}
