import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addGeneration, addSubscription, addUser } from './people.ts'

describe.each(databases)('resumes, subscriptions and staff on $engine', ({ open }) => {
  let db: TestDatabase
  let person: TestPerson
  let admin: TestPerson
  let reader: TestPerson & { readonly row: string }
  let boss: TestPerson & { readonly row: string }

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin', { may: ['generations', 'subscriptions'] })
    boss = await addUser(db, 'super_admin')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    person = await addUser(db)
    reader = await addUser(db, 'admin')
  })

  const call = (sql: string, params: unknown[], by: TestPerson = admin) =>
    db.as(by, (query) => query(`select ${sql} as answer`, params))
  const event = async (id: string) =>
    (await db.query('select event_type, user_id, event_data, created_at from system_events where id = $1', [id]))[0]
  const row = async (table: string, id: string) =>
    (await db.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]

  describe('a failed resume', () => {
    const requeue = (id: string, seen: string | null = 'The template is missing.', by = admin, as = randomUUID()) =>
      call('requeue_generation($1, $2, $3)', [id, seen, as], by)

    test('is made again, and the log keeps its error', async () => {
      const id = await addGeneration(db, person)
      const as = randomUUID()
      await requeue(id, undefined, admin, as)
      expect(await row('resume_generations', id)).toMatchObject({
        generation_status: 'processing',
        error_message: null,
        completed_at: null,
      })
      expect(await event(as)).toMatchObject({
        event_type: 'generation.requeued',
        user_id: person.sub,
        event_data: { actor: admin.sub, entity_id: id, from: { error_message: 'The template is missing.' } },
      })
    })

    test('is not made again twice, nor when it has failed for another reason since', async () => {
      const id = await addGeneration(db, person)
      await db.query(`update resume_generations set error_message = 'Too long.' where id = $1`, [id])
      expect(await refusal(requeue(id))).toMatchObject({
        sqlstate: 'OP409',
        code: 'generation.failed_again',
        current: { error_message: 'Too long.' },
        retryArgs: { p_seen_error: 'Too long.' },
      })
      await requeue(id, 'Too long.')
      expect(await refusal(requeue(id, 'Too long.'))).toMatchObject({
        sqlstate: 'OP409',
        code: 'generation.not_failed',
        current: { generation_status: 'processing' },
        retryArgs: null,
      })
      expect(await refusal(requeue(randomUUID()))).toMatchObject({ code: 'generation.unknown' })
      expect(await refusal(requeue(id, null, reader))).toMatchObject({ code: 'resumepilot.permission_needed' })
    })
  })

  describe('a subscription', () => {
    const change = (
      id: string,
      to: readonly [plan: string | null, status: string | null, cancel: boolean],
      { from = ['pro', 'active', false] as readonly [string, string, boolean], by = admin, as = randomUUID() } = {},
    ) =>
      call('change_subscription($1, $2, $3, $4, $5, $6, $7, $8, $9)', [id, ...from, ...to, 'Asked by phone.', as], by)

    test('gets another plan, another status or an end, and the log says from what', async () => {
      const id = await addSubscription(db, person, 'pro')
      const as = randomUUID()
      await change(id, ['career', 'active', true], { as })
      expect(await row('subscriptions', id)).toMatchObject({ plan_name: 'career', cancel_at_period_end: true })
      expect(await event(as)).toMatchObject({
        event_type: 'subscription.changed',
        event_data: {
          reason: 'Asked by phone.',
          from: { plan_name: 'pro', status: 'active', cancel_at_period_end: false },
          to: { plan_name: 'career', status: 'active', cancel_at_period_end: true },
        },
      })
    })

    test('is changed on what was seen', async () => {
      const id = await addSubscription(db, person, 'pro', 'past_due')
      expect(await refusal(change(id, ['career', 'active', false]))).toMatchObject({
        sqlstate: 'OP409',
        code: 'subscription.changed',
        current: { plan_name: 'pro', status: 'past_due' },
        retryArgs: { p_from_plan: 'pro', p_from_status: 'past_due', p_from_cancel: false },
      })
    })

    test('is not changed to nothing, nothing new, or what can’t be', async () => {
      const id = await addSubscription(db, person, 'pro')
      expect(await refusal(change(id, [null, 'active', false]))).toMatchObject({ field: 'p_plan' })
      expect(await refusal(change(id, ['pro', null, false]))).toMatchObject({ field: 'p_status' })
      expect(await refusal(change(id, ['pro', 'active', false]))).toMatchObject({ code: 'subscription.unchanged' })
      expect(await refusal(change(id, ['pro', 'canceled', true]))).toMatchObject({ code: 'subscription.not_running' })
      expect(await refusal(change(randomUUID(), ['pro', 'active', false]))).toMatchObject({
        code: 'subscription.unknown',
      })
      const old = await addSubscription(db, person, 'starter', 'canceled')
      const from = ['starter', 'canceled', false] as const
      expect(await refusal(change(old, ['starter', 'active', false], { from }))).toMatchObject({
        code: 'subscription.another_active',
        field: 'p_status',
      })
      expect(await refusal(change(id, ['career', 'active', false], { by: reader }))).toMatchObject({
        code: 'resumepilot.permission_needed',
        params: { permission: 'subscriptions' },
      })
    })
  })

  describe('a place on the staff', () => {
    const allow = (permission: string | null, allowed: boolean, by: TestPerson = boss, row = reader.row) =>
      call(`change_permission($1, $2, $3, 'New work.')`, [row, permission, allowed], by)
    const suspend = (on: boolean, by: TestPerson = boss, row = reader.row, as = randomUUID()) =>
      call(`suspend_admin($1, $2, 'On leave.', $3)`, [row, on, as], by)

    test('opens what a permission names, and closes it again', async () => {
      const id = await addGeneration(db, person)
      const requeue = () => call(`requeue_generation($1, 'The template is missing.')`, [id], reader)
      expect(await refusal(requeue())).toMatchObject({ code: 'resumepilot.permission_needed' })
      await allow('generations', true)
      await requeue()
      await allow('generations', false)
      expect(await refusal(requeue())).toMatchObject({ code: 'resumepilot.permission_needed' })
      expect(await refusal(allow('generations', false))).toMatchObject({
        sqlstate: 'OP409',
        code: 'staff.changed',
        current: { permissions: {} },
        retryArgs: null,
      })
      expect(await refusal(allow(null, true))).toMatchObject({ field: 'p_permission' })
    })

    test('is taken by a suspension, and comes back with the permissions that it had', async () => {
      await allow('usage', true)
      const as = randomUUID()
      await suspend(true, boss, reader.row, as)
      expect(await event(as)).toMatchObject({ event_type: 'staff.suspended', user_id: reader.sub })
      expect((await call('console_role()', [], reader))[0]).toEqual({ answer: null })
      expect(await refusal(call(`requeue_generation($1, '')`, [randomUUID()], reader))).toMatchObject({
        code: 'resumepilot.staff_only',
      })
      await suspend(false)
      expect((await call(`has_permission('usage')`, [], reader))[0]).toEqual({ answer: true })
    })

    test('is in the hands of super admins, and of nobody’s own', async () => {
      expect(await refusal(suspend(true, admin))).toMatchObject({ code: 'resumepilot.super_admin_only' })
      expect(await refusal(allow('usage', true, reader))).toMatchObject({ code: 'resumepilot.super_admin_only' })
      expect(await refusal(suspend(true, boss, boss.row))).toMatchObject({ code: 'staff.own' })
      expect(await refusal(suspend(true, boss, randomUUID()))).toMatchObject({ code: 'staff.unknown' })
    })
  })

  test('a time from the caller is kept, but never one that lies ahead', async () => {
    const [past, future] = [randomUUID(), randomUUID()]
    for (const [id, at] of [
      [past, '2026-01-05T10:00:00Z'],
      [future, '2999-01-01T00:00:00Z'],
    ]) {
      const generation = await addGeneration(db, person)
      await call(`requeue_generation($1, 'The template is missing.', $2, $3)`, [generation, id, at])
    }
    expect((await event(past))?.created_at).toEqual(new Date('2026-01-05T10:00:00Z'))
    const late = await db.query('select from system_events where id = $1 and created_at <= now()', [future])
    expect(late).toHaveLength(1)
  })
})
