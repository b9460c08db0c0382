import type { CopyRows, KeyText } from '#shared/model/protocol.ts'
import type { PGlite, Transaction } from './database.ts'
import { copyIncoming, quoted } from './loading.ts'

/** Rows that somebody asked for, as the server had them at a moment. */
export interface Fetched extends CopyRows {
  /** Keys that it has no row for, or none that the person may see. */
  readonly gone: readonly KeyText[]
  /** The server's clock when it read them. */
  readonly now: string
}

export type KeysByRelation = readonly { readonly relation: string; readonly keys: readonly KeyText[] }[]

/** Puts rows that are not kept in place, and lets go of those that are gone. No local effect may be in place. */
export async function putOnDemand(tx: Transaction, fetched: readonly Fetched[]): Promise<void> {
  for (const rows of fetched) {
    await tx.query('select outpost.drop_on_demand($1, $2::text[])', [rows.relation, rows.gone])
    await copyIncoming(tx, rows, () => tx.query('select outpost.put_on_demand($1, $2)', [rows.relation, rows.now]))
  }
}

/** Whether a pending decision has changed rows of these tables here, or misses one that is not kept and may find it now. */
export async function standsOn(tx: Transaction, fetched: readonly Fetched[]): Promise<boolean> {
  if (fetched.length === 0) return false
  const { rows } = await tx.query(
    `select from outpost.effects where relation = any ($1::text[]) union all select from outpost.runs where only_server
     limit 1`,
    [fetched.map(({ relation }) => relation)],
  )
  return rows.length > 0
}

/** Of some keys, those whose rows are here although they are not kept, or that a pending decision has changed. */
export async function wantedOf(database: PGlite, keys: KeysByRelation): Promise<KeysByRelation> {
  const wanted: { relation: string; keys: KeyText[] }[] = []
  for (const { relation, keys: asked } of keys) {
    const { rows } = await database.query<{ key: KeyText }>(
      `select key from unnest($2::text[]) key
       where exists (select from outpost.on_demand o where (o.relation, o.key) = ($1, key.key))
          or exists (select from outpost.effects e where (e.relation, e.key) = ($1, key.key))`,
      [relation, asked],
    )
    if (rows.length > 0) wanted.push({ relation, keys: rows.map(({ key }) => key) })
  }
  return wanted
}

/** Every row that is here although it is not kept. */
export async function allOnDemand(database: PGlite): Promise<KeysByRelation> {
  const { rows } = await database.query<{ relation: string; keys: KeyText[] }>(
    'select relation, array_agg(key order by key) as keys from outpost.on_demand group by relation order by relation',
  )
  return rows
}

export interface Holding {
  readonly relation: string
  readonly rows: number
  readonly onDemand: number
  /** Columns by which rows can be kept for a number of days. */
  readonly times: string[]
}

/** How many rows of each table are here, and how many of them although they are not kept. */
export async function holdingsOf(database: PGlite): Promise<Holding[]> {
  const { rows: tables } = await database.query<Omit<Holding, 'rows'>>(
    `select relation,
       (select count(*)::int from outpost.on_demand o where o.relation = r.relation) as "onDemand",
       array(select c.name from console_sync.readable_columns(r.relation::regclass, true) c
         where c.base in (1082, 1114, 1184)) as times
     from outpost.relations r order by relation`,
  )
  const holdings: Holding[] = []
  for (const table of tables) {
    const { rows } = await database.query<{ n: number }>(`select count(*)::int as n from ${quoted(table.relation)}`)
    holdings.push({ ...table, rows: rows[0]?.n ?? 0 })
  }
  return holdings
}

/** Whether the row of a key is here, and since when if it is not kept. */
export async function whereIs(
  database: PGlite,
  relation: string,
  key: KeyText,
): Promise<{ here: boolean; fetchedAt: string | null }> {
  const { rows } = await database.query<{ here: boolean; fetchedAt: string | null }>(
    `select outpost.is_here($1, $2) as here,
       (select to_json(fetched_at) #>> '{}' from outpost.on_demand where (relation, key) = ($1, $2)) as "fetchedAt"`,
    [relation, key],
  )
  return rows[0] ?? { here: false, fetchedAt: null }
}
