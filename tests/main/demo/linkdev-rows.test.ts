import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { columns } from '#main/demo/data/linkdev/columns.ts'
import { linkdev } from '#shared/systems/linkdev/manifest.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { hashesOf } from '#tests/support/hashes.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const now = new Date('2026-03-18T00:00:00Z')

describe('the same seed', () => {
  test('gives the same rows of linkdev, over PGlite and over Postgres', async () => {
    const hashes: Record<string, unknown>[] = []
    for (const postgres of [false, true]) {
      const cloud = await startTestCloud({ system: 'linkdev', postgres, now })
      hashes.push(await hashesOf(cloud, columns))
      await cloud.stop()
    }
    expect(hashes[0]).toEqual(hashes[1])
    expect(Object.keys(hashes[0] ?? {})).toHaveLength(Object.keys(columns).length)
  })
})

describe('the demo of linkdev', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ system: 'linkdev', size: 'demo', postgres: true, now })
  })
  afterAll(() => cloud.stop())

  /** Rows that break a promise; a good demo has none. */
  const none = async (sql: string) => expect(await cloud.sql(`${sql} limit 5`)).toEqual([])
  const numberOf = async (sql: string) => Number((await cloud.sql<{ n: string }>(`select (${sql})::text as n`))[0]?.n)

  test('is of the promised size, with a long tail of organisations', async () => {
    const tables = Object.keys(columns).filter((table) => table.startsWith('public.'))
    const total = await numberOf(tables.map((table) => `(select count(*) from ${table})`).join(' + '))
    expect(total).toBeGreaterThan(16_000)
    expect(total).toBeLessThan(26_000)
    const sizes = `(select count(*) as n from public.organization_members m join public.organizations o on o.id = m.org_id
      where not o.is_personal group by o.id) s`
    expect(await numberOf(`select count(*) from ${sizes} where n <= 3`)).toBeGreaterThan(40)
    expect(await numberOf(`select max(n) from ${sizes}`)).toBeGreaterThan(12)
  })

  test('has subscriptions in every state, every plan, and invitations in every state', async () => {
    await none(
      `select s from unnest(enum_range(null::public.subscription_status)) s except select status from public.org_subscriptions`,
    )
    await none(
      `select p from unnest(array['free', 'pro', 'business', 'enterprise']) p except select plan_name from public.org_subscriptions`,
    )
    await none(
      `select s from unnest(array['pending', 'accepted', 'revoked', 'expired']) s except select status from public.invites`,
    )
    expect(await numberOf(`select count(*) from public.org_subscriptions where cancel_at_period_end`)).toBeGreaterThan(
      0,
    )
    expect(await numberOf(`select count(*) from public.notifications_outbox where status = 'failed'`)).toBeGreaterThan(
      0,
    )
  })

  test('has organisations near and over what their plan allows in this month', async () => {
    const share = `(select sum(g.total) * 1.0 / (f.feature_value ->> 'limit')::numeric as share
      from public.usage_aggregations g join public.org_subscriptions s on s.org_id = g.org_id
      join public.plan_features f on f.plan_name = s.plan_name and f.feature_key = 'max_api_calls_per_month'
      where g.event_type = 'api_call' and g.period_type = 'monthly' and g.period_start = '2026-03-01Z'
        and s.plan_name <> 'enterprise'
      group by g.org_id, f.feature_value) u`
    expect(await numberOf(`select count(*) from ${share} where share between 0.85 and 1`)).toBeGreaterThan(1)
    expect(await numberOf(`select count(*) from ${share} where share > 1`)).toBeGreaterThan(1)
    expect(await numberOf(`select count(*) from ${share} where share < 0.5`)).toBeGreaterThan(50)
  })

  test('keeps every rule of the database, its own health checks included', async () => {
    const constraints = await cloud.sql<{ table: string; name: string; rule: string }>(
      `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as rule
       from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f')`,
    )
    expect(constraints.length).toBeGreaterThan(100)
    // The rows came in with foreign keys silent: each rule is put on again, as one that looks at old rows.
    for (const { table, name, rule } of constraints) {
      await cloud.sql(`alter table ${table} drop constraint ${name}`)
      await cloud.sql(`alter table ${table} add constraint ${name} ${rule}`)
    }
    for (const { name, sql } of linkdev.dashboards.flatMap(({ charts }) => charts.filter(({ as }) => as === 'check'))) {
      expect(await cloud.sql(sql), name).toEqual([])
    }
    await none(`select o.id from public.organizations o left join public.organization_members m
      on m.org_id = o.id and m.role = 'owner' and m.user_id = o.owner_id where m.id is null`)
  })

  test('has rolled its usage up as the database does', async () => {
    for (const period of ['daily', 'monthly']) {
      expect(await numberOf(`select public.aggregate_usage('${period}', '2026-02-01Z', '2026-03-31Z')`), period).toBe(0)
    }
  })

  test('answers its verification queries', async () => {
    const [access] = await cloud.sql(
      `select check_feature_access((select id from users limit 1), 'max_records',
         (select id from organizations where is_personal = true limit 1)) as access`,
    )
    expect(access).toEqual({ access: { limit: 100 } })
    expect(await numberOf('select count(*) from public.plan_features')).toBe(36)
  })

  test('has a log over months that ends where its subjects are today', async () => {
    expect(
      await numberOf(`select count(distinct date_trunc('month', created_at)) from public.audit_logs`),
    ).toBeGreaterThan(10)
    expect(await numberOf(`select count(*) from public.audit_logs where old_values is not null`)).toBeGreaterThan(150)
    await none(
      `select s.id from public.org_subscriptions s where s.seats <> (
         select (l.new_values ->> 'seats')::int from public.audit_logs l
         where l.entity_id = s.id and l.new_values ? 'seats' order by l.created_at desc, l.old_values is null limit 1)`,
    )
    await none(
      `select s.id from public.org_subscriptions s where s.status::text <> (
         select l.new_values ->> 'status' from public.audit_logs l
         where l.entity_id = s.id and l.new_values ? 'status' order by l.created_at desc, l.old_values is null limit 1)`,
    )
    await none(
      `select f.id from public.plan_features f join lateral (
         select l.new_values -> 'feature_value' as value from public.audit_logs l
         where l.entity_id = f.id order by l.created_at desc limit 1) last on last.value <> f.feature_value`,
    )
  })

  test('happens before now, in French and in English', async () => {
    for (const table of ['users', 'organizations', 'audit_logs', 'usage_events', 'invites', 'records']) {
      await none(`select id from public.${table} where created_at > timestamptz '${now.toISOString()}'`)
    }
    for (const language of ['en', 'fr']) {
      expect(await numberOf(`select count(*) from public.users where language = '${language}'`)).toBeGreaterThan(150)
    }
  })
})
