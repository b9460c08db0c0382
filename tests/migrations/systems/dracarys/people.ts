import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'

/** Makes an account and what the system knows about its owner. */
export async function addUser(
  db: TestDatabase,
  role: 'learner' | 'moderator' | 'admin',
  name = `Some ${role}`,
): Promise<TestPerson> {
  const sub = randomUUID()
  const email = `${sub}@example.com`
  await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, email])
  await db.query('insert into user_profiles (id, full_name, role) values ($1, $2, $3)', [sub, name, role])
  return { sub, email, name }
}

/** The id of a new row. */
async function one(db: TestDatabase, sql: string, params: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ id: string }>(`${sql} returning id`, params)
  if (row === undefined) throw new Error(`Nothing was inserted by ${sql}`)
  return row.id
}

export const content = { sections: [{ type: 'text', title: 'Candles', body: 'A candle shows four prices.' }] }
export const assessment = {
  passing_score: 70,
  questions: [{ prompt: 'What does a candle show?', options: ['Four prices', 'One price'], correct: 0 }],
}

/** The next gate of a level, with a lesson at it. */
export function addLesson(
  db: TestDatabase,
  { level = 1, isActive = true, xp = 100 }: { level?: number; isActive?: boolean; xp?: number } = {},
): Promise<string> {
  return one(
    db,
    `insert into lessons (level_id, gate_id, order_index, title, content_data, assessment_data, xp_reward, is_active)
     select $1::int, count(*) + 1, count(*) + 1, 'Lesson ' || count(*) + 1, $2::jsonb, $3::jsonb, $4::int, $5::boolean
     from lessons where level_id = $1::int`,
    [level, JSON.stringify(content), JSON.stringify(assessment), xp, isActive],
  )
}

/** A learner's row for the gate of a lesson. */
export function addProgress(
  db: TestDatabase,
  who: TestPerson,
  lessonId: string,
  completedAt: string | null = null,
): Promise<string> {
  return one(
    db,
    `insert into user_progress (user_id, level_id, gate_id, lesson_id, completed, completed_at, score)
     select $1, level_id, gate_id, id, $3::timestamptz is not null, $3, 80 from lessons where id = $2`,
    [who.sub, lessonId, completedAt],
  )
}

export function addPost(db: TestDatabase, by: TestPerson, title = 'Which broker?'): Promise<string> {
  return one(db, `insert into community_posts (author_id, title, content) values ($1, $2, 'I can’t decide.')`, [
    by.sub,
    title,
  ])
}

export function addComment(
  db: TestDatabase,
  by: TestPerson,
  postId: string,
  parentId: string | null = null,
): Promise<string> {
  return one(
    db,
    `insert into community_comments (author_id, post_id, parent_comment_id, content) values ($1, $2, $3, 'It depends.')`,
    [by.sub, postId, parentId],
  )
}

/** A live session that begins in so many hours; a negative number has begun. */
export function addSession(db: TestDatabase, host: TestPerson, inHours: number, places = -1): Promise<string> {
  return one(
    db,
    `insert into live_sessions (title, host_id, scheduled_at, duration, max_participants)
     values ('Reading charts', $1, now() + make_interval(hours => $2), interval '1 hour', $3)`,
    [host.sub, inHours, places],
  )
}

export function addParticipant(db: TestDatabase, who: TestPerson, sessionId: string): Promise<string> {
  return one(db, 'insert into session_participants (session_id, user_id) values ($1, $2)', [sessionId, who.sub])
}

export function addAchievement(db: TestDatabase, title = 'First week', xp = 50): Promise<string> {
  return one(db, `insert into achievements (code, title, description, xp_reward) values ($1, $2, 'Seven days.', $3)`, [
    randomUUID(),
    title,
    xp,
  ])
}

export function addPlan(db: TestDatabase, name = 'Pro'): Promise<string> {
  return one(db, `insert into subscription_plans (name, price, features) values ($1, 29.00, '["live"]')`, [name])
}

export function addSubscription(db: TestDatabase, who: TestPerson, planId: string): Promise<string> {
  return one(db, 'insert into user_subscriptions (user_id, plan_id) values ($1, $2)', [who.sub, planId])
}
