import type { Connection } from '@supabase/lite'

/** HTTP statuses by SQLSTATE, the longest matching start wins; 400 for all others. As PostgREST answers. */
const statuses: Readonly<Record<string, number>> = {
  '08': 503,
  '09': 500,
  '0L': 403,
  '0P': 403,
  '21000': 400,
  '23503': 409,
  '23505': 409,
  '25': 500,
  '25006': 405,
  '28': 403,
  '2D': 500,
  '38': 500,
  '39': 500,
  '3B': 500,
  '40': 500,
  '42883': 404,
  '42P01': 404,
  '42P17': 500,
  '53': 503,
  '53400': 500,
  '54': 500,
  '55': 500,
  '57': 500,
  '57P01': 503,
  '58': 500,
  F0: 500,
  HV: 500,
  P0: 500,
  P0001: 400,
  XX: 500,
}

interface DatabaseError {
  readonly code: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
}

/**
 * Makes the data API answer a database error as Supabase does: its SQLSTATE, message, detail and hint. The server's own
 * answer keeps only a handful of known codes and hides every other one, a function's own among them.
 */
export function plainErrors<C extends Connection>(connection: C): C {
  const run = connection.withContext.bind(connection)
  const withContext: Connection['withContext'] = async (vars, work, options) => {
    try {
      return await run(vars, work, options)
    } catch (error) {
      // Only the data API names `rpc`; the file storage sorts errors its own way.
      if (!options || !('rpc' in options) || !isDatabaseError(error)) throw error
      return answer(error, isAnonymous(vars?.auth)) as never
    }
  }
  connection.withContext = withContext
  return connection
}

/** The status that the data API gives to an SQLSTATE. */
export function statusOf(sqlstate: string, anonymous: boolean): number {
  if (sqlstate === '42501') return anonymous ? 401 : 403
  const chosen = /^PT(\d{3})$/.exec(sqlstate)?.[1]
  if (chosen) return Number(chosen)
  return statuses[sqlstate] ?? statuses[sqlstate.slice(0, 2)] ?? 400
}

function isAnonymous(auth: unknown): boolean {
  return !(auth instanceof Object && 'role' in auth && auth.role !== 'anon')
}

function answer(error: DatabaseError, anonymous: boolean): Response {
  const body = { code: error.code, details: error.detail ?? null, hint: error.hint ?? null, message: error.message }
  return Response.json(body, { status: statusOf(error.code, anonymous) })
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}
