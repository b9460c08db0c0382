import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { columns } from '#main/demo/data/resumepilot/columns.ts'
import { limits } from '#main/demo/data/resumepilot/subscription.ts'
import { resumepilot } from '#shared/systems/resumepilot/manifest.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { hashesOf } from '#tests/support/hashes.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const now = new Date('2026-03-18T00:00:00Z')
const tables = Object.keys(columns).filter((table) => table.startsWith('public.'))

test('the same seed gives the same rows of resumepilot, over PGlite and over Postgres', async () => {
  const hashes: unknown[] = []
  for (const postgres of [false, true]) {
    const cloud = await startTestCloud({ system: 'resumepilot', postgres, now })
    hashes.push(await hashesOf(cloud, columns))
    await cloud.stop()
  }
  expect(hashes[0]).toEqual(hashes[1])
})

describe('the demo of resumepilot', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ system: 'resumepilot', size: 'demo', postgres: true, now })
  })
  afterAll(() => cloud?.stop())

  /** Rows that break a promise; a good demo has none. */
  const none = async (sql: string) => expect(await cloud.sql(`${sql} limit 5`), sql).toEqual([])
  const numberOf = async (sql: string) => Number((await cloud.sql<{ n: string }>(`select (${sql})::text as n`))[0]?.n)

  test('is of the promised size, with something in every queue', async () => {
    const total = await numberOf(tables.map((table) => `(select count(*) from ${table})`).join(' + '))
    expect(total).toBeGreaterThan(17_000)
    expect(total).toBeLessThan(25_000)
    for (const queue of [
      `public.resume_generations where generation_status = 'failed'`,
      `public.resume_generations where generation_status = 'processing'`,
      `public.interview_sessions where status = 'active' and created_at < timestamptz '2026-03-17'`,
      `public.subscriptions where status in ('past_due', 'unpaid')`,
      `public.subscriptions where cancel_at_period_end`,
      `public.interview_sessions where created_at < timestamptz '2024-03-18'`,
      `public.usage_tracking where month < '2025-03'`,
      `public.system_events where created_at < timestamptz '2025-12-18'`,
    ]) {
      expect(await numberOf(`select count(*) from ${queue}`), queue).toBeGreaterThan(0)
    }
  })

  test('has everything in every state', async () => {
    for (const [at, words] of Object.entries(resumepilot.labels)) {
      const [table, column] = at.split('.')
      if (column === undefined) continue
      const found = await cloud.sql<{ value: string }>(
        `select distinct ${column} as value from public.${table} order by 1`,
      )
      expect(
        found.map(({ value }) => value),
        at,
      ).toEqual(Object.keys(words).sort())
    }
  })

  test('keeps every foreign key, although none was checked on the way in', async () => {
    const keys = await cloud.sql<{ child: string; parent: string; column: string }>(
      `select conrelid::regclass::text as child, confrelid::regclass::text as parent, quote_ident(a.attname) as column
       from pg_constraint k join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    )
    expect(keys).toHaveLength(12)
    for (const { child, parent, column } of keys) {
      await none(`select id from ${child} c where ${column} is not null
        and not exists (select from ${parent} p where p.id = c.${column})`)
    }
  })

  test('breaks none of the rules that the health page checks', async () => {
    const health = resumepilot.dashboards.find(({ name }) => name === 'health')
    for (const { sql } of health?.charts ?? []) if (!sql.includes('profiles_without_account')) await none(sql)
    await none('select id from public.profiles where user_id is null')
    await none(`select s.id from public.interview_sessions s where turns_count <> (
      select count(*) from public.interview_turns t where t.session_id = s.id)`)
  })

  test('counts against the limits that the database has', async () => {
    for (const [plan, { interviews, letters }] of Object.entries(limits)) {
      expect(await cloud.sql('select * from public.plan_limits($1)', [plan])).toEqual([
        { interviews, cover_letters: letters },
      ])
    }
    const over = await numberOf(`select count(*) from public.usage_tracking u
      join public.subscriptions s on s.user_id = u.user_id
      cross join lateral public.plan_limits(s.plan_name) l where l.interviews <> -1 and u.interviews_used > l.interviews`)
    expect(over).toBeGreaterThan(2)
    expect(over).toBeLessThan(0.1 * (await numberOf('select count(*) from public.usage_tracking')))
  })

  test('holds nothing from the future, and nothing that the last purge would have taken', async () => {
    for (const table of tables) await none(`select id from ${table} where created_at > timestamptz '2026-03-18'`)
    await none(`select id from public.interview_sessions where created_at < timestamptz '2024-02-10'`)
    await none(`select id from public.system_events where created_at < timestamptz '2025-11-15'`)
  })
})
