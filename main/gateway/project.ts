import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'

/** Where a Supabase project is, and the publishable key that opens its doors to signed-in people. */
export interface Project {
  /** Without a trailing slash. */
  readonly url: string
  readonly key: string
}

/**
 * @throws OutpostError `bad_request` for an address that is none, `wrong_key` for a key that must not be here
 */
export function projectAt(url: string, key: string): Project {
  return { url: cleanUrl(url), key: publishableKey(key) }
}

/** People copy addresses with a slash, or with the path of one of the project's services, at their end. */
function cleanUrl(text: string): string {
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new OutpostError('bad_request', 'Enter the address of the project, such as https://abc.supabase.co.', {
      field: 'url',
    })
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/(rest|auth|storage)\/v1$/, '')}`
}

/** A secret key would let this computer past every policy of the project: it is refused before it is used or kept. */
function publishableKey(text: string): string {
  const key = text.trim()
  if (key.startsWith('sb_secret_') || roleOf(key) === 'service_role') {
    throw new OutpostError(
      'wrong_key',
      'This is the secret key of the project, which must never leave its servers. Enter the publishable (anon) key.',
      { field: 'key', reason: 'key.secret' },
    )
  }
  return key
}

const keyClaims = z.object({ role: z.string() })

/** What a key in the old form, a JSON web token, says about itself. */
function roleOf(key: string): string | null {
  const payload = key.split('.')[1]
  if (payload === undefined) return null
  try {
    return keyClaims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).role
  } catch {
    return null
  }
}
