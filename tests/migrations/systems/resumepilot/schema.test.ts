import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resumepilot } from '#shared/systems/resumepilot/manifest.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { databases } from './databases.ts'

const folder = join(import.meta.dirname, '../../../../migrations/systems/resumepilot')

/** Each column of the document: its type, `!` where it is required, and its default. */
const stated: Readonly<Record<string, string>> = {
  profiles:
    'user_id uuid, full_name text, job_title text, company text, created_at timestamptz now, updated_at timestamptz now',
  subscriptions:
    'user_id uuid, stripe_customer_id text, stripe_subscription_id text, plan_name text!, status text! active, current_period_start timestamptz, current_period_end timestamptz, cancel_at_period_end bool false, created_at timestamptz now, updated_at timestamptz now',
  usage_tracking:
    'user_id uuid, month text!, interviews_used int4 0, cover_letters_used int4 0, created_at timestamptz now, updated_at timestamptz now',
  resume_bullets:
    'user_id uuid, question text!, transcript text!, bullets jsonb!, role text, experience text, created_at timestamptz now',
  interview_sessions:
    'user_id uuid, session_type text!, role_type text, duration_seconds int4, turns_count int4 0, status text active, created_at timestamptz now, completed_at timestamptz',
  interview_turns:
    'session_id uuid, speaker text!, message text!, turn_number int4!, audio_url text, processing_time_ms int4, created_at timestamptz now',
  interview_transcripts:
    'user_id uuid, audio_file_url text!, transcript_text text!, confidence_score numeric, processing_time_ms int4, created_at timestamptz now',
  resume_generations:
    'user_id uuid, session_id uuid, template_name text!, role_type text!, resume_data jsonb!, latex_content text, generation_status text processing, error_message text, processing_time_ms int4, created_at timestamptz now, completed_at timestamptz',
  resume_downloads:
    'generation_id uuid, format text!, file_url text, file_size_bytes int4, download_count int4 0, created_at timestamptz now',
  admin_users: 'user_id uuid, email text!, role text admin, permissions jsonb {}, created_at timestamptz now',
  system_events:
    'event_type text!, event_data jsonb, user_id uuid, ip_address inet, user_agent text, created_at timestamptz now',
}

describe.each(databases)('the schema of resumepilot on $engine', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  const names = async (sql: string) => (await db.query<{ name: string }>(sql)).map((row) => row.name)

  test('has the 11 tables of the document, with their columns, types and defaults, and no other', async () => {
    const rows = await db.query<{ relation: string; columns: string }>(
      `select c.relname as relation, string_agg(
         a.attname || ' ' || t.typname || case when a.attnotnull then '!' else '' end
           || coalesce(' ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '^''?([^''()]*).*$', '\\1'), ''),
         ', ' order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 1
       join pg_type t on t.oid = a.atttypid
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by c.relname`,
    )
    expect(Object.fromEntries(rows.map(({ relation, columns }) => [relation, columns]))).toEqual(stated)
    const keys = await names(
      `select table_name || ' ' || data_type || ' ' || column_default as name from information_schema.columns c
       where table_schema = 'public' and ordinal_position = 1
         and table_name in (select tablename from pg_tables where schemaname = 'public')`,
    )
    expect(keys.sort()).toEqual(
      Object.keys(stated)
        .map((table) => `${table} uuid gen_random_uuid()`)
        .sort(),
    )
  })

  test('keeps a turn when nobody deletes its interview, and lets an account take its rows along', async () => {
    const rules = await db.query<{ name: string; rule: string }>(
      `select conrelid::regclass || '.' || a.attname as name,
         confrelid::regclass || case confdeltype when 'c' then ' cascade' else '' end as rule
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    )
    const [own, other] = [
      rules.filter(({ rule }) => rule === 'auth.users cascade').map(({ name }) => name),
      rules.filter(({ rule }) => rule !== 'auth.users cascade'),
    ]
    expect(own).toHaveLength(8)
    expect(other.map(({ name, rule }) => `${name} → ${rule}`).sort()).toEqual([
      'interview_turns.session_id → interview_sessions cascade',
      'resume_downloads.generation_id → resume_generations cascade',
      'resume_generations.session_id → interview_sessions',
      'system_events.user_id → auth.users',
    ])
  })

  test('keeps updated_at wherever there is one', async () => {
    expect(
      await names(
        `select tgrelid::regclass::text as name from pg_trigger
         where tgfoid = 'public.update_updated_at_column'::regproc order by 1`,
      ),
    ).toEqual(['profiles', 'subscriptions', 'usage_tracking'])
  })

  test('has an index on every foreign key, and on every column that the document indexes', async () => {
    const missing = await names(
      `select conrelid::regclass || '.' || conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indpred is null and i.indkey[0] = c.conkey[1])`,
    )
    expect(missing).toEqual([])
    const indexed = await names(
      `select i.indrelid::regclass || '.' || a.attname as name from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
    )
    expect(indexed).toEqual(
      expect.arrayContaining(
        [
          'profiles.created_at subscriptions.stripe_customer_id subscriptions.stripe_subscription_id subscriptions.status',
          'subscriptions.plan_name usage_tracking.month resume_bullets.created_at resume_bullets.role resume_bullets.bullets',
          'interview_sessions.created_at interview_sessions.status interview_turns.turn_number interview_turns.speaker',
          'interview_transcripts.created_at resume_generations.generation_status resume_generations.created_at',
          'resume_downloads.format admin_users.email system_events.event_type system_events.created_at',
        ].flatMap((line) => line.split(' ')),
      ),
    )
  })

  test('guards every table by policies, and shows strangers nothing', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(open).toEqual([])
    const anonymous = await names(
      `select table_name || ' ' || privilege_type as name from information_schema.column_privileges
       where table_schema = 'public' and grantee in ('anon', 'PUBLIC')
       union all
       select proname from pg_proc
       where pronamespace in ('public'::regnamespace, 'resumepilot'::regnamespace)
         and has_function_privilege('anon', oid, 'execute')`,
    )
    expect(anonymous).toEqual([])
  })

  test('explains every table, view and function in a comment', async () => {
    const silent = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
         and obj_description(oid, 'pg_class') is null
       union all
       select proname from pg_proc where pronamespace in ('public'::regnamespace, 'resumepilot'::regnamespace)
         and obj_description(oid, 'pg_proc') is null`,
    )
    expect(silent).toEqual([])
  })

  test('fixes the search path of every function', async () => {
    const loose = await names(
      `select proname as name from pg_proc
       where pronamespace in ('public'::regnamespace, 'resumepilot'::regnamespace)
         and not coalesce(proconfig @> array['search_path=""'], false)`,
    )
    expect(loose).toEqual([])
  })

  test('tells the console the number of its last migration', async () => {
    const files = (await readdir(folder)).sort()
    const version = String(Number.parseInt(files.at(-1) ?? '', 10))
    const [row] = await db.query<{ system: unknown }>('select console_system() as system')
    expect(row?.system).toEqual({ system: 'resumepilot', version })
    expect(resumepilot.schemaVersion).toBe(version)
  })
})
