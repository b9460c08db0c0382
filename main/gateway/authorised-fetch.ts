import { OutpostError } from '#shared/contract/errors.ts'
import { type ExchangeOptions, exchange, type Fetch } from './exchange.ts'
import { httpFailure } from './http-failure.ts'
import { notSupabase } from './problems.ts'
import type { ServerClock } from './server-clock.ts'
import type { Session } from './session.ts'

/**
 * The fetch that supabase-js works with: every request goes out with the person's token and within the limits, every
 * answer that comes back from here is a success. Everything else is thrown, sorted.
 */
export function authorisedFetch(session: Session, options: ExchangeOptions, clock: ServerClock): Fetch {
  return async (input, init = {}) => {
    const url = String(input instanceof Request ? input.url : input)
    const send = async (token: string) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${token}`)
      const signal = init.signal ? AbortSignal.any([init.signal, options.signal]) : options.signal
      const isFile = new URL(url).pathname.includes('/storage/v1/object/')
      const response = await exchange(url, { ...init, headers }, { ...options, signal, isFile })
      if (!response.ok) throw await httpFailure(response, url)
      if (isPage(response) && !(isFile && isPageName(url))) throw notSupabase(url)
      // A file may come from a store on the way, with the date at which that store got it.
      if (!isFile) clock.heard(response)
      return response
    }
    const token = await session.token()
    try {
      return await send(token)
    } catch (error) {
      if (!(error instanceof OutpostError && error.code === 'signed_out')) throw error
      return send(await session.tokenAfter(token))
    }
  }
}

/** A network that wants people to sign in first answers every request with its own page, and status 200. */
function isPage(response: Response): boolean {
  return /html/.test(response.headers.get('content-type') ?? '')
}

function isPageName(url: string): boolean {
  return /\.x?html?$/i.test(new URL(url).pathname)
}
