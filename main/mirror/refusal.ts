import { OutpostError } from '#shared/contract/errors.ts'

/** The fields of a Postgres error that matter here; PGlite puts them on the error. */
interface DatabaseError extends Error {
  readonly code: string
  readonly detail?: string
  readonly column?: string
  readonly constraint?: string
}

/** A lost precondition and a broken rule, as the systems' functions raise them. */
const PRECONDITION = 'OP409'
const RULE = 'OP400'

const WORDS: Readonly<Record<string, { reason: string; message: string }>> = {
  '23502': { reason: 'not_null_violation', message: 'This field must be filled in.' },
  '23503': { reason: 'foreign_key_violation', message: 'It refers to something that is not there.' },
  '23505': { reason: 'unique_violation', message: 'This value is taken already.' },
  '23514': { reason: 'check_violation', message: 'This value is not allowed here.' },
  '42501': { reason: 'not_allowed', message: 'You may not do this.' },
  '42883': { reason: 'unknown_function', message: 'There is no such function, or not with these arguments.' },
  '42P01': { reason: 'unknown_relation', message: 'There is no such table.' },
  '42703': { reason: 'unknown_column', message: 'There is no such column.' },
}

/**
 * What the database said, as an error a person can act on, with the field that it concerns.
 * Anything that is not a refusal of the database (a defect, an aborted process) comes back as it is.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof OutpostError || !isDatabaseError(error)) return error
  const detail = parsed(error.detail)
  const field = error.column === undefined || error.column === '' ? undefined : error.column
  const more = {
    ...(field === undefined ? {} : { field }),
    ...(detail.params === undefined ? {} : { params: detail.params }),
    cause: error,
  }
  if (error.code === PRECONDITION) {
    return new OutpostError('conflict', error.message, { ...more, reason: detail.code ?? 'precondition' })
  }
  if (error.code === RULE) return new OutpostError('refused', error.message, { ...more, reason: detail.code ?? 'rule' })
  const known = WORDS[error.code]
  if (known !== undefined) {
    return new OutpostError('refused', known.message, { ...more, reason: detail.code ?? known.reason })
  }
  const isData = /^(22|23|P0)/.test(error.code)
  return isData ? new OutpostError('refused', error.message, { ...more, reason: 'invalid_value' }) : error
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}

interface Detail {
  readonly code?: string
  readonly params?: Record<string, string | number>
}

function parsed(detail: string | undefined): Detail {
  if (detail === undefined || !detail.startsWith('{')) return {}
  try {
    return JSON.parse(detail) as Detail
  } catch {
    return {}
  }
}
