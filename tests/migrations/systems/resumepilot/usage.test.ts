import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addSubscription, addUsage, addUser } from './people.ts'

describe.each(databases)('plans and use on $engine', ({ open }) => {
  let db: TestDatabase
  let person: TestPerson
  let admin: TestPerson

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin', { may: ['usage'] })
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    person = await addUser(db)
  })

  const count = (action: string, by = person, of = person) =>
    db.as(by, (query) => query('select increment_usage($1, $2)', [of.sub, action]))
  const used = (of = person) =>
    db.query('select month, interviews_used, cover_letters_used from usage_tracking where user_id = $1', [of.sub])
  const status = async (of = person, by = of) =>
    (await db.as(by, (query) => query('select * from get_user_subscription_status($1)', [of.sub])))[0]

  test('an interview and a letter are counted in the month of now', async () => {
    await count('interview')
    await count('interview')
    await count('cover_letter')
    expect(await used()).toEqual([
      { month: new Date().toISOString().slice(0, 7), interviews_used: 2, cover_letters_used: 1 },
    ])
  })

  test('months are those of UTC, whatever the time zone of the session', async () => {
    const months = await db.as(person, async (query) => {
      const seen: unknown[] = []
      for (const zone of ['Pacific/Kiritimati', 'UTC', 'Etc/GMT+12']) {
        await query(`select set_config('timezone', $1, true)`, [zone])
        seen.push(
          await query(
            `select usage_month('2026-01-31T23:30:00Z') as late, usage_month('2026-02-01T00:30:00Z') as early,
               usage_month(now()) = to_char(now() at time zone 'UTC', 'YYYY-MM') as now`,
          ),
        )
      }
      return seen
    })
    expect(months).toEqual([0, 1, 2].map(() => [{ late: '2026-01', early: '2026-02', now: true }]))
    const [source] = await db.query<{ local: string[] }>(
      `select array_agg(proname::text) as local from pg_proc
       where pronamespace in ('public'::regnamespace, 'resumepilot'::regnamespace)
         and (prosrc || coalesce(pg_get_expr(proargdefaults, 0), '')) ~* 'to_char\\(now\\(\\),'`,
    )
    expect(source?.local).toBeNull()
  })

  test('what is counted and when is said right, or nothing is counted', async () => {
    expect(await refusal(count('resume'))).toMatchObject({ code: 'usage.action_unknown', field: 'p_action' })
    const wrong = db.as(person, (query) => query(`select increment_usage($1, 'interview', '2026-13')`, [person.sub]))
    expect(await refusal(wrong)).toMatchObject({ code: 'usage.month_invalid', field: 'p_month' })
    const nobody = db.query(`select increment_usage(gen_random_uuid(), 'interview')`)
    expect(await refusal(nobody)).toMatchObject({ code: 'person.unknown' })
    expect(await used()).toEqual([])
  })

  test('nobody counts or asks for somebody else, staff with the permission do', async () => {
    const other = await addUser(db)
    const reader = await addUser(db, 'admin')
    expect(await refusal(count('interview', other))).toMatchObject({
      sqlstate: '42501',
      code: 'resumepilot.staff_only',
    })
    expect(await refusal(status(person, other))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(count('interview', reader))).toMatchObject({ code: 'resumepilot.permission_needed' })
    await count('interview', admin)
    expect(await used()).toMatchObject([{ interviews_used: 1 }])
    expect(await status(person, admin)).toMatchObject({ plan_name: 'starter' })
  })

  test.each([
    ['starter', 1, 0],
    ['pro', 10, 0],
    ['career', 30, 3],
    ['coach', -1, -1],
  ])('%s allows %i interviews and %i cover letters a month', async (plan, interviews, letters) => {
    await addSubscription(db, person, plan)
    expect(await status()).toEqual({
      plan_name: plan,
      status: 'active',
      interviews_remaining: interviews,
      cover_letters_remaining: letters,
      is_admin: false,
    })
    await count('interview')
    expect(await status()).toMatchObject({ interviews_remaining: interviews === -1 ? -1 : interviews - 1 })
  })

  test('one too many leaves nothing, which is not the same as unlimited', async () => {
    await addSubscription(db, person, 'starter')
    await addUsage(db, person, 2, 1)
    expect(await status()).toMatchObject({ interviews_remaining: 0, cover_letters_remaining: 0 })
  })

  test('without an active subscription nothing is left; staff have no limit, suspended staff do', async () => {
    await addSubscription(db, person, 'career', 'past_due')
    expect(await status()).toEqual({
      plan_name: 'starter',
      status: 'none',
      interviews_remaining: 0,
      cover_letters_remaining: 0,
      is_admin: false,
    })
    expect(await status(admin)).toMatchObject({ interviews_remaining: -1, cover_letters_remaining: -1, is_admin: true })
    const suspended = await addUser(db, 'admin', { suspended: true })
    expect(await status(suspended)).toMatchObject({ interviews_remaining: 0, is_admin: false })
  })

  test('people with two subscriptions get one answer: the newer', async () => {
    await addSubscription(db, person, 'starter')
    await db.query(`update subscriptions set created_at = now() - interval '1 year' where user_id = $1`, [person.sub])
    await addSubscription(db, person, 'coach')
    const answers = await db.as(person, (query) =>
      query('select plan_name from get_user_subscription_status($1)', [person.sub]),
    )
    expect(answers).toEqual([{ plan_name: 'coach' }])
  })

  test('use stands beside the plan: within, near and over', async () => {
    const expected: Record<string, unknown> = {}
    for (const [plan, interviews, letters, over, near] of [
      ['pro', 7, 0, false, false],
      ['pro', 8, 0, false, true],
      ['pro', 10, 0, false, true],
      ['pro', 11, 0, true, false],
      ['career', 2, 4, true, false],
      ['coach', 900, 90, false, false],
      [null, 1, 0, true, false],
    ] as const) {
      const one = await addUser(db)
      if (plan) await addSubscription(db, one, plan)
      await addUsage(db, one, interviews, letters)
      expected[one.sub] = { plan: plan ?? 'none', over, near }
    }
    const rows = await db.as(admin, (query) =>
      query<{ user_id: string }>(
        `select user_id, plan_name as plan, is_over as over, is_near as near from usage_against_plan
         where user_id = any($1::uuid[])`,
        [Object.keys(expected)],
      ),
    )
    expect(Object.fromEntries(rows.map(({ user_id, ...row }) => [user_id, row]))).toEqual(expected)
  })

  describe('a correction', () => {
    const correct = (id: string, seen: [number, number], to: [number, number], reason = 'Counted twice.', by = admin) =>
      db.as(by, (query) => query('select correct_usage($1, $2, $3, $4, $5, $6)', [id, ...seen, ...to, reason]))

    test('sets the counter, and says in the log who did it, from what, and why', async () => {
      const id = await addUsage(db, person, 9, 1)
      await correct(id, [9, 1], [7, 0], ' Counted twice. ')
      expect(await used()).toMatchObject([{ interviews_used: 7, cover_letters_used: 0 }])
      const events = await db.query(
        `select user_id, event_data from system_events where event_type = 'usage.corrected'`,
      )
      expect(events).toEqual([
        {
          user_id: person.sub,
          event_data: {
            actor: admin.sub,
            entity_type: 'usage_tracking',
            entity_id: id,
            month: new Date().toISOString().slice(0, 7),
            reason: 'Counted twice.',
            from: { interviews_used: 9, cover_letters_used: 1 },
            to: { interviews_used: 7, cover_letters_used: 0 },
          },
        },
      ])
    })

    test('needs the counts that were seen, a reason, a number, a change and the permission', async () => {
      const id = await addUsage(db, person, 9, 1)
      await count('interview')
      expect(await refusal(correct(id, [9, 1], [7, 0]))).toMatchObject({
        sqlstate: 'OP409',
        code: 'usage.counted',
        current: { interviews_used: 10, cover_letters_used: 1 },
        retryArgs: { p_seen_interviews: 10, p_seen_cover_letters: 1 },
      })
      expect(await refusal(correct(id, [10, 1], [7, 0], ' \n'))).toMatchObject({
        code: 'resumepilot.reason_required',
        field: 'p_reason',
      })
      expect(await refusal(correct(id, [10, 1], [7, 0], 'x'.repeat(2001)))).toMatchObject({
        code: 'resumepilot.text_too_long',
        params: { length: 2001, max: 2000 },
      })
      expect(await refusal(correct(id, [10, 1], [-1, 0]))).toMatchObject({ field: 'p_interviews' })
      expect(await refusal(correct(id, [10, 1], [1, -1]))).toMatchObject({ field: 'p_cover_letters' })
      expect(await refusal(correct(id, [10, 1], [10, 1]))).toMatchObject({ code: 'usage.unchanged' })
      const reader = await addUser(db, 'admin', { may: ['generations'] })
      expect(await refusal(correct(id, [10, 1], [1, 1], 'Why not.', reader))).toMatchObject({
        sqlstate: '42501',
        code: 'resumepilot.permission_needed',
        params: { permission: 'usage' },
      })
      expect(await used()).toMatchObject([{ interviews_used: 10, cover_letters_used: 1 }])
    })
  })
})
