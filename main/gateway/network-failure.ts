import { networkInterfaces } from 'node:os'
import { OutpostError } from '#shared/contract/errors.ts'
import { notSupabase } from './problems.ts'

/** No way out of this computer. */
const NO_NETWORK = new Set(['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'ENONET'])
const TOO_SLOW = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])
const NO_NAME = new Set(['ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME'])
/** The server is there, but no safe line to it can be made. */
const NO_SAFE_LINE = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO)/

/** The certificate is the right one, at another time: either it is too old, or this computer's clock is wrong. */
const WRONG_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'])
/** What came is not packed the way that it says. */
const UNPACKING = /^(Z_|ERR__ERROR_|ERR_BROTLI_|ZSTD_)/

/** The line broke while it was in use, as opposed to none having been made. */
const BROKEN_LINE = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** Whether a connection that stood broke, before or during an answer. */
export function isBrokenLine(error: unknown): boolean {
  return codesOf(error).some((code) => BROKEN_LINE.has(code))
}

/** Why a request did not come to an answer. Told apart by error codes, never by messages. */
export function networkFailure(error: unknown, url: string): OutpostError {
  const host = URL.parse(url)?.host ?? url
  const codes = codesOf(error)
  if (codes.some((code) => WRONG_TIME.has(code))) {
    return new OutpostError(
      'unreachable',
      `The certificate of ${host} is not valid today. Check this computer’s date and time; if they are right, tell the administrator.`,
      { reason: 'network.certificate_expired', cause: error },
    )
  }
  if (codes.some((code) => NO_SAFE_LINE.test(code))) {
    return new OutpostError(
      'unreachable',
      `No safe connection to ${host} can be made: its certificate is not accepted. Check the address and this computer’s clock.`,
      { reason: 'network.certificate', cause: error },
    )
  }
  if (codes.some((code) => NO_NETWORK.has(code)) || (!isLoopback(host) && !hasNetwork())) {
    return new OutpostError('offline', 'This computer has no network. Work goes on; it is sent later.', {
      cause: error,
    })
  }
  if (codes.some((code) => NO_NAME.has(code))) {
    return new OutpostError('unreachable', `There is no server with the name ${host}. Check the address.`, {
      reason: 'network.no_such_host',
      cause: error,
    })
  }
  if (codes.some((code) => TOO_SLOW.has(code))) {
    return new OutpostError('timeout', `${host} took too long to answer. It will be tried again.`, { cause: error })
  }
  if (codes.some((code) => UNPACKING.test(code))) {
    return new OutpostError('bad_answer', 'The server’s answer can’t be read. It will be tried again.', {
      cause: error,
    })
  }
  if (speaksNoHttp(error)) return notSupabase(url)
  return new OutpostError('unreachable', `${host} does not answer. It will be tried again.`, { cause: error })
}

/** What answers is no web server at all; the parser's errors carry a name and no code. */
function speaksNoHttp(error: unknown): boolean {
  return error instanceof Error && (error.name === 'HTTPParserError' || speaksNoHttp(error.cause))
}

/** Codes of an error, of its causes, and of the attempts that it sums up (one for each address of a host). */
function codesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const parts = error instanceof AggregateError ? error.errors : []
  return [...own, ...[error.cause, ...parts].flatMap((part) => codesOf(part, depth + 1))]
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(host)
}

function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))
}
