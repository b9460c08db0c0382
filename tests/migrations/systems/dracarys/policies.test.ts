import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import {
  addAchievement,
  addComment,
  addLesson,
  addParticipant,
  addPlan,
  addPost,
  addProgress,
  addSession,
  addSubscription,
  addUser,
} from './people.ts'

const refused = { sqlstate: '42501' }

describe.each(databases)('who sees and changes what in dracarys, on $engine', ({ open }) => {
  let db: TestDatabase
  let learner: TestPerson
  let other: TestPerson
  let moderator: TestPerson
  let admin: TestPerson
  let lesson: string
  let post: string

  beforeAll(async () => {
    db = await open()
    learner = await addUser(db, 'learner')
    other = await addUser(db, 'learner')
    moderator = await addUser(db, 'moderator')
    admin = await addUser(db, 'admin')
    lesson = await addLesson(db)
    await addLesson(db, { isActive: false })
    await addProgress(db, learner, lesson, '2026-03-04T10:00:00Z')
    await db.query('insert into user_achievements (user_id, achievement_id) values ($1, $2)', [
      learner.sub,
      await addAchievement(db),
    ])
    post = await addPost(db, learner)
    await addComment(db, other, post)
    const removed = await addPost(db, other)
    await db.query(
      `insert into community_votes (user_id, target_type, target_id, vote_type) values ($1, 'post', $2, 'upvote')`,
      [learner.sub, post],
    )
    await addParticipant(db, learner, await addSession(db, moderator, 5))
    await addSubscription(db, learner, await addPlan(db))
    await db.as(moderator, (query) => query(`select remove_post($1, 'An advertisement.')`, [removed]))
  })
  afterAll(() => db?.close())

  const run = (person: Claims, sql: string, params: readonly unknown[] = []) =>
    db.as(person, (query) => query(sql, params))
  const count = async (person: Claims, table: string) => (await run(person, `select from ${table}`)).length
  const all = async () =>
    (await db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)).map(
      ({ name }) => name,
    )

  test('every table holds something here; an admin sees all of it, a moderator all but money and the log', async () => {
    for (const name of await all()) {
      const there = (await db.query(`select from ${name}`)).length
      expect(there, name).toBeGreaterThan(0)
      expect(await count(admin, name), name).toBe(there)
      if (name === 'user_subscriptions') expect(await count(moderator, name)).toBe(0)
      else if (name === 'user_activity_log') {
        expect(await run(moderator, `select distinct user_id from ${name}`)).toEqual([{ user_id: moderator.sub }])
      } else expect(await count(moderator, name), name).toBe(there)
    }
  })

  test('a learner sees what is theirs, what is published, and the community without what was removed', async () => {
    const seen = {
      user_profiles: 1,
      user_progress: 1,
      user_achievements: 1,
      user_streaks: 1,
      community_votes: 1,
      session_participants: 1,
      user_subscriptions: 1,
      lessons: 1,
      achievements: 1,
      subscription_plans: 1,
      leaderboard: 1,
      live_sessions: 1,
      community_posts: 1,
      community_comments: 1,
    }
    for (const [name, number] of Object.entries(seen)) expect(await count(learner, name), name).toBe(number)
    expect(await run(learner, 'select distinct user_id from user_activity_log')).toEqual([{ user_id: learner.sub }])
  })

  test('another learner sees nothing that is private, and of what was removed only their own', async () => {
    for (const name of [
      'user_progress',
      'user_achievements',
      'user_streaks',
      'community_votes',
      'session_participants',
      'user_subscriptions',
    ]) {
      expect(await count(other, name), name).toBe(0)
    }
    expect(await run(other, 'select id from user_profiles')).toEqual([{ id: other.sub }])
    expect(await count(other, 'community_posts')).toBe(2)
    expect(await run(other, 'select from user_learning_stats')).toEqual([])
  })

  test('only staff may use the console', async () => {
    const role = async (person: TestPerson) => (await run(person, 'select console_role() as role'))[0]?.role
    expect(await Promise.all([learner, moderator, admin].map(role))).toEqual([null, 'moderator', 'admin'])
  })

  test('a stranger reads what is published and sold, without questions and answers', async () => {
    const open = ['achievements', 'subscription_plans']
    for (const name of open) expect(await count('anon', name), name).toBe(1)
    expect(await run('anon', 'select title from lessons')).toHaveLength(1)
    expect(await refusal(run('anon', 'select assessment_data from lessons'))).toMatchObject(refused)
    for (const name of (await all()).filter((table) => !['lessons', ...open].includes(table))) {
      expect(await refusal(run('anon', `select * from ${name}`)), name).toMatchObject(refused)
    }
  })

  test('people write in their own name only', async () => {
    const attempts = [
      () => run(learner, `insert into community_posts (author_id, title) values ($1, 'T')`, [other.sub]),
      () =>
        run(learner, `insert into community_comments (post_id, author_id, content) values ($1, $2, 'C')`, [
          post,
          other.sub,
        ]),
      () => run(learner, 'insert into user_progress (user_id, level_id, gate_id) values ($1, 8, 8)', [other.sub]),
      () =>
        run(learner, `insert into session_participants (session_id, user_id) select id, $1 from live_sessions`, [
          other.sub,
        ]),
    ]
    for (const attempt of attempts) expect(await refusal(attempt())).toMatchObject(refused)
    for (const sql of [
      `update community_posts set title = 'Mine' where id = $1 returning id`,
      'delete from community_posts where id = $1 returning id',
    ]) {
      expect(await run(other, sql, [post]), sql).toEqual([])
    }
    expect(
      await run(learner, `update community_posts set title = 'Mine' where id = $1 returning title`, [post]),
    ).toEqual([{ title: 'Mine' }])
  })

  test('nobody writes by hand what the database counts and staff decide', async () => {
    for (const sql of [
      `update user_profiles set role = 'admin'`,
      'update user_profiles set total_xp = 99999',
      'update user_progress set xp_earned = 99999',
      'update leaderboard set xp_points = 99999',
      'update user_streaks set current_streak = 99',
      'update community_posts set upvotes_count = 99',
      'update community_posts set is_pinned = true',
      'update community_posts set is_deleted = false',
      'update community_comments set is_deleted = true',
      'update live_sessions set status = $$cancelled$$',
      'update session_participants set attendance_status = $$attended$$',
      'update user_subscriptions set status = $$active$$',
      'update lessons set is_active = true',
      `insert into user_activity_log (user_id, activity_type) values (auth.uid(), 'login')`,
      'insert into user_achievements (user_id, achievement_id) select auth.uid(), id from achievements',
      `select dracarys.add_xp(auth.uid(), 5)`,
      `select rank_leaderboard('weekly', '2026-03-02')`,
    ]) {
      for (const person of [learner, moderator, admin]) {
        expect(await refusal(run(person, sql)), sql).toMatchObject(refused)
      }
    }
  })

  test('the catalogues are edited by admins', async () => {
    for (const sql of [
      `update achievements set title = 'New' returning title`,
      `update subscription_plans set name = 'New' returning name`,
      `update lessons set subtitle = 'New' where is_active returning subtitle`,
    ]) {
      expect(await run(learner, sql), sql).toEqual([])
      expect(await run(moderator, sql), sql).toEqual([])
      expect(await run(admin, sql), sql).toHaveLength(1)
    }
    const add = `insert into achievements (code, title, description) values ('second', 'Second', 'D')`
    expect(await refusal(run(moderator, add))).toMatchObject(refused)
    await run(admin, add)
    await run(admin, `delete from achievements where code = 'second'`)
  })

  test('an account registers itself, and as no member of the staff', async () => {
    const sub = randomUUID()
    await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, `${sub}@example.com`])
    const asAdmin = run({ sub }, `insert into user_profiles (id, full_name, role) values ($1, 'New', 'admin')`, [sub])
    expect(await refusal(asAdmin)).toMatchObject(refused)
    const asOther = run({ sub }, `insert into user_profiles (id, full_name) values ($1, 'New')`, [other.sub])
    expect(await refusal(asOther)).toMatchObject(refused)
    await run({ sub }, `insert into user_profiles (id, full_name) values ($1, 'New')`, [sub])
    expect(await run({ sub }, 'select role from user_profiles')).toEqual([{ role: 'learner' }])
  })

  test('the activity log is changed and deleted by no one, not even by the owner of the database', async () => {
    for (const sql of [
      `update user_activity_log set metadata = '{}'`,
      'delete from user_activity_log',
      'truncate user_activity_log',
    ]) {
      expect(await refusal(db.query(sql)), sql).toMatchObject({ sqlstate: '42501', code: 'dracarys.log_immutable' })
    }
  })
})
