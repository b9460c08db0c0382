import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Auth, Grant } from './auth.ts'
import { UNKNOWN_REFUSAL } from './http-failure.ts'
import { signedOut } from './problems.ts'

/** Where the session lies between two starts, as one text; the store seals it. */
export interface SessionStore {
  load(): Promise<string | null>
  save(text: string | null): Promise<void>
}

const kept = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  personId: z.uuid(),
  email: z.string(),
  /** Milliseconds that the access token lives, from `since` on, which this computer's clock said when it came. */
  lifetime: z.number(),
  since: z.number(),
})
type Kept = z.infer<typeof kept>

export interface SessionInfo {
  readonly personId: string
  readonly email: string
  /** Milliseconds since 1970, by this computer's clock. */
  readonly expiresAt: number
}

/** An access token is renewed this long before its end, in milliseconds. */
const AHEAD = 60_000

/**
 * Who is signed in, with the tokens that prove it. Lives through restarts and times without a network: only a refusal
 * of the server, or the person, ends it.
 */
export class Session {
  readonly #store: SessionStore
  readonly #auth: Auth
  #kept: Promise<Kept | null> | null = null
  #renewal: Promise<Kept> | null = null

  constructor(store: SessionStore, auth: Auth) {
    this.#store = store
    this.#auth = auth
  }

  /** Known without a network. */
  async info(): Promise<SessionInfo | null> {
    const current = await this.#current()
    if (current === null) return null
    return { personId: current.personId, email: current.email, expiresAt: current.since + current.lifetime }
  }

  async begin(grant: Grant): Promise<void> {
    await this.#keep(fromGrant(grant))
  }

  /** Forgets the tokens; answers the access token, for the server to forget it too. */
  async end(): Promise<string | null> {
    const current = await this.#current()
    await this.#keep(null)
    return current?.accessToken ?? null
  }

  /**
   * A token to go with the next request, renewed when it is near its end.
   * @throws OutpostError `signed_out`, or what stands in the way of renewing it
   */
  async token(): Promise<string> {
    const current = await this.#current()
    if (current === null) throw signedOut('session.none')
    const age = Date.now() - current.since
    if (age < current.lifetime - AHEAD) return current.accessToken
    return (await this.#renew(current)).accessToken
  }

  /**
   * Another token, when the server did not take the given one. However many ask, one renewal is made.
   * @throws OutpostError `signed_out` when the server refuses, `offline` … when it could not be asked
   */
  async tokenAfter(refused: string): Promise<string> {
    const current = await this.#current()
    if (current === null) throw signedOut('session.none')
    if (current.accessToken !== refused) return current.accessToken
    return (await this.#renew(current)).accessToken
  }

  #renew(current: Kept): Promise<Kept> {
    this.#renewal ??= this.#askAgain(current).finally(() => {
      this.#renewal = null
    })
    return this.#renewal
  }

  async #askAgain(current: Kept): Promise<Kept> {
    try {
      const next = fromGrant(await this.#auth.byRefreshToken(current.refreshToken))
      // Signed out, or somebody else signed in, while this was on its way.
      if ((await this.#current())?.refreshToken !== current.refreshToken) throw signedOut('session.over')
      await this.#keep(next)
      return next
    } catch (error) {
      if (!isRefusal(error)) throw error
      if ((await this.#current())?.refreshToken === current.refreshToken) await this.#keep(null)
      throw error.code === 'account_banned' ? error : signedOut(error.problem.reason ?? 'session.refused')
    }
  }

  #current(): Promise<Kept | null> {
    this.#kept ??= this.#store.load().then(read)
    return this.#kept
  }

  /** Kept before it is used: a refresh token that is lost can't be asked for again. */
  async #keep(next: Kept | null): Promise<void> {
    await this.#store.save(next === null ? null : JSON.stringify(next))
    this.#kept = Promise.resolve(next)
  }
}

/** Only the auth service itself can end a session; a network or a server in trouble can't. */
function isRefusal(error: unknown): error is OutpostError {
  if (!(error instanceof OutpostError) || error.problem.reason === UNKNOWN_REFUSAL) return false
  return ['signed_out', 'account_banned', 'wrong_password'].includes(error.code)
}

function fromGrant({ access_token, refresh_token, expires_in, user }: Grant): Kept {
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    personId: user.id,
    email: user.email ?? '',
    lifetime: expires_in * 1_000,
    since: Date.now(),
  }
}

function read(text: string | null): Kept | null {
  if (text === null) return null
  try {
    return kept.parse(JSON.parse(text))
  } catch {
    // Written by another version, or damaged: sign in again.
    return null
  }
}
