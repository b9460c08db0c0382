import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase, type PGlite, type Transaction } from '#main/mirror/database.ts'
import { setFact } from '#main/mirror/facts.ts'
import { analyze, attach } from '#main/mirror/loading.ts'
import { tidyAfter } from '#main/mirror/tidy.ts'
import { testTemplates } from '#tests/support/templates.ts'

const ROWS = 20_000
const RELATION = 'public.stripe_events'

let folder: string
let database: PGlite
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-space-'))
  database = await openDatabase(join(folder, 'mirror'), 'partners-vrai', testTemplates)
  await attach(database, [{ relation: RELATION, key: ['id'], rows: ROWS, bytes: 0 }])
  await stage(ROWS)
  await database.transaction(putInPlace)
  await analyze(database)
})
afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

/** Stages the first rows of the table as the server would send them after a change. */
function stage(count: number) {
  return database.exec(
    `insert into outpost.staged values ('${RELATION}') on conflict do nothing;
     insert into outpost_staged."${RELATION}" (id, stripe_event_id, type, payload, received_at)
     select md5(i::text)::uuid, 'evt_' || i, 'invoice.paid', '{}', now() from generate_series(1, ${count}) i`,
  )
}

/** Puts what is staged in place. */
function putInPlace(tx: Transaction) {
  return tx.exec('set local session_replication_role = replica; select outpost.put_in_place()')
}

/** How many rows of a table some work reads: Postgres counts them itself. */
function readsOf(table: string, work: (tx: Transaction) => Promise<unknown>): Promise<number> {
  return database.transaction(async (tx) => {
    const reads = async () => {
      const { rows } = await tx.query<{ reads: number }>(
        'select (seq_tup_read + idx_tup_fetch)::int as reads from pg_stat_xact_all_tables where relid = $1::regclass',
        [table],
      )
      return rows[0]?.reads ?? 0
    }
    const before = await reads()
    await work(tx)
    return (await reads()) - before
  })
}

async function bytes(): Promise<number> {
  const { rows } = await database.query<{ bytes: number }>('select pg_total_relation_size($1)::int as bytes', [
    RELATION,
  ])
  return rows[0]?.bytes ?? 0
}

test('a cut finds its rows by their keys, however large their table is', async () => {
  for (const count of [1, 40, 1_000]) {
    await stage(count)
    expect(await readsOf(RELATION, putInPlace)).toBe(count)
  }
})

test('a decision finds those that it stands on by their rows, however many are waiting', async () => {
  await database.exec(
    `insert into outpost.effects (entry, relation, key, old, image)
     select gen_random_uuid(), '${RELATION}', jsonb_build_array(md5(i::text)::uuid)::text, null, '{}'
     from generate_series(1, 3000) i`,
  )
  const { rows } = await database.query<{ entry: string; key: string }>(
    'select entry, key from outpost.effects limit 1',
  )
  const [made] = rows
  const call = { kind: 'call', function: 'retry', args: { p_event: JSON.parse(made?.key ?? '[]')[0], p_note: 'x' } }
  const later = '00000000-0000-4000-8000-000000000001'
  const found: string[] = []
  const reads = await readsOf('outpost.effects', async (tx) => {
    const answer = await tx.query<{ entries: string[] }>('select outpost.depends_on($1, $2)::text[] as entries', [
      later,
      JSON.stringify(call),
    ])
    found.push(...(answer.rows[0]?.entries ?? []))
  })
  expect(found).toEqual([made?.entry])
  expect(reads).toBe(1)
})

test('what changes again and again takes no more space for it', async () => {
  const { signal } = new AbortController()
  await setFact(database, 'rows', String(ROWS))
  const sizes: number[] = []
  let swept = 0
  for (let cut = 0; cut < 30; cut += 1) {
    await stage(3_000)
    await database.transaction(putInPlace)
    if (await tidyAfter(database, 3_000, signal)) swept += 1
    sizes.push(await bytes())
  }
  expect(swept).toBe(6)
  // Half of the changes fill the space for good; the other half finds it.
  expect(sizes.at(-1)).toBeLessThan(1.1 * (sizes[14] ?? 0))
})

test('a sweep that is cut off is made up for', async () => {
  const life = new AbortController()
  life.abort(new Error('closed'))
  await expect(tidyAfter(database, 1_000_000, life.signal)).rejects.toThrow('closed')
  expect(await tidyAfter(database, 1, new AbortController().signal)).toBe(true)
})

test('what was staged is let go of row by row while that is little, and with its file when it is much', async () => {
  const staged = `outpost_staged."${RELATION}"`
  const fileOf = async () => {
    const { rows } = await database.query<{ file: number; bytes: number; rows: number }>(
      `select pg_relation_filenode($1)::int as file, pg_relation_size($1)::int as bytes, (select count(*)::int from ${staged}) as rows`,
      [staged],
    )
    return rows[0]
  }
  const before = await fileOf()
  await stage(100)
  await database.transaction(putInPlace)
  expect(await fileOf()).toMatchObject({ file: before?.file, rows: 0 })
  await stage(ROWS)
  await database.transaction(putInPlace)
  const after = await fileOf()
  expect(after).toMatchObject({ bytes: 0, rows: 0 })
  expect(after?.file).not.toBe(before?.file)
})
