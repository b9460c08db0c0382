import { type ErrorCode, OutpostError } from '#shared/contract/errors.ts'
import { databaseFailure } from './database-failure.ts'
import { notSupabase, signedOut } from './problems.ts'
import { type RefusalBody, readRefusal } from './refusal-body.ts'

/** The auth service's names for what went wrong. */
const AUTH: Readonly<Record<string, { code: ErrorCode; message: string }>> = {
  invalid_credentials: { code: 'wrong_password', message: 'The e-mail address or the password is not right.' },
  invalid_grant: { code: 'wrong_password', message: 'The e-mail address or the password is not right.' },
  user_banned: {
    code: 'account_banned',
    message: 'This account is blocked. Ask an administrator; what you decided waits here.',
  },
  email_not_confirmed: {
    code: 'not_allowed',
    message: 'Confirm your e-mail address first: follow the link you were sent.',
  },
  email_provider_disabled: {
    code: 'not_allowed',
    message: 'This project does not let people sign in with a password.',
  },
  validation_failed: { code: 'wrong_password', message: 'The e-mail address or the password is not right.' },
  over_request_rate_limit: { code: 'rate_limited', message: 'Too many tries. Wait a little, then try again.' },
}

/** The auth service's names for a session that is over. */
const SESSION_OVER =
  /^(bad_jwt|no_authorization|session_not_found|session_expired|refresh_token_not_found|refresh_token_already_used|user_not_found)$/

/** Whoever said this may have stood in front of the auth service: it does not end a session. */
export const UNKNOWN_REFUSAL = 'auth.unknown'

/**
 * What an answer that is not a success means. Told apart by status, headers and the structure of the body, never by
 * the wording of a message.
 */
export async function httpFailure(response: Response, url: string): Promise<OutpostError> {
  const { status } = response
  if (status >= 300 && status < 400) return elsewhere(response, url)
  const body = await readRefusal(response)
  if (status === 429) return tooOften(response)
  if (status === 413) return new OutpostError('too_large', 'The server does not take in this much at once.')
  if (status === 408) return new OutpostError('timeout', 'The server took too long. It will be tried again.')
  if (body?.code === '57014') {
    return new OutpostError('timeout', 'The server ran out of time for this. It will be tried again.')
  }
  if (status === 511) return signInToNetwork()
  if (status >= 500) return brokenServer(response)
  if (body === null) return notSupabase(url)
  if (isKeyProblem(response, body)) {
    return new OutpostError('wrong_key', 'This key does not belong to the project at this address.', { field: 'key' })
  }
  const service = new URL(url).pathname
  if (service.includes('/auth/v1/')) return authFailure(status, body)
  if (service.includes('/storage/v1/')) return storageFailure(status, body)
  return databaseFailure(status, body)
}

/** The gateway in front of a project knows no codes of its own, unlike every service behind it. */
function isKeyProblem(response: Response, body: RefusalBody): boolean {
  if (/API_KEY/.test(response.headers.get('sb-error-code') ?? '')) return true
  const { code, error_code, error, statusCode } = body
  return (
    response.status === 401 &&
    body.message !== undefined &&
    [code, error_code, error, statusCode].every((part) => part === undefined)
  )
}

function authFailure(status: number, body: RefusalBody): OutpostError {
  const name = body.error_code ?? (typeof body.code === 'string' ? body.code : undefined) ?? body.error ?? ''
  const known = AUTH[name]
  if (known !== undefined) return new OutpostError(known.code, known.message, { reason: `auth.${name}` })
  if (SESSION_OVER.test(name)) return signedOut(`auth.${name}`)
  if (status === 401) return signedOut(UNKNOWN_REFUSAL)
  if (name === '' && status === 404) return new OutpostError('not_supabase', 'There is no Supabase project here.')
  const words = body.msg ?? body.error_description ?? body.message ?? 'The server did not let you in.'
  return new OutpostError('not_allowed', words, { reason: `auth.${name}` })
}

/** The storage service sends its own status in the body, under another one on the outside. */
function storageFailure(status: number, body: RefusalBody): OutpostError {
  const inner = Number(body.statusCode ?? status)
  const isNobody = [body.code, body.error, body.statusCode].every((part) => part === undefined)
  if (isNobody && status === 404) return new OutpostError('not_supabase', 'There is no Supabase project here.')
  if (body.code === 'InvalidJWT' || body.error === 'InvalidJWT' || inner === 401) return signedOut('storage.token')
  if (inner === 404 || status === 404) {
    return new OutpostError('file_missing', 'The server has no such file, or does not show it to you.')
  }
  return new OutpostError('not_allowed', 'The server does not give you this file.', { reason: `storage.${inner}` })
}

function elsewhere(response: Response, url: string): OutpostError {
  const target = URL.parse(response.headers.get('location') ?? '', url)
  const from = new URL(url)
  if (target?.hostname === from.hostname && target.protocol === 'https:' && from.protocol === 'http:') {
    return new OutpostError('not_supabase', `This server wants https. Use https://${target.host} as its address.`, {
      field: 'url',
      reason: 'network.https',
    })
  }
  return notSupabase(url)
}

/** Seconds to wait when the server does not say, and at most. */
const SOME_TIME = 30
const AT_MOST = 3_600

function tooOften(response: Response): OutpostError {
  return new OutpostError('rate_limited', 'Too many requests. The server asks to wait a little.', {
    params: { retryAfter: retryAfter(response) ?? SOME_TIME },
  })
}

function brokenServer(response: Response): OutpostError {
  const wait = retryAfter(response)
  return new OutpostError('server_error', 'The server made an error. It will be tried again.', {
    params: { status: response.status, ...(wait === null ? {} : { retryAfter: wait }) },
  })
}

function signInToNetwork(): OutpostError {
  return new OutpostError(
    'not_supabase',
    'This network wants you to sign in first: open any page in a browser. Work goes on; it is sent afterwards.',
    { reason: 'network.sign_in' },
  )
}

/** Seconds, from a header that holds seconds or a date: one by the server's clock, which need not be this one's. */
function retryAfter(response: Response): number | null {
  const text = response.headers.get('retry-after')
  if (text === null) return null
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - sentAt(response)) / 1_000
  return Number.isFinite(seconds) ? Math.min(AT_MOST, Math.max(1, Math.ceil(seconds))) : null
}

function sentAt(response: Response): number {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? Date.now() : at
}
