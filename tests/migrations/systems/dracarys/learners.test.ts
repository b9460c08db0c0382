import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addAchievement, addLesson, addPlan, addProgress, addSubscription, addUser } from './people.ts'

describe.each(databases)('what admins put right for learners on $engine', ({ open }) => {
  let db: TestDatabase
  let admin: TestPerson
  let moderator: TestPerson
  let learner: TestPerson

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin')
    moderator = await addUser(db, 'moderator')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    learner = await addUser(db, 'learner', 'Awa Diop')
  })

  const call = (sql: string, params: readonly unknown[], who = admin) =>
    db.as(who, (query) => query(`select ${sql}`, params))
  const profile = async () =>
    (await db.query('select total_xp as xp, current_level as level from user_profiles where id = $1', [learner.sub]))[0]
  const entry = async (id: string) =>
    (
      await db.query('select activity_type as what, user_id as by, metadata from user_activity_log where id = $1', [id])
    )[0]

  test('XP are corrected from what was read, with the level, and the leaderboard stays', async () => {
    await addProgress(db, learner, await addLesson(db, { xp: 500 }), '2026-03-04T10:00:00Z')
    const id = randomUUID()
    const correct = (from: number, to: number, reason = 'Counted twice.') =>
      call('correct_xp($1, $2, $3, $4, $5)', [learner.sub, from, to, reason, id])
    await correct(500, 3200)
    expect(await profile()).toEqual({ xp: 3200, level: 2 })
    expect(await entry(id)).toMatchObject({
      what: 'xp.corrected',
      by: admin.sub,
      metadata: { from: 500, to: 3200, reason: 'Counted twice.' },
    })
    expect(await db.query('select xp_points as xp from leaderboard where user_id = $1', [learner.sub])).toEqual([
      { xp: 500 },
    ])
    expect(await refusal(correct(500, 100))).toMatchObject({
      sqlstate: 'OP409',
      code: 'xp.changed',
      params: { person: 'Awa Diop', xp: 3200 },
      current: { total_xp: 3200, current_level: 2 },
      retryArgs: { p_from_xp: 3200 },
    })
    expect(await refusal(correct(3200, 3200))).toMatchObject({ code: 'xp.unchanged' })
    expect(await refusal(correct(3200, -1))).toMatchObject({ code: 'xp.out_of_range', field: 'p_to_xp' })
    expect(await refusal(correct(3200, 1, ' '))).toMatchObject({ code: 'dracarys.reason_required' })
    expect(await refusal(correct(3200, 1, 'x'.repeat(2001)))).toMatchObject({
      code: 'dracarys.reason_too_long',
      params: { length: 2001, max: 2000 },
    })
  })

  test('a streak is corrected, its longest grows with it, and the next day goes on from there', async () => {
    const correct = (from: number, to: number) =>
      call(`correct_streak($1, $2, $3, 'The site was down.')`, [learner.sub, from, to])
    expect(await refusal(correct(0, 5))).toMatchObject({ code: 'streak.none', field: 'p_user_id' })
    await addProgress(db, learner, await addLesson(db, { level: 2 }), '2026-03-04T10:00:00Z')
    await correct(1, 12)
    await addProgress(db, learner, await addLesson(db, { level: 2 }), '2026-03-05T10:00:00Z')
    const streak = () =>
      db.query('select current_streak as now, longest_streak as longest from user_streaks where user_id = $1', [
        learner.sub,
      ])
    expect(await streak()).toEqual([{ now: 13, longest: 13 }])
    expect(await refusal(correct(12, 20))).toMatchObject({
      sqlstate: 'OP409',
      code: 'streak.changed',
      current: { current_streak: 13 },
      retryArgs: { p_from_streak: 13 },
    })
    await correct(13, 0)
    expect(await streak()).toEqual([{ now: 0, longest: 13 }])
    expect(await refusal(correct(0, 0))).toMatchObject({ code: 'streak.unchanged' })
    expect(await refusal(correct(0, 10_001))).toMatchObject({ code: 'streak.out_of_range' })
  })

  test('an achievement is granted once and taken back, and its XP go with it', async () => {
    const achievement = await addAchievement(db, 'Marathon', 250)
    const id = randomUUID()
    const grant = () =>
      call(`grant_achievement($1, $2, 'Finished before the app counted.', $3)`, [learner.sub, achievement, id])
    await grant()
    expect(await profile()).toEqual({ xp: 250, level: 1 })
    expect(await refusal(grant())).toMatchObject({
      sqlstate: 'OP409',
      code: 'award.held',
      params: { person: 'Awa Diop', achievement: 'Marathon' },
      retryArgs: null,
    })
    const revoked = randomUUID()
    await call(`revoke_achievement($1, 'Granted to the wrong person.', $2)`, [id, revoked])
    expect(await profile()).toEqual({ xp: 0, level: 1 })
    expect(await entry(revoked)).toMatchObject({
      what: 'achievement.revoked',
      metadata: { achievement: 'Marathon', xp: 250, person: learner.sub },
    })
    expect(await refusal(call(`revoke_achievement($1, 'Again.')`, [id]))).toMatchObject({ code: 'award.gone' })
    await db.query('update achievements set is_active = false where id = $1', [achievement])
    expect(await refusal(grant())).toMatchObject({ code: 'award.unknown', field: 'p_achievement_id' })
  })

  test('a subscription is changed from what was read, to a plan that is sold', async () => {
    const [pro, team, old] = [await addPlan(db), await addPlan(db, 'Team'), await addPlan(db, 'Old')]
    await db.query('update subscription_plans set is_active = false where id = $1', [old])
    const subscription = await addSubscription(db, learner, pro)
    const id = randomUUID()
    const change = (from: [string, string], to: [string, string], ends = false) =>
      call(`change_subscription($1, $2, $3, $4, $5, $6, 'Asked by mail.', $7)`, [
        subscription,
        from[0],
        to[0],
        from[1],
        to[1],
        ends,
        id,
      ])
    await change([pro, 'active'], [team, 'active'], true)
    const [row] = await db.query('select * from user_subscriptions where id = $1', [subscription])
    expect(row).toMatchObject({ plan_id: team, status: 'active', cancel_at_period_end: true })
    expect(await entry(id)).toMatchObject({
      what: 'subscription.changed',
      metadata: { before: { plan_id: pro, cancel_at_period_end: false }, after: { plan_id: team } },
    })
    expect(await refusal(change([pro, 'active'], [team, 'canceled']))).toMatchObject({
      sqlstate: 'OP409',
      code: 'learner_subscription.changed',
      current: { plan: 'Team', status: 'active' },
      retryArgs: { p_from_plan_id: team, p_from_status: 'active' },
    })
    const now: [string, string] = [team, 'active']
    expect(await refusal(change(now, now, true))).toMatchObject({ code: 'learner_subscription.unchanged' })
    expect(await refusal(change(now, [old, 'active']))).toMatchObject({ code: 'learner_subscription.plan_not_sold' })
    expect(await refusal(change(now, [team, 'canceled'], true))).toMatchObject({ code: 'learner_subscription.ended' })
  })

  test('moderators put nothing right, and a decision’s clock is never ahead', async () => {
    const achievement = await addAchievement(db)
    for (const [sql, params] of [
      [`correct_xp($1, 0, 10, 'No.')`, [learner.sub]],
      [`correct_streak($1, 0, 10, 'No.')`, [learner.sub]],
      [`grant_achievement($1, $2, 'No.')`, [learner.sub, achievement]],
      [`revoke_achievement($1, 'No.')`, [randomUUID()]],
      [`change_subscription($1, $1, $1, 'active', 'active', false, 'No.')`, [randomUUID()]],
    ] as const) {
      expect(await refusal(call(sql, params, moderator)), sql).toMatchObject({ code: 'dracarys.admin_only' })
    }
    const id = randomUUID()
    await call(`correct_xp($1, 0, 10, 'Yes.', $2, now() + interval '2 days')`, [learner.sub, id])
    expect(await db.query('select created_at <= now() as past from user_activity_log where id = $1', [id])).toEqual([
      { past: true },
    ])
  })
})
