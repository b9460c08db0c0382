import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addTeam, signUp, type TestOwner } from './people.ts'

describe.each(databases)('schedules, messages, usage and guards on $engine', ({ open }) => {
  let db: TestDatabase
  let owner: TestOwner
  let admin: TestOwner
  let team: string
  beforeAll(async () => {
    db = await open()
    owner = await signUp(db, 'Owner')
    admin = await signUp(db, 'Admin', 'admin')
    team = await addTeam(db, owner)
  })
  afterAll(() => db?.close())

  const call = (who: TestOwner, sql: string, ...params: unknown[]) => db.as(who, (query) => query(sql, params))
  const number = async (sql: string) => (await db.query<{ n: number }>(`select (${sql})::int as n`))[0]?.n

  test('a schedule that is due makes one reminder and moves past now, however many runs were missed', async () => {
    await db.query(
      `insert into schedules (org_id, name, frequency, next_run_at, created_by)
       values ($1, 'Report', 'weekly', now() - interval '22 days', $2)`,
      [team, owner.sub],
    )
    expect(await number('create_reminders_from_schedules()')).toBe(1)
    expect(await number('create_reminders_from_schedules()')).toBe(0)
    expect(await db.query('select title, status from reminders')).toEqual([{ title: 'Report', status: 'pending' }])
    expect(
      await number(`select count(*) from schedules where next_run_at > now()
      and next_run_at < now() + interval '7 days' and last_run_at is not null`),
    ).toBe(1)
  })

  test('staff mark a reminder as done, once', async () => {
    const [reminder] = await db.query<{ id: string }>('select id from reminders limit 1')
    const complete = (from: string) => call(admin, 'select complete_reminder($1, $2)', reminder?.id, from)
    expect(await refusal(call(owner, 'select complete_reminder($1, $2)', reminder?.id, 'pending'))).toMatchObject({
      code: 'staff_only',
    })
    await complete('pending')
    expect(await refusal(complete('pending'))).toMatchObject({
      sqlstate: 'OP409',
      current: { status: 'completed' },
      retryArgs: null,
    })
    expect(await refusal(complete('completed'))).toMatchObject({ code: 'reminder.closed' })
    const written = await db.query(
      `select old_values ->> 'status' as old from audit_logs where action = 'reminder_completed'`,
    )
    expect(written).toEqual([{ old: 'pending' }])
  })

  test('staff decide about a message that could not be sent, and about no other', async () => {
    const [message] = await db.query<{ id: string }>(
      `insert into notifications_outbox (org_id, event, status, attempts, error)
       values ($1, 'member.invited', 'failed', 3, 'mailbox unavailable') returning id`,
      [team],
    )
    const settle = (from: string, to: string | null) =>
      call(admin, 'select settle_notification($1, $2, $3)', message?.id, from, to)
    expect(await refusal(settle('failed', 'delivered'))).toMatchObject({ sqlstate: '22P02' })
    expect(await refusal(settle('failed', null))).toMatchObject({ code: 'notification.choice_invalid' })
    await settle('failed', 'pending')
    expect(await refusal(settle('failed', 'dismissed'))).toMatchObject({ sqlstate: 'OP409', retryArgs: null })
    expect(await refusal(settle('pending', 'dismissed'))).toMatchObject({ code: 'notification.not_failed' })
  })

  test('use is rolled up by day and by month in UTC, and doing it again changes nothing', async () => {
    await db.query(
      `insert into usage_events (org_id, user_id, event_type, quantity, created_at) values
       ($1, $2, 'api_call', 5, '2026-01-31T23:30:00Z'), ($1, $2, 'api_call', 7, '2026-02-01T00:30:00Z'),
       ($1, $2, 'api_call', 1, '2026-02-01T22:00:00Z'), ($1, null, 'api_call', 2, '2026-02-01T22:00:00Z')`,
      [team, owner.sub],
    )
    const roll = (period: string) =>
      number(`aggregate_usage('${period}', '2026-01-31T12:00:00Z', '2026-02-01T01:00:00Z')`)
    expect([await roll('daily'), await roll('daily')]).toEqual([3, 0])
    expect([await roll('monthly'), await roll('monthly')]).toEqual([3, 0])
    const sums = await db.query(
      `select period_type, period_start, total::int, event_count::int from usage_aggregations
       where user_id = $1 order by period_type, period_start`,
      [owner.sub],
    )
    const row = (period_type: string, start: string, total: number, event_count: number) => ({
      period_type,
      period_start: new Date(start),
      total,
      event_count,
    })
    expect(sums).toEqual([
      row('daily', '2026-01-31Z', 5, 1),
      row('daily', '2026-02-01Z', 8, 2),
      row('monthly', '2026-01-01Z', 5, 1),
      row('monthly', '2026-02-01Z', 8, 2),
    ])
    await db.query(
      `insert into usage_events (org_id, user_id, event_type, created_at) values ($1, $2, 'api_call', '2026-02-01Z')`,
      [team, owner.sub],
    )
    expect(await roll('daily')).toBe(1)
    expect(await refusal(db.query(`select aggregate_usage('hourly', now(), now() + interval '1 day')`))).toMatchObject({
      code: 'usage.period_invalid',
    })
    expect(await refusal(db.query(`select aggregate_usage('daily', now(), now())`))).toMatchObject({
      code: 'usage.range_invalid',
    })
  })

  test('use is compared with the limits of the plan, by staff and by members', async () => {
    await db.query(
      `insert into usage_events (org_id, user_id, event_type, quantity) values ($1, $2, 'api_call', 45000), ($1, $2, 'user_active', 1)`,
      [team, owner.sub],
    )
    await db.query(`select aggregate_usage('monthly', now(), now() + interval '1 second')`)
    const usage = (who: TestOwner) =>
      call(
        who,
        `select feature_key, used::float8, allowed::int, percent::float8 from organization_usage
         where org_id = $1 and feature_key in ('max_api_calls_per_month', 'max_mau', 'max_seats') order by 1`,
        team,
      )
    const expected = [
      { feature_key: 'max_api_calls_per_month', used: 45_000, allowed: 50_000, percent: 90 },
      { feature_key: 'max_mau', used: 1, allowed: 500, percent: 0.2 },
      { feature_key: 'max_seats', used: 1, allowed: 5, percent: 20 },
    ]
    expect(await usage(admin)).toEqual(expected)
    expect(await usage(owner)).toEqual(expected)
    expect(await usage(await signUp(db, 'Else'))).toEqual([])
  })

  test('requests are let through up to the limit, and what has expired is forgotten', async () => {
    const ask = async () =>
      (
        await db.query<{ a: { allowed: boolean; remaining: number } }>(
          `select check_rate_limit_bucket('route', 2, 86400) as a`,
        )
      )[0]?.a
    expect([await ask(), await ask(), await ask()]).toMatchObject([
      { allowed: true, remaining: 1 },
      { allowed: true, remaining: 0 },
      { allowed: false, remaining: 0 },
    ])
    await db.query(
      `insert into rate_limits (bucket_key, window_start, window_seconds) values ('old', now() - interval '3 days', 60)`,
    )
    await db.query(
      `insert into idempotency_keys (key, user_id, method, path, request_hash, expires_at)
       values ('expired-1', $1, 'POST', '/', $2, now() - interval '1 minute'), ('running-1', $1, 'POST', '/', $2, now() + interval '1 hour')`,
      [owner.sub, '0'.repeat(64)],
    )
    expect(await number('cleanup_expired_rate_limits()')).toBe(1)
    expect(await number('cleanup_expired_idempotency_keys()')).toBe(1)
    for (const job of [
      `check_rate_limit_bucket('a', 1, 1)`,
      'cleanup_expired_invites()',
      'create_reminders_from_schedules()',
    ]) {
      expect(await refusal(call(admin, `select ${job}`)), job).toMatchObject({ sqlstate: '42501' })
    }
  })

  test('a link to a file is asked for by who may see the file', async () => {
    const [file] = await db.query<{ id: string }>(
      `with t as (insert into record_types (org_id, key, display_name) values ($1, 'x', 'X') returning id),
         r as (insert into records (org_id, record_type_id) select $1, id from t returning id)
       select id from r`,
      [team],
    )
    const [attachment] = await db.query<{ id: string }>(
      `insert into attachments (org_id, record_id, file_name, storage_path, mime_type, size_bytes)
       values ($1, $2, 'a.pdf', $3, 'application/pdf', 1) returning id`,
      [team, file?.id, `${team}/a.pdf`],
    )
    const link = (who: TestOwner, seconds: number) =>
      call(who, 'select generate_signed_url($1, $2) as link', attachment?.id, seconds)
    expect(await link(owner, 60)).toEqual([
      { link: { method: 'POST', path: `/storage/v1/object/sign/attachments/${team}/a.pdf`, body: { expiresIn: 60 } } },
    ])
    expect(await refusal(link(await signUp(db, 'Nosy'), 60))).toMatchObject({ code: 'attachment.unknown' })
    expect(await refusal(link(owner, 0))).toMatchObject({ code: 'attachment.expiry_invalid' })
  })
})
