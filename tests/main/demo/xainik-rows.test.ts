import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { columns } from '#main/demo/data/xainik/columns.ts'
import { transitions } from '#main/demo/data/xainik/recruiter.ts'
import { xainik } from '#shared/systems/xainik/manifest.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const now = new Date('2026-03-18T00:00:00Z')
const tables = Object.keys(columns)

test('the same seed gives the same rows of xainik, over PGlite and over Postgres', async () => {
  const hashes: unknown[] = []
  for (const postgres of [false, true]) {
    const cloud = await startTestCloud({ system: 'xainik', postgres, now })
    const parts = tables.map((table) => {
      const names = columns[table as keyof typeof columns].map((name) => `"${name}"`).join(', ')
      return `(select md5(coalesce(string_agg(r::text, '' order by r::text), '')) from (select ${names} from ${table}) r) as "${table}"`
    })
    hashes.push((await cloud.sql(`select ${parts.join(', ')}`))[0])
    await cloud.stop()
  }
  expect(hashes[0]).toEqual(hashes[1])
})

describe('the demo of xainik', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ system: 'xainik', size: 'demo', postgres: true, now })
  })
  afterAll(() => cloud?.stop())

  /** Rows that break a promise; a good demo has none. */
  const none = async (sql: string) => expect(await cloud.sql(`${sql} limit 5`), sql).toEqual([])
  const numberOf = async (sql: string) => Number((await cloud.sql<{ n: string }>(`select (${sql})::text as n`))[0]?.n)

  test('is of the promised size, with queues of old and new items', async () => {
    const all = tables.filter((table) => table.startsWith('public.'))
    const total = await numberOf(all.map((table) => `(select count(*) from ${table})`).join(' + '))
    expect(total).toBeGreaterThan(17_000)
    expect(total).toBeLessThan(25_000)
    for (const queue of [
      `public.pitches where moderation_status = 'pending'`,
      `public.endorsements where moderation_status = 'pending'`,
      `public.resume_requests where status in ('pending', 'in_review', 'approved')`,
      `public.invoices where status in ('draft', 'issued')`,
      `public.email_logs where status in ('bounced', 'failed')`,
    ]) {
      expect(await numberOf(`select count(*) from ${queue}`), queue).toBeGreaterThan(10)
      expect(await numberOf(`select count(*) from ${queue} and created_at < timestamptz '2026-03-14'`)).toBeGreaterThan(
        0,
      )
    }
  })

  test('has everything in every state', async () => {
    for (const [type, column] of [
      ['moderation_status', 'public.pitches.moderation_status'],
      ['resume_request_status', 'public.resume_requests.status'],
      ['subscription_status', 'public.user_subscriptions.status'],
      ['invoice_status', 'public.invoices.status'],
      ['user_role', 'public.users.role'],
    ] as const) {
      const at = column.lastIndexOf('.')
      await none(`select s from unnest(enum_range(null::public.${type})) s
        except select ${column.slice(at + 1)} from ${column.slice(0, at)}`)
    }
  })

  test('keeps every foreign key, although none was checked on the way in', async () => {
    const keys = await cloud.sql<{ child: string; parent: string; column: string; key: string }>(
      `select conrelid::regclass::text as child, confrelid::regclass::text as parent, quote_ident(ca.attname) as column,
         quote_ident(pa.attname) as key
       from pg_constraint k
       join pg_attribute ca on ca.attrelid = conrelid and ca.attnum = conkey[1]
       join pg_attribute pa on pa.attrelid = confrelid and pa.attnum = confkey[1]
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    )
    expect(keys.length).toBeGreaterThan(40)
    for (const { child, parent, column, key } of keys) {
      await none(
        `select c.ctid::text from ${child} c where c.${column} is not null
           and not exists (select from ${parent} p where p.${key} = c.${column})`,
      )
    }
  })

  test('breaks none of the rules that the health page checks', async () => {
    const health = xainik.dashboards.find(({ name }) => name === 'health')
    for (const { sql, as } of health?.charts ?? []) if (as === 'check') await none(sql)
  })

  test('moves requests only along the transitions that the database allows', async () => {
    for (const [from, to] of Object.entries(transitions)) {
      const allowed = await cloud.sql<{ to: string }>(
        'select t::text as to from public.allowed_request_transitions($1::public.resume_request_status) t',
        [from],
      )
      expect(allowed.map((row) => row.to).sort()).toEqual([...to].sort())
    }
    await none(
      `select id from public.user_activity_log where activity_type = 'request.status_changed'
         and (details ->> 'to')::public.resume_request_status not in (
           select public.allowed_request_transitions((details ->> 'from')::public.resume_request_status))`,
    )
  })

  test('leaves behind each act what the database would have left, and nothing from the future', async () => {
    for (const [table, column] of [
      ['pitches', 'moderation_id'],
      ['endorsements', 'moderation_id'],
      ['shared_pitches', 'moderation_id'],
      ['resume_requests', 'status_change_id'],
      ['users', 'role_change_id'],
    ] as const) {
      await none(
        `select t.id from public.${table} t left join public.user_activity_log a on a.id = t.${column}
         where t.${column} is not null and a.entity_id is distinct from t.id`,
      )
    }
    for (const table of ['pitches', 'endorsements', 'referrals', 'shared_pitches', 'resume_requests']) {
      await none(
        `select t.id from public.${table} t left join public.user_activity_log a on a.id = md5(t.id || ':created')::uuid
         where a.created_at is distinct from t.created_at`,
      )
    }
    for (const [table, column] of [
      ['user_activity_log', 'created_at'],
      ['notifications', 'created_at'],
      ['email_logs', 'created_at'],
      ['invoices', 'issued_at'],
      ['receipts', 'received_at'],
      ['payment_events', 'received_at'],
    ] as const) {
      await none(`select id from public.${table} where ${column} > timestamptz '2026-03-18T00:02:00Z'`)
    }
  })
})
