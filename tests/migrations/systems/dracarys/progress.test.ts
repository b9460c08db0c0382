import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addAchievement, addLesson, addProgress, addUser } from './people.ts'

describe.each(databases)('completed lessons on $engine', ({ open }) => {
  let db: TestDatabase
  let learner: TestPerson
  let lesson: string

  beforeAll(async () => {
    db = await open()
    lesson = await addLesson(db, { xp: 400 })
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    learner = await addUser(db, 'learner')
  })

  const board = (of = learner) =>
    db.query(
      `select period_start_date::text as week, period_end_date::text as until, xp_points as xp, lessons_completed as lessons
       from leaderboard where user_id = $1 and period = 'weekly' order by 1`,
      [of.sub],
    )
  const profile = async (of = learner) =>
    (await db.query('select total_xp as xp, current_level as level from user_profiles where id = $1', [of.sub]))[0]
  const streak = async (of = learner) =>
    (
      await db.query(
        `select current_streak as now, longest_streak as longest, last_activity_date::text as day
         from user_streaks where user_id = $1`,
        [of.sub],
      )
    )[0]
  const week = { week: '2026-03-02', until: '2026-03-08' }

  test('a completion counts once, however often its row is written later', async () => {
    const id = await addProgress(db, learner, lesson, '2026-03-04T10:00:00Z')
    const counted = [{ ...week, xp: 400, lessons: 1 }]
    expect(await board()).toEqual(counted)
    for (const change of ['score = 95', 'attempts_count = 3', 'completed = true', `time_spent = '1 hour'`]) {
      await db.query(`update user_progress set ${change} where id = $1`, [id])
      expect(await board(), change).toEqual(counted)
    }
    expect(await profile()).toEqual({ xp: 400, level: 1 })
    expect(await db.query('select activity_type from user_activity_log where user_id = $1', [learner.sub])).toEqual([
      { activity_type: 'lesson_complete' },
    ])
  })

  test('what is corrected moves with its week, what is taken back or deleted does not count any more', async () => {
    const id = await addProgress(db, learner, lesson, '2026-03-08T23:30:00Z')
    await db.query('update user_progress set xp_earned = 250 where id = $1', [id])
    expect(await board()).toEqual([{ ...week, xp: 250, lessons: 1 }])
    await db.query(`update user_progress set completed_at = '2026-03-09T00:30:00Z' where id = $1`, [id])
    const next = { week: '2026-03-09', until: '2026-03-15' }
    expect(await board()).toEqual([
      { ...week, xp: 0, lessons: 0 },
      { ...next, xp: 250, lessons: 1 },
    ])
    await db.query('update user_progress set completed = false where id = $1', [id])
    expect(await profile()).toEqual({ xp: 0, level: 1 })
    await db.query(`update user_progress set completed = true, completed_at = '2026-03-10T00:00:00Z' where id = $1`, [
      id,
    ])
    expect(await board()).toEqual([
      { ...week, xp: 0, lessons: 0 },
      { ...next, xp: 400, lessons: 1 },
    ])
    await db.query('delete from user_progress where id = $1', [id])
    expect(await board()).toMatchObject([{ xp: 0 }, { xp: 0, lessons: 0 }])
    expect(await profile()).toEqual({ xp: 0, level: 1 })
  })

  test('the database decides what a lesson earned, not who completes it', async () => {
    const complete = (columns: string, values: string) =>
      db.as(learner, (query) =>
        query(
          `insert into user_progress (user_id, level_id, gate_id${columns}) values ($1, 1, 1${values}) returning xp_earned as xp`,
          [learner.sub],
        ),
      )
    expect(await refusal(complete(', completed, xp_earned', ', true, 9000'))).toMatchObject({ sqlstate: '42501' })
    expect(await complete(', completed', ', true')).toEqual([{ xp: 400 }])
    const elsewhere = db.query(
      'insert into user_progress (user_id, level_id, gate_id, lesson_id, completed) values ($1, 9, 9, $2, true)',
      [learner.sub, lesson],
    )
    expect(await refusal(elsewhere)).toMatchObject({ code: 'progress.other_gate', field: 'lesson_id' })
  })

  test('days in a row extend a streak, a gap begins it anew, an older day changes nothing', async () => {
    const days = ['02', '03', '03', '04', '07', '05', '08']
    const seen: unknown[] = []
    for (const day of days) {
      await addProgress(db, learner, await addLesson(db, { level: 2, xp: 10 }), `2026-03-${day}T12:00:00Z`)
      seen.push((await streak())?.now)
    }
    expect(seen).toEqual([1, 2, 2, 3, 1, 1, 2])
    expect(await streak()).toEqual({ now: 2, longest: 3, day: '2026-03-08' })
  })

  test('a level needs twice the XP of the one before, at every power of two exactly', async () => {
    for (let level = 1; level <= 20; level += 1) {
      const xp = (2 ** level - 1) * 1000
      const [row] = await db.query('select calculate_user_level($1) as at, calculate_user_level($2) as below', [
        xp,
        xp - 1,
      ])
      expect(row, String(xp)).toEqual({ at: level, below: Math.max(1, level - 1) })
    }
    expect(await db.query('select calculate_user_level(-500) as low')).toEqual([{ low: 1 }])
  })

  test('an achievement brings its XP when it is unlocked, and takes it along when it is lost', async () => {
    const achievement = await addAchievement(db, 'Marathon', 3000)
    await db.query('insert into user_achievements (user_id, achievement_id) values ($1, $2)', [
      learner.sub,
      achievement,
    ])
    expect(await profile()).toEqual({ xp: 3000, level: 2 })
    await db.query('update achievements set xp_reward = 1 where id = $1', [achievement])
    await db.query('delete from user_achievements where user_id = $1', [learner.sub])
    expect(await profile()).toEqual({ xp: 0, level: 1 })
  })

  test('ranks follow the XP of the period, the same XP shares a place', async () => {
    const others = [await addUser(db, 'learner'), await addUser(db, 'learner')]
    for (const [who, xp] of [
      [learner, 30],
      [others[0], 30],
      [others[1], 70],
    ] as const) {
      await db.query(
        `insert into leaderboard (user_id, period, xp_points, period_start_date, period_end_date)
         values ($1, 'monthly', $2, '2026-02-01', '2026-02-28')`,
        [who?.sub, xp],
      )
    }
    const rank = () => db.query(`select rank_leaderboard('monthly', '2026-02-01') as changed`)
    expect(await rank()).toEqual([{ changed: 3 }])
    expect(await rank()).toEqual([{ changed: 0 }])
    expect(
      await db.query(
        `select xp_points as xp, rank, percentile::text as above from leaderboard where period = 'monthly' order by rank, user_id`,
      ),
    ).toEqual([
      { xp: 70, rank: 1, above: '100.00' },
      { xp: 30, rank: 2, above: '0.00' },
      { xp: 30, rank: 2, above: '0.00' },
    ])
  })

  test('a person leaves with all that is theirs, their log included', async () => {
    await addProgress(db, learner, lesson, '2026-03-04T10:00:00Z')
    await db.query('delete from auth.users where id = $1', [learner.sub])
    for (const table of ['user_progress', 'leaderboard', 'user_streaks', 'user_activity_log']) {
      expect(await db.query(`select from ${table} where user_id = $1`, [learner.sub]), table).toEqual([])
    }
  })

  test('the views show each learner their own, and the staff everybody’s', async () => {
    const other = await addUser(db, 'learner')
    const moderator = await addUser(db, 'moderator')
    await addProgress(db, learner, lesson, '2026-03-04T10:00:00Z')
    await addProgress(db, other, lesson, '2026-03-05T10:00:00Z')
    const stats = (who: TestPerson) =>
      db.as(who, (query) => query('select user_id, total_xp::int from user_learning_stats'))
    expect(await stats(learner)).toEqual([{ user_id: learner.sub, total_xp: 400 }])
    expect((await stats(moderator)).length).toBeGreaterThan(1)
    const [popular] = await db.as(moderator, (query) =>
      query<{ completions: string; rank: string }>(
        'select completions, popularity_rank as rank from lesson_popularity where id = $1',
        [lesson],
      ),
    )
    expect(popular?.rank).toBe('1')
    expect(Number(popular?.completions)).toBeGreaterThanOrEqual(2)
  })
})
