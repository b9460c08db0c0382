import type { Which } from '#main/gateway/gateway.ts'
import type { Fetched, KeysByRelation } from '#main/mirror/on-demand.ts'
import type { Outside } from '#main/mirror/outside.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { FetchedRelated, RowOrigin } from '#shared/contract/scope.ts'
import type { RowsPage } from '#shared/model/protocol.ts'
import { isNoWay } from './no-way.ts'
import { rebase } from './rebase.ts'
import type { Replica } from './replica.ts'

/** Keys in one question. */
const MOST_KEYS = 500
/** Milliseconds that a decision waits for a row that it can't be checked without. */
const PATIENCE = 2_000

/** Asks the server for rows by their keys. */
export async function fetchKeys(replica: Replica, wanted: KeysByRelation): Promise<Fetched[]> {
  const fetched: Fetched[] = []
  for (const { relation, keys } of wanted) {
    for (let at = 0; at < keys.length; at += MOST_KEYS) {
      fetched.push(await replica.gateway.rows(relation, { keys: keys.slice(at, at + MOST_KEYS) }))
    }
  }
  return fetched
}

/**
 * Makes the row of a record be here, if it can be. A row that is here already is not asked for again: every pull that
 * names it brings it anew.
 * @throws OutpostError `bad_request` for a table that is not mirrored, or half a key
 */
export async function fetchRow(
  replica: Replica,
  relation: string,
  values: Record<string, unknown>,
): Promise<RowOrigin> {
  const mirror = await replica.mirror()
  const key = await mirror.keyOf(relation, values)
  if (key === null) throw unknownRow(relation)
  const before = await mirror.whereIs(relation, key)
  if (before.fetchedAt !== null) return { from: 'fetched', at: before.fetchedAt }
  if (before.here) return { from: 'here' }
  if ((await mirror.keeping())[relation] === undefined) return { from: 'nowhere' }
  const rows = await ask(replica, relation, { keys: [key] })
  if (rows === null) return { from: 'offline' }
  if (rows.gone.length > 0) return { from: 'nowhere' }
  await rebase(replica, null, { fetched: [rows] })
  const { fetchedAt } = await mirror.whereIs(relation, key)
  return fetchedAt === null ? { from: 'next_pull' } : { from: 'fetched', at: fetchedAt }
}

/** Brings the rows of a table that refer to something, a page of them: those that are not kept come to stay here. */
export async function fetchRelated(
  replica: Replica,
  relation: string,
  column: string,
  value: string,
  maxRows: number,
): Promise<FetchedRelated> {
  if ((await (await replica.mirror()).keeping())[relation] === undefined) return { from: 'here' }
  const rows = await ask(replica, relation, { column, value, maxRows })
  if (rows === null) return { from: 'offline' }
  await rebase(replica, null, { fetched: [rows] })
  return { from: 'fetched', at: rows.now, rows: rows.count, more: rows.next !== null }
}

/** Tries, for a short time, to bring a row that a decision was missing. Whether it came shows when it is run again. */
export async function fetchMissing(replica: Replica, { relation, key }: Outside): Promise<void> {
  if (relation === null || key === null || (await (await replica.mirror()).keeping())[relation] === undefined) return
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null).unref())
  try {
    const rows = await Promise.race([ask(replica, relation, { keys: [key] }), late])
    if (rows !== null) await rebase(replica, null, { fetched: [rows] })
  } catch (error) {
    if (!(error instanceof OutpostError)) throw error
    replica.log.warn({ err: error, relation }, 'a row that a decision needs could not be fetched')
  }
}

/** The server's answer, or null when it can't be reached, or should not be. */
async function ask(replica: Replica, relation: string, which: Which): Promise<RowsPage | null> {
  if (replica.journal.fact('work_offline') === 'yes') return null
  try {
    return await replica.gateway.rows(relation, which)
  } catch (error) {
    if (error instanceof OutpostError && isNoWay(error.problem)) return null
    throw error
  }
}

function unknownRow(relation: string): OutpostError {
  return new OutpostError('bad_request', `${relation} is not mirrored here, or the key is not whole.`, {
    field: 'key',
    params: { relation },
  })
}
