import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addMember, addTeam, signUp, type TestOwner } from './people.ts'

describe.each(databases)('plans, seats and limits on $engine', ({ open }) => {
  let db: TestDatabase
  let owner: TestOwner
  let admin: TestOwner
  let boss: TestOwner
  let team: string
  let price: string
  beforeAll(async () => {
    db = await open()
    owner = await signUp(db, 'Owner')
    admin = await signUp(db, 'Admin', 'admin')
    boss = await signUp(db, 'Boss', 'super_admin')
    const [row] = await db.query<{ id: string }>(
      `with p as (insert into products (name, plan_name) values ('Business', 'business') returning id)
       insert into prices (product_id, unit_amount, currency, type, "interval")
       select id, 4900, 'eur', 'recurring', 'month' from p returning id`,
    )
    price = row?.id ?? ''
  })
  beforeEach(async () => {
    team = await addTeam(db, owner, { seats: 3 })
  })
  afterAll(() => db?.close())

  const call = (who: TestOwner, sql: string, ...params: unknown[]) => db.as(who, (query) => query(sql, params))
  const subscription = async () => (await db.query('select * from org_subscriptions where org_id = $1', [team]))[0]
  const plan = (from: string, to: string, seats: number | null = null, who = admin) =>
    call(who, 'select change_organization_plan($1, $2, $3, $4) as answer', team, from, to, seats)
  const seats = (from: number, to: number) => call(admin, 'select change_seats($1, $2, $3)', team, from, to)

  test('an organisation moves to another plan from now on, with its price, and its owners are told', async () => {
    const change = randomUUID()
    const sql = 'select change_organization_plan($1, $2, $3, null, $4, $5)'
    await call(admin, sql, team, 'pro', 'business', change, '2026-01-31T10:00:00Z')
    expect(await subscription()).toMatchObject({
      plan_name: 'business',
      seats: 3,
      status: 'active',
      price_id: price,
      current_period_start: new Date('2026-01-31T10:00:00Z'),
      current_period_end: new Date('2026-02-28T10:00:00Z'),
    })
    const told = await db.query('select event, payload from notifications_outbox where id = md5($1)::uuid', [
      `${change}:notification`,
    ])
    expect(told).toEqual([
      {
        event: 'subscription.plan_changed',
        payload: { from: 'pro', to: 'business', seats: 3, changed_by: admin.sub },
      },
    ])
  })

  test('a plan that was changed meanwhile is a conflict; unknown, unchanged and too small ones are refused', async () => {
    await plan('pro', 'business')
    expect(await refusal(plan('pro', 'enterprise'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'plan.changed_meanwhile',
      current: { plan_name: 'business' },
      retryArgs: { p_from_plan: 'business' },
    })
    expect(await refusal(plan('business', 'gold'))).toMatchObject({ code: 'plan.unknown', field: 'p_to_plan' })
    expect(await refusal(plan('business', 'business'))).toMatchObject({ code: 'plan.unchanged' })
    expect(await refusal(plan('business', 'pro', 6))).toMatchObject({ code: 'seats.above_plan', field: 'p_seats' })
    await addMember(db, team, await signUp(db, 'Two'), 'viewer')
    expect(await refusal(plan('business', 'free'))).toMatchObject({
      code: 'plan.too_many_members',
      params: { plan: 'free', max: 1, members: 2 },
    })
    expect(await refusal(plan('business', 'pro', null, owner))).toMatchObject({ code: 'staff_only' })
  })

  test('moving down says which limits the organisation is over then', async () => {
    const [type] = await db.query<{ id: string }>(
      `insert into record_types (org_id, key, display_name) values ($1, 'note', 'Notes') returning id`,
      [team],
    )
    await db.query('insert into records (org_id, record_type_id) select $1, $2 from generate_series(1, 101)', [
      team,
      type?.id,
    ])
    const [row] = await plan('pro', 'free')
    expect(row).toEqual({
      answer: { plan_name: 'free', seats: 1, over: [{ feature: 'max_records', used: 101, limit: 100 }] },
    })
  })

  test('seats go not below the members and not above the plan', async () => {
    await addMember(db, team, await signUp(db, 'Two'), 'member')
    expect(await refusal(seats(3, 1))).toMatchObject({ code: 'seats.below_members', params: { members: 2 } })
    expect(await refusal(seats(3, 6))).toMatchObject({ code: 'seats.above_plan', params: { max: 5 } })
    expect(await refusal(seats(3, 0))).toMatchObject({ code: 'seats.invalid', field: 'p_to_seats' })
    await seats(3, 2)
    expect(await refusal(seats(3, 4))).toMatchObject({
      sqlstate: 'OP409',
      current: { seats: 2 },
      retryArgs: { p_from_seats: 2 },
    })
  })

  test('a subscription ends with its period, and goes on when it is resumed; twice is a conflict', async () => {
    const cancel = () => call(admin, 'select cancel_subscription($1)', team)
    const resume = () => call(admin, 'select resume_subscription($1)', team)
    await cancel()
    expect(await subscription()).toMatchObject({ cancel_at_period_end: true, status: 'active' })
    expect(await refusal(cancel())).toMatchObject({ sqlstate: 'OP409', code: 'subscription.ends_already' })
    await resume()
    expect(await subscription()).toMatchObject({ cancel_at_period_end: false, canceled_at: null })
    expect(await refusal(resume())).toMatchObject({ sqlstate: 'OP409', code: 'subscription.runs_already' })
    await db.query(`update org_subscriptions set status = 'canceled' where org_id = $1`, [team])
    expect(await refusal(cancel())).toMatchObject({ sqlstate: 'OP409', code: 'subscription.ended' })
    await plan('pro', 'free')
    expect(await refusal(cancel())).toMatchObject({ code: 'subscription.free' })
  })

  test('a feature is edited by super admins; who it puts over the limit is known before it is saved', async () => {
    const set = (who: TestOwner, from: unknown, to: unknown, feature = 'max_schedules') =>
      call(
        who,
        'select set_plan_feature($1, $2, $3, $4) as answer',
        'pro',
        feature,
        JSON.stringify(from),
        JSON.stringify(to),
      )
    await db.query(
      `insert into schedules (org_id, name, frequency, next_run_at)
       select $1, 'Report ' || n, 'daily', now() + interval '1 day' from generate_series(1, 3) n`,
      [team],
    )
    const over = (value: number) =>
      call(admin, `select org_id, used::int from organisations_over_limit('pro', 'max_schedules', $1)`, value)
    expect(await over(2)).toEqual([{ org_id: team, used: 3 }])
    expect([await over(3), await over(-1)]).toEqual([[], []])

    expect(await refusal(set(admin, { limit: 50 }, 2))).toMatchObject({ code: 'super_admin_only' })
    expect(await set(boss, { limit: 50 }, 2)).toMatchObject([
      { answer: { value: { limit: 2 }, organisations_over: 1 } },
    ])
    expect(await refusal(set(boss, { limit: 50 }, { limit: 10 }))).toMatchObject({
      sqlstate: 'OP409',
      current: { feature_value: { limit: 2 } },
      retryArgs: { p_from_value: { limit: 2 } },
    })
    for (const wrong of [-2, 1.5, 'many', null, { limit: 1, more: 2 }, {}, [1]]) {
      expect(await refusal(set(boss, { limit: 2 }, wrong)), JSON.stringify(wrong)).toMatchObject({
        code: 'feature.limit_invalid',
        field: 'p_value',
      })
    }
    await set(boss, { limit: 2 }, -1)
    await set(boss, { limit: -1 }, 50)
    expect(await refusal(set(boss, {}, { sso: 'yes' }, 'features'))).toMatchObject({ code: 'feature.switches_invalid' })
    expect(await refusal(set(boss, {}, 1, 'max_dreams'))).toMatchObject({ code: 'feature.unknown' })
  })

  test('no other way leads a wrong value into a plan', async () => {
    for (const wrong of ['{"limit": -2}', '{"limit": "x"}', '{"limit": 1.5}', '{}', '5', '{"limit": 1, "a": 2}']) {
      const attempt = db.query(
        `update plan_features set feature_value = $1 where plan_name = 'pro' and feature_key = 'max_mau'`,
        [wrong],
      )
      expect(await refusal(attempt), wrong).toMatchObject({ constraint: 'plan_features_value' })
    }
  })
})
