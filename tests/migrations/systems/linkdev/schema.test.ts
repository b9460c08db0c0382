import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkdev } from '#shared/systems/linkdev/manifest.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { databases } from './databases.ts'
import { signUp } from './people.ts'

const stated = [
  'handle_new_user',
  'check_username_available',
  'check_feature_access',
  'aggregate_usage',
  'complete_onboarding',
  'update_updated_at_column',
  'cleanup_expired_invites',
  'generate_invite_token',
  'create_reminders_from_schedules',
  'emit_notification_event',
  'prevent_audit_log_modification',
  'get_audit_stats',
  'cleanup_expired_idempotency_keys',
  'cleanup_expired_rate_limits',
  'get_or_create_rate_limit_bucket',
  'check_rate_limit_bucket',
  'generate_signed_url',
]

describe.each(databases)('the schema of linkdev on $engine', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
    for (const name of ['Ada', 'Zoé', 'Tom']) await signUp(db, name)
  })
  afterAll(() => db?.close())

  const names = async (sql: string) => (await db.query<{ name: string }>(sql)).map((row) => row.name)

  test('has the 22 tables and the view that are stated, and a second view for usage', async () => {
    const tables = await names(`select tablename as name from pg_tables where schemaname = 'public'`)
    const views = await names(`select viewname as name from pg_views where schemaname = 'public' order by 1`)
    expect(tables).toHaveLength(22)
    expect(views).toEqual(['organization_usage', 'team_members'])
    expect([...tables, ...views].sort()).toEqual(Object.keys(linkdev.tables).sort())
    for (const dropped of ['customers', 'subscriptions']) expect(tables).not.toContain(dropped)
  })

  test('has the three types and the 17 functions that are stated', async () => {
    const types = await names(
      `select typname as name from pg_type where typtype = 'e' and typnamespace = 'public'::regnamespace order by 1`,
    )
    // And one beside them, for what a function takes.
    expect(types).toEqual(['notification_choice', 'pricing_plan_interval', 'pricing_type', 'subscription_status'])
    const functions = await names(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace`)
    expect(functions).toEqual(expect.arrayContaining(stated))
  })

  test("holds what the system's own verification asks", async () => {
    const one = async (sql: string) => Object.values((await db.query(sql))[0] ?? {})[0]
    expect(
      Number(
        await one(`select count(*) from information_schema.columns
          where table_name = 'users' and table_schema = 'public'`),
      ),
    ).toBeGreaterThanOrEqual(41)
    expect(await one('select count(*) from plan_features')).toBe('36')
    expect(
      await one(`select count(*) from users u
        where not exists (select 1 from organizations o where o.owner_id = u.id and o.is_personal = true)`),
    ).toBe('0')
    expect(
      await one(`select check_feature_access(
        (select id from users limit 1), 'max_records', (select id from organizations where is_personal = true limit 1))`),
    ).toEqual({ limit: 100 })
  })

  test('keeps updated_at wherever there is one, and the audit log by two triggers', async () => {
    const triggers = await names(
      `select tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not tgisinternal and (c.relnamespace = 'public'::regnamespace or c.oid = 'auth.users'::regclass) order by 1`,
    )
    for (const table of ['users', 'organizations', 'plan_features', 'usage_aggregations']) {
      expect(triggers).toContain(`update_${table}_updated_at`)
    }
    expect(triggers.filter((name) => name.startsWith('prevent_audit_log_'))).toHaveLength(2)
    expect(triggers).toContain('on_auth_user_created')
    const withoutTrigger = await names(
      `select c.table_name as name from information_schema.columns c
       join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
       where c.table_schema = 'public' and c.column_name = 'updated_at' and not exists (
         select from pg_trigger t where t.tgrelid = ('public.' || c.table_name)::regclass
           and tgfoid = 'public.update_updated_at_column'::regproc)`,
    )
    expect(withoutTrigger).toEqual([])
  })

  test('has an index on every foreign key, and more than 20 in all', async () => {
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
    expect(indexes.length).toBeGreaterThan(20)
  })

  test('guards every table by policies, more than 50, and shows strangers only what is public', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(open).toEqual([])
    expect(
      (await names(`select policyname as name from pg_policies where schemaname = 'public'`)).length,
    ).toBeGreaterThan(50)
    const anonymous = await names(
      `select table_name || '.' || privilege_type as name from information_schema.role_table_grants
       where table_schema = 'public' and grantee in ('anon', 'PUBLIC') order by 1`,
    )
    expect(anonymous).toEqual(['plan_features.SELECT', 'posts.SELECT', 'prices.SELECT', 'products.SELECT'])
    const callable = await names(
      `select proname as name from pg_proc
       where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')`,
    )
    expect(callable).toEqual([])
  })

  test('explains every table, function and view in a comment, and fixes the search path of every function', async () => {
    const silent = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
         and obj_description(oid, 'pg_class') is null
       union all
       select proname from pg_proc where pronamespace in ('public'::regnamespace, 'linkdev'::regnamespace)
         and obj_description(oid, 'pg_proc') is null`,
    )
    expect(silent).toEqual([])
    const loose = await names(
      `select proname as name from pg_proc where pronamespace in ('public'::regnamespace, 'linkdev'::regnamespace)
         and not coalesce(proconfig @> array['search_path=""'], false)`,
    )
    expect(loose).toEqual([])
  })

  test('tells the console its name and the number of its last migration', async () => {
    const folder = join(import.meta.dirname, '../../../../migrations/systems/linkdev')
    const last = String(Number.parseInt((await readdir(folder)).sort().at(-1) ?? '', 10))
    const [row] = await db.query<{ system: unknown }>('select console_system() as system')
    expect(row?.system).toEqual({ system: 'linkdev', version: last })
    expect(linkdev.schemaVersion).toBe(last)
  })
})
