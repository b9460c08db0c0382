import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { partnersVrai } from '#shared/systems/partners-vrai/manifest.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { databases } from './databases.ts'

const enums = {
  user_status: 3,
  dossier_type: 6,
  dossier_status_code: 13,
  document_status: 4,
  review_status: 2,
  event_type: 9,
  notification_channel: 5,
  notification_status: 4,
  order_status: 5,
  actor_type: 3,
}

describe.each(databases)('the schema of partners-vrai on $engine', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  const names = async (sql: string) => (await db.query<{ name: string }>(sql)).map((row) => row.name)

  test('has 21 tables, and the manifest names each of them and each view', async () => {
    const tables = await names(`select tablename as name from pg_tables where schemaname = 'public'`)
    expect(tables).toHaveLength(21)
    const views = await names(`select viewname as name from pg_views where schemaname = 'public'`)
    expect([...tables, ...views].sort()).toEqual(Object.keys(partnersVrai.tables).sort())
  })

  test('has the ten enums with the stated numbers of values', async () => {
    const found = await db.query<{ name: string; values: number }>(
      `select t.typname as name, count(*)::int as values
       from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace
       where n.nspname = 'public' group by 1`,
    )
    expect(Object.fromEntries(found.map((row) => [row.name, row.values]))).toEqual(enums)
  })

  test('keeps updated_at by 7 triggers and events by 2', async () => {
    const triggers = await names(
      `select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`,
    )
    expect(triggers.filter((name) => name.endsWith('_updated_at'))).toHaveLength(7)
    expect(triggers.filter((name) => name.endsWith('_event'))).toEqual([
      'document_versions_uploaded_event',
      'dossiers_status_event',
    ])
    const withoutTrigger = await names(
      `select table_name as name from information_schema.columns c
       where table_schema = 'public' and column_name = 'updated_at' and not exists (
         select from pg_trigger t where t.tgrelid = ('public.' || c.table_name)::regclass
           and tgfoid = 'public.update_updated_at_column'::regproc)`,
    )
    expect(withoutTrigger).toEqual([])
  })

  test('has an index on every foreign key, and more than 50 in all', async () => {
    const missing = await names(
      `select conrelid::regclass || '.' || conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
           and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
    )
    expect(missing).toEqual([])
    const indexes = await names(
      `select indexname as name from pg_indexes where schemaname = 'public' and indexname not like '%_pkey'`,
    )
    expect(indexes.length).toBeGreaterThan(50)
  })

  test('guards every table by policies, and lets no table be touched without one', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(open).toEqual([])
    const anonymous = await names(
      `select table_name || '.' || privilege_type as name from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('anon', 'PUBLIC')`,
    )
    expect(anonymous).toEqual([])
    const callable = await names(
      `select proname as name from pg_proc
       where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')`,
    )
    expect(callable).toEqual([])
  })

  test('explains every table, every function and every view in a comment', async () => {
    const silent = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
         and obj_description(oid, 'pg_class') is null
       union all
       select proname from pg_proc where pronamespace = 'public'::regnamespace
         and obj_description(oid, 'pg_proc') is null`,
    )
    expect(silent).toEqual([])
  })

  test('fixes the search path of every function', async () => {
    const loose = await names(
      `select proname as name from pg_proc
       where pronamespace in ('public'::regnamespace, 'partners_vrai'::regnamespace)
         and not coalesce(proconfig @> array['search_path=""'], false)`,
    )
    expect(loose).toEqual([])
  })

  test('tells the console its name and the number of its last migration', async () => {
    const folder = join(import.meta.dirname, '../../../../migrations/systems/partners-vrai')
    const last = (await readdir(folder)).sort().at(-1)
    const [row] = await db.query<{ system: unknown }>('select console_system() as system')
    expect(row?.system).toEqual({ system: 'partners-vrai', version: String(Number.parseInt(last ?? '', 10)) })
    expect(partnersVrai.schemaVersion).toBe(String(Number.parseInt(last ?? '', 10)))
  })
})
