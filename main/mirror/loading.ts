import type { CopyRows, PullPage, RelationInfo, SnapshotPage } from '#shared/model/protocol.ts'
import type { PGlite, Transaction } from './database.ts'

/** How far the first copy of a table has come. */
export interface Loading {
  readonly relation: string
  readonly after: string | null
  readonly rows: number
  readonly done: boolean
}

/** Makes the server's tables part of the mirror, as far as its schema has them. Repeating it changes nothing. */
export async function attach(database: PGlite, relations: readonly RelationInfo[]): Promise<void> {
  await database.transaction((tx) => attachWithin(tx, relations))
}

/** A table of another shape is detached before it comes back: what is attached by the same key is as it should be. */
export async function attachWithin(tx: Transaction, relations: readonly RelationInfo[]): Promise<void> {
  await tx.query(
    `select outpost.attach(r.relation, r.key) from jsonb_to_recordset($1) r (relation text, key text[])
     where to_regclass(r.relation) is not null
       and not exists (select from outpost.relations o where o.relation = r.relation and o.key = r.key)`,
    [JSON.stringify(relations.map(({ relation, key }) => ({ relation, key })))],
  )
}

/** Where the first copy stands, table by table. */
export async function loadingState(database: PGlite): Promise<Loading[]> {
  const { rows } = await database.query<Loading>(
    'select relation, after, rows::int as rows, done from outpost.loading order by relation',
  )
  return rows
}

/** Takes samples of every mirrored table, for the planner. */
export async function analyze(database: PGlite): Promise<void> {
  for (const { relation } of await loadingState(database)) await database.exec(`analyze ${quoted(relation)}`)
}

/**
 * Adds one page of the first copy and remembers where it ended, both or neither.
 *
 * Pages of one table are read at different moments, so a unique value may have moved from a row that came early to
 * one that comes late. Such a page waits, staged, for the cut that has both rows as they are.
 */
export async function loadPage(database: PGlite, page: SnapshotPage): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.exec('set local session_replication_role = replica; savepoint page')
    try {
      await tx.query('select outpost.judge($1, false)', [page.relation])
      await copy(tx, quoted(page.relation), page)
      await tx.query('select outpost.judge($1, true)', [page.relation])
      await tx.query(
        `insert into outpost.facts as f values ('rows', $1) on conflict (name) do update
           set value = (f.value::bigint + excluded.value::bigint)::text`,
        [String(page.count)],
      )
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      await tx.exec('rollback to savepoint page')
      await stageRows(tx, page)
    }
    await tx.query('update outpost.relations set travelling = $2 where relation = $1', [page.relation, page.columns])
    await tx.query('update outpost.loading set after = $2, rows = rows + $3, done = $4 where relation = $1', [
      page.relation,
      page.next,
      page.count,
      page.next === null,
    ])
  })
}

/**
 * Keeps a page of changes aside until the mirror can show a whole cut. A later page of the same row wins. A row that is
 * no longer kept goes like one that is gone.
 */
export async function stagePage(tx: Transaction, page: PullPage): Promise<void> {
  for (const rows of page.changed) await stageRows(tx, rows)
  for (const { relation, keys } of [...page.gone, ...page.outside]) {
    if (!(await isMirrored(tx, relation))) continue
    await tx.query('insert into outpost.gone select $1, key from unnest($2::text[]) key on conflict do nothing', [
      relation,
      keys,
    ])
    await tx.query('select outpost.unstage($1, $2::text[])', [relation, keys])
  }
}

/**
 * Begins to fetch a table anew: at the next cut only the rows that are staged until then are left of it, and those that
 * were asked for.
 * @param closed the person may not see the table any more: nothing is left of it
 */
export async function forgetRows(database: PGlite, relation: string, closed: boolean): Promise<void> {
  await database.query('select outpost.forget($1, $2)', [relation, closed])
}

/** Keeps one page of a table that is fetched anew aside for the next cut. */
export async function stageSnapshot(database: PGlite, page: SnapshotPage): Promise<void> {
  await database.transaction(async (tx) => {
    await stageRows(tx, page)
    await tx.query('update outpost.relations set travelling = $2 where relation = $1', [page.relation, page.columns])
  })
}

/** Keeps rows of a table that is mirrored aside for a cut, in the place of those that were staged by the same keys before. */
async function stageRows(tx: Transaction, rows: CopyRows): Promise<void> {
  const { rows: found } = await tx.query<{ is_first: boolean }>(
    `with mirrored as (select relation from outpost.relations where relation = $1),
       noted as (insert into outpost.staged select relation from mirrored on conflict do nothing returning relation)
     select exists (select from noted) as is_first from mirrored`,
    [rows.relation],
  )
  if (found[0]?.is_first === true) await copy(tx, staged(rows.relation), rows)
  else if (found[0] !== undefined)
    await copyIncoming(tx, rows, () => tx.query('select outpost.stage_incoming($1)', [rows.relation]))
}

/** Copies rows to pg_temp.incoming for as long as `put` takes. */
export async function copyIncoming(tx: Transaction, rows: CopyRows, put: () => Promise<unknown>): Promise<void> {
  await tx.exec(`create temp table incoming (like ${staged(rows.relation)}) on commit drop`)
  await copy(tx, 'pg_temp.incoming', rows)
  await put()
  await tx.exec('drop table pg_temp.incoming')
}

async function isMirrored(tx: Transaction, relation: string): Promise<boolean> {
  const { rows } = await tx.query('select from outpost.relations where relation = $1', [relation])
  return rows.length > 0
}

export async function copy(tx: Transaction, target: string, rows: CopyRows): Promise<void> {
  if (rows.count === 0) return
  const columns = rows.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
  await tx.query(`copy ${target} (${columns}) from '/dev/blob'`, [], { blob: new Blob([rows.data]) })
}

/** A relation `schema.table` as SQL. */
export function quoted(relation: string): string {
  return relation.split('.').map(identifier).join('.')
}

function staged(relation: string): string {
  return `outpost_staged.${identifier(relation)}`
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '23P01')
}
