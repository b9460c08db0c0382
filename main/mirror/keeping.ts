import type { Keeping } from '#shared/model/scope.ts'
import type { PendingEntry } from './cut.ts'
import type { Transaction } from './database.ts'
import { readFacts, setFact } from './facts.ts'
import type { KeysByRelation } from './on-demand.ts'

/** The rows that pending decisions stand on. To be asked before their effects are taken back. */
export async function stoodOn(tx: Transaction, pending: readonly PendingEntry[]): Promise<KeysByRelation> {
  const { rows } = await tx.query<{ relation: string; keys: string[] }>(
    'select relation, array_agg(key) as keys from outpost.stood_on($1::jsonb) group by relation',
    [JSON.stringify(pending.map(({ operation }) => operation))],
  )
  return rows
}

/** From here on this is kept of each table. It is in effect for what is put in place next. */
export function setKeeping(tx: Transaction, keeping: Keeping): Promise<void> {
  return setFact(tx, 'scope', JSON.stringify(keeping))
}

/**
 * Lets go of what is not kept any more.
 * @param standing rows that stay all the same
 * @returns the tables that changed
 */
export async function prune(tx: Transaction, standing: KeysByRelation): Promise<string[]> {
  const { now } = await readFacts(tx)
  for (const { relation, keys } of standing) {
    await tx.query('select outpost.pin($1, $2::text[], $3)', [relation, keys, now])
  }
  const { rows } = await tx.query<{ tables: string[] }>('select outpost.prune() as tables')
  return rows[0]?.tables ?? []
}
