import { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'
import { type ExchangeOptions, exchange } from './exchange.ts'
import { httpFailure } from './http-failure.ts'
import { notSupabase } from './problems.ts'
import type { Project } from './project.ts'

/** What the auth service of every project tells everybody who has a key. */
const authSettings = z.object({ external: z.record(z.string(), z.unknown()) })

/**
 * Whether this is a Supabase project, the key is its own, and our SQL is there; before anybody has signed in.
 * @throws OutpostError `not_supabase`, `wrong_key`, `no_sync_sql`, and what every request may throw
 */
export async function probe(project: Project, options: ExchangeOptions): Promise<void> {
  await checkAuth(project, options)
  await checkSql(project, options)
}

async function checkAuth({ url, key }: Project, options: ExchangeOptions): Promise<void> {
  const address = `${url}/auth/v1/settings`
  const response = await exchange(address, { headers: { apikey: key } }, options)
  if (!response.ok) {
    const failure = await httpFailure(response, address)
    throw failure.code === 'not_allowed' ? notSupabase(address) : failure
  }
  const text = await response.text()
  try {
    authSettings.parse(JSON.parse(text))
  } catch {
    throw notSupabase(address)
  }
}

/** A stranger is turned away at the door of a function that is there, and told so when there is none. */
async function checkSql({ url, key }: Project, options: ExchangeOptions): Promise<void> {
  const address = `${url}/rest/v1/rpc/console_hello`
  const init = { method: 'POST', headers: { apikey: key, 'content-type': 'application/json' }, body: '{}' }
  const response = await exchange(address, init, options)
  if (response.ok) {
    throw new OutpostError('no_sync_sql', 'The console’s SQL on this project is open to strangers. Install it again.')
  }
  const failure = await httpFailure(response, address)
  if (failure.code !== 'signed_out' && failure.code !== 'not_staff') throw failure
}
