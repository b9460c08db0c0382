import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { xainik } from '#shared/systems/xainik/manifest.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { databases } from './databases.ts'

const folder = join(import.meta.dirname, '../../../../migrations/systems/xainik')

describe.each(databases)('the schema of xainik on $engine', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  const names = async (sql: string) => (await db.query<{ name: string }>(sql)).map((row) => row.name)

  test('has the 22 tables of the document', async () => {
    const tables = await names(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
    expect(tables).toEqual(
      [
        'users user_profiles user_permissions user_subscriptions pitches endorsements referrals resume_requests',
        'notifications donations invoices receipts service_plans payment_events payment_events_archive email_logs',
        'numbering_state user_activity_log migration_audit recruiter_notes shared_pitches user_messages',
      ]
        .flatMap((line) => line.split(' '))
        .sort(),
    )
  })

  test('knows the four roles of the start, and the two that a later migration adds', async () => {
    expect(await names(`select unnest(enum_range(null::user_role))::text as name`)).toEqual([
      'veteran',
      'recruiter',
      'supporter',
      'admin',
      'moderator',
      'partner',
    ])
  })

  test('says user_id and recruiter_user_id everywhere, and keeps the columns that the document shows', async () => {
    const old = `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('veteran_id', 'recruiter_id')`
    expect(await names(old)).toEqual([])
    const columns = await names(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    )
    for (const shown of [
      ...['pitches.user_id', 'pitches.linkedin_url', 'pitches.resume_url', 'pitches.experience_years'],
      ...['resume_requests.recruiter_user_id', 'resume_requests.user_id'],
      ...['user_profiles.user_id', 'user_profiles.profile_type', 'user_profiles.profile_data'],
    ]) {
      expect(columns).toContain(shown)
    }
    const messages = await db.query(
      `select column_name as name, data_type as type, is_nullable as empty, column_default as default
       from information_schema.columns where table_name = 'user_messages' order by ordinal_position`,
    )
    expect(messages).toEqual([
      { name: 'id', type: 'uuid', empty: 'NO', default: 'gen_random_uuid()' },
      { name: 'user_id', type: 'uuid', empty: 'NO', default: null },
      { name: 'recipient_user_id', type: 'uuid', empty: 'NO', default: null },
      { name: 'message_text', type: 'text', empty: 'NO', default: null },
      { name: 'created_at', type: 'timestamp with time zone', empty: 'NO', default: 'now()' },
    ])
  })

  test('keeps updated_at wherever there is one', async () => {
    const withoutTrigger = await names(
      `select c.table_name as name from information_schema.columns c join pg_tables t on t.tablename = c.table_name
       where c.table_schema = 'public' and t.schemaname = 'public' and column_name = 'updated_at' and not exists (
         select from pg_trigger t where t.tgrelid = ('public.' || c.table_name)::regclass
           and tgfoid = 'public.update_updated_at_column'::regproc)`,
    )
    expect(withoutTrigger).toEqual([])
  })

  test('has an index on every foreign key, GIN indexes on jsonb and arrays, partial ones on active rows', async () => {
    const missing = await names(
      `select conrelid::regclass || '.' || conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
           and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
    )
    expect(missing).toEqual([])
    const withoutGin = await names(
      `select c.table_name || '.' || c.column_name as name
       from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
       where c.table_schema = 'public' and (c.data_type in ('jsonb', 'ARRAY')) and not exists (
         select from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = ('public.' || c.table_name)::regclass and m.amname = 'gin' and a.attname = c.column_name)`,
    )
    expect(withoutGin).toEqual([])
    const partial = await names(
      `select indexname as name from pg_indexes where schemaname = 'public' and indexdef like '%WHERE%is_active%'`,
    )
    expect(partial.length).toBeGreaterThanOrEqual(5)
  })

  test('deletes with a person all that is theirs alone', async () => {
    const loose = await names(
      `select conrelid::regclass || '.' || a.attname as name from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where contype = 'f' and confrelid = 'public.users'::regclass and confdeltype <> 'c'
         and (a.attname in ('recruiter_user_id', 'recipient_user_id') or (a.attname = 'user_id' and a.attnotnull))`,
    )
    expect(loose).toEqual([])
  })

  test('guards every table by policies, more than 22, and shows strangers only what is public', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(open).toEqual([])
    const [policies] = await db.query<{ n: number }>(
      `select count(*)::int as n from pg_policies where schemaname = 'public'`,
    )
    expect(policies?.n).toBeGreaterThan(22)
    const anonymous = await names(
      `select distinct table_name || ' ' || privilege_type as name from information_schema.column_privileges
       where table_schema = 'public' and grantee in ('anon', 'PUBLIC') order by 1`,
    )
    expect(anonymous).toEqual(['endorsements SELECT', 'public_pitches SELECT', 'service_plans SELECT'])
    const callable = await names(
      `select proname as name from pg_proc
       where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')`,
    )
    expect(callable).toEqual(['open_shared_pitch'])
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
       where pronamespace in ('public'::regnamespace, 'xainik'::regnamespace)
         and not coalesce(proconfig @> array['search_path=""'], false)`,
    )
    expect(loose).toEqual([])
  })

  test('has written each of its migrations down, and tells the console the number of the last', async () => {
    const files = (await readdir(folder)).sort().map((name) => name.replace('.sql', ''))
    expect(await names('select migration_name as name from migration_audit order by 1')).toEqual(files)
    const version = String(Number.parseInt(files.at(-1) ?? '', 10))
    const [row] = await db.query<{ system: unknown }>('select console_system() as system')
    expect(row?.system).toEqual({ system: 'xainik', version })
    expect(xainik.schemaVersion).toBe(version)
  })
})
