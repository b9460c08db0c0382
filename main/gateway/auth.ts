import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'
import { type ExchangeOptions, exchange } from './exchange.ts'
import { httpFailure } from './http-failure.ts'
import { notSupabase } from './problems.ts'
import type { Project } from './project.ts'

const grant = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds. */
  expires_in: z.number().positive(),
  user: z.object({
    id: z.uuid(),
    email: z.string().nullish(),
    user_metadata: z.record(z.string(), z.unknown()).nullish(),
  }),
})
export type Grant = z.infer<typeof grant>

/** The project's auth service: the three things that are wanted of it. */
export class Auth {
  readonly #project: Project
  readonly #options: ExchangeOptions

  constructor(project: Project, options: ExchangeOptions) {
    this.#project = project
    this.#options = options
  }

  /** @throws OutpostError `wrong_password`, `account_banned`, `rate_limited`, and what every request may throw */
  async byPassword(email: string, password: string): Promise<Grant> {
    return this.#grant('password', { email, password })
  }

  /** Tokens work once: the answer's replaces the one given. @throws OutpostError `signed_out` when it is refused */
  async byRefreshToken(token: string): Promise<Grant> {
    return this.#grant('refresh_token', { refresh_token: token })
  }

  /** Ends this session on the server, and no other of the person; nobody waits for it longer than 3 seconds. */
  async end(accessToken: string): Promise<void> {
    const signal = AbortSignal.any([this.#options.signal, AbortSignal.timeout(3_000)])
    await this.#post('logout?scope=local', {}, { authorization: `Bearer ${accessToken}` }, signal)
  }

  async #grant(type: string, body: object): Promise<Grant> {
    const response = await this.#post(`token?grant_type=${type}`, body, {})
    const text = await response.text()
    try {
      return grant.parse(JSON.parse(text))
    } catch (error) {
      const isPage = /html/.test(response.headers.get('content-type') ?? '')
      if (isPage) throw notSupabase(response.url || this.#project.url)
      throw new OutpostError('bad_answer', 'The server’s answer to the sign-in can’t be read.', { cause: error })
    }
  }

  async #post(
    path: string,
    body: object,
    headers: Record<string, string>,
    signal: AbortSignal = this.#options.signal,
  ): Promise<Response> {
    const url = `${this.#project.url}/auth/v1/${path}`
    const init = {
      method: 'POST',
      headers: { apikey: this.#project.key, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }
    const response = await exchange(url, init, { ...this.#options, signal })
    if (!response.ok) throw await httpFailure(response, url)
    return response
  }
}
