import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { columns } from '#main/demo/data/dracarys/columns.ts'
import { dracarys } from '#shared/systems/dracarys/manifest.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { hashesOf } from '#tests/support/hashes.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const now = new Date('2026-03-18T00:00:00Z')
const tables = Object.keys(columns).filter((table) => table.startsWith('public.'))

test('the same seed gives the same rows of dracarys, about a thousand, over PGlite and over Postgres', async () => {
  const hashes: Record<string, unknown>[] = []
  for (const postgres of [false, true]) {
    const cloud = await startTestCloud({ system: 'dracarys', postgres, now })
    hashes.push(await hashesOf(cloud, columns))
    await cloud.stop()
  }
  expect(hashes[0]).toEqual(hashes[1])
  const counts = Object.values(hashes[0] ?? {}).map((table) => (table as { count: number }).count)
  const total = counts.reduce((sum, count) => sum + count, 0)
  expect(total).toBeGreaterThan(700)
  expect(total).toBeLessThan(1_500)
  expect(Math.min(...counts)).toBeGreaterThan(0)
})

describe('the demo of dracarys', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ system: 'dracarys', size: 'demo', postgres: true, now })
  })
  afterAll(() => cloud?.stop())

  /** Rows that break a promise; a good demo has none. */
  const none = async (sql: string) => expect(await cloud.sql(`${sql} limit 5`), sql).toEqual([])
  const numberOf = async (sql: string) => Number((await cloud.sql<{ n: string }>(`select (${sql})::text as n`))[0]?.n)

  test('is of the promised size, with something in every list that waits', async () => {
    const total = await numberOf(tables.map((table) => `(select count(*) from ${table})`).join(' + '))
    expect(total).toBeGreaterThan(17_000)
    expect(total).toBeLessThan(25_000)
    for (const waiting of [
      'public.lessons where not is_active',
      'public.community_posts where downvotes_count >= 3 and not is_deleted and not is_locked',
      `public.user_subscriptions where status in ('past_due', 'unpaid')`,
      `public.live_sessions where status = 'scheduled'`,
      `public.session_participants where attendance_status = 'waitlisted'`,
      'public.community_posts where is_deleted',
      'public.community_comments where is_deleted',
      'public.community_posts where is_pinned',
      'public.community_posts where is_locked',
      'public.community_comments where parent_comment_id is not null',
    ]) {
      expect(await numberOf(`select count(*) from ${waiting}`), waiting).toBeGreaterThan(0)
    }
  })

  test('has everything in every state', async () => {
    await none(`select s from unnest(enum_range(null::public.subscription_status)) s
      except select status from public.user_subscriptions`)
    await none(`select s from unnest(enum_range(null::public.activity_type)) s
      except select activity_type::public.activity_type from public.user_activity_log where activity_type not like '%.%'`)
    for (const [column, table] of [
      ['status', 'live_sessions'],
      ['attendance_status', 'session_participants'],
    ] as const) {
      const values = Object.keys(dracarys.labels[`${table}.${column}`] ?? {})
      const there = await cloud.sql<{ value: string }>(`select distinct ${column} as value from public.${table}`)
      expect(there.map(({ value }) => value).sort()).toEqual(values.sort())
    }
  })

  test('keeps every foreign key, although none was checked on the way in', async () => {
    const keys = await cloud.sql<{ child: string; parent: string; column: string }>(
      `select conrelid::regclass::text as child, confrelid::regclass::text as parent, quote_ident(a.attname) as column
       from pg_constraint k join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    )
    expect(keys.length).toBeGreaterThan(20)
    for (const { child, parent, column } of keys) {
      await none(
        `select c.ctid::text from ${child} c where c.${column} is not null
           and not exists (select from ${parent} p where p.id = c.${column})`,
      )
    }
    await none(`select v.id from public.community_votes v
      where not exists (select from public.community_posts p where v.target_type = 'post' and p.id = v.target_id)
        and not exists (select from public.community_comments c where v.target_type = 'comment' and c.id = v.target_id)`)
  })

  test('breaks none of the rules that the health page checks', async () => {
    const health = dracarys.dashboards.find(({ name }) => name === 'health')
    for (const { sql, as } of health?.charts ?? []) if (as === 'check') await none(sql)
  })

  test('has counters, sums and places as the database would have left them', async () => {
    for (const [table, type] of [
      ['community_posts', 'post'],
      ['community_comments', 'comment'],
    ] as const) {
      await none(
        `select t.id from public.${table} t
         left join public.community_votes v on v.target_id = t.id and v.target_type = '${type}'
         group by t.id, t.upvotes_count, t.downvotes_count
         having t.upvotes_count <> count(*) filter (where v.vote_type = 'upvote')
           or t.downvotes_count <> count(*) filter (where v.vote_type = 'downvote')`,
      )
    }
    await none(
      `select l.id from public.leaderboard l
       full join (
         select user_id, date_trunc('week', completed_at at time zone 'UTC')::date as week, sum(xp_earned) as xp, count(*) as n
         from public.user_progress where completed group by 1, 2
       ) p on p.user_id = l.user_id and p.week = l.period_start_date
       where (l.xp_points, l.lessons_completed) is distinct from (p.xp::int, p.n::int)`,
    )
    await none(
      `select u.id from public.user_profiles u
       where u.total_xp <> coalesce((select sum(xp_earned) from public.user_progress p where p.user_id = u.id), 0)
         + coalesce((select sum((metadata ->> 'xp')::int) from public.user_achievements a where a.user_id = u.id), 0)
         + coalesce((select sum((metadata ->> 'to')::int - (metadata ->> 'from')::int) from public.user_activity_log g
             where g.entity_id = u.id and g.activity_type = 'xp.corrected'), 0)`,
    )
    await none(
      `select period_start_date from (select distinct period, period_start_date from public.leaderboard) weeks
       where public.rank_leaderboard(period, period_start_date) > 0`,
    )
  })

  test('has streaks of days on which lessons were completed', async () => {
    await none(
      `with days as (
         select distinct user_id, (completed_at at time zone 'UTC')::date as day from public.user_progress where completed
       ), runs as (
         select user_id, max(day) as last, count(*) as length from (
           select user_id, day, day - (row_number() over (partition by user_id order by day))::int as run from days
         ) d group by user_id, run
       )
       select s.user_id from public.user_streaks s
       where s.longest_streak <> (select max(length) from runs w where w.user_id = s.user_id)
         or s.current_streak <> (select length from runs w where w.user_id = s.user_id order by last desc limit 1)
         or s.last_activity_date <> (select max(day) from days d where d.user_id = s.user_id)`,
    )
  })

  test('has lessons that pass the checks, but for the draft that is not finished', async () => {
    expect(
      await cloud.sql(
        `select title, public.check_lesson_content(content_data) ->> 'code' as problem from public.lessons
         where public.check_lesson_content(content_data) is not null or public.check_lesson_assessment(assessment_data) is not null`,
      ),
    ).toEqual([{ title: 'Taxes for active traders', problem: 'content.title_missing' }])
    await none('select id from public.lessons where not is_active and level_id < 7')
  })

  test('says nothing before it can have happened, and nothing from the future', async () => {
    await none(
      `select c.id from public.community_comments c
       join public.community_posts p on p.id = c.post_id
       left join public.community_comments a on a.id = c.parent_comment_id
       where c.created_at < p.created_at or c.created_at > p.deleted_at or a.created_at > c.created_at or a.post_id <> c.post_id`,
    )
    await none(
      `select p.id from public.user_progress p join auth.users u on u.id = p.user_id where p.completed_at < u.created_at`,
    )
    for (const [table, column] of [
      ['user_activity_log', 'created_at'],
      ['user_progress', 'last_attempt_at'],
      ['community_posts', 'last_activity_at'],
      ['community_comments', 'created_at'],
      ['community_votes', 'created_at'],
      ['session_participants', 'created_at'],
    ] as const) {
      await none(`select id from public.${table} where ${column} > timestamptz '2026-03-18T00:02:00Z'`)
    }
  })
})
