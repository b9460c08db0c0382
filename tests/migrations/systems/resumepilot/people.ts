import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'

/** Makes an account and its profile; with a `role`, a place on the staff instead. */
export async function addUser(
  db: TestDatabase,
  role: 'user' | 'admin' | 'super_admin' = 'user',
  { name = `Some ${role}`, may = [] as readonly string[], suspended = false } = {},
): Promise<TestPerson & { readonly row: string }> {
  const sub = randomUUID()
  const email = `${sub}@example.com`
  await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, email])
  const permissions = Object.fromEntries([...may, ...(suspended ? ['suspended'] : [])].map((one) => [one, true]))
  const row =
    role === 'user'
      ? await one(db, 'insert into profiles (user_id, full_name) values ($1, $2)', [sub, name])
      : await one(db, 'insert into admin_users (user_id, email, role, permissions) values ($1, $2, $3, $4)', [
          sub,
          email,
          role,
          JSON.stringify(permissions),
        ])
  return { sub, email, name, row }
}

/** The id of a new row. */
async function one(db: TestDatabase, sql: string, params: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ id: string }>(`${sql} returning id`, params)
  if (row === undefined) throw new Error(`Nothing was inserted by ${sql}`)
  return row.id
}

export function addUsage(db: TestDatabase, of: TestPerson, interviews: number, letters = 0, month?: string) {
  return one(
    db,
    `insert into usage_tracking (user_id, month, interviews_used, cover_letters_used)
     values ($1, coalesce($4, usage_month()), $2, $3)`,
    [of.sub, interviews, letters, month ?? null],
  )
}

export function addSubscription(db: TestDatabase, of: TestPerson, plan: string, status = 'active'): Promise<string> {
  return one(db, 'insert into subscriptions (user_id, plan_name, status) values ($1, $2, $3)', [of.sub, plan, status])
}

/** A session with two turns, as old as `age`, an interval. */
export async function addSession(
  db: TestDatabase,
  of: TestPerson,
  { status = 'completed', type = 'voice', age = '1 day' } = {},
): Promise<string> {
  const id = await one(
    db,
    `insert into interview_sessions (user_id, session_type, status, turns_count, created_at, completed_at)
     values ($1, $2, $3, 2, now() - $4::interval, case when $3 = 'completed' then now() - $4::interval end)`,
    [of.sub, type, status, age],
  )
  await db.query(
    `insert into interview_turns (session_id, speaker, message, turn_number, audio_url, created_at)
     values ($1, 'ai', 'Tell me about yourself.', 1, null, now() - $3::interval),
       ($1, 'user', 'I build bridges.', 2, $2, now() - $3::interval)`,
    [id, `audio/${id}/2.webm`, age],
  )
  return id
}

export function addTranscript(db: TestDatabase, of: TestPerson, age = '1 day'): Promise<string> {
  return one(
    db,
    `insert into interview_transcripts (user_id, audio_file_url, transcript_text, confidence_score, created_at)
     values ($1::uuid, 'audio/' || $1::uuid || '.webm', 'I build bridges.', 0.93, now() - $2::interval)`,
    [of.sub, age],
  )
}

export function addBullets(db: TestDatabase, of: TestPerson): Promise<string> {
  return one(
    db,
    `insert into resume_bullets (user_id, question, transcript, bullets)
     values ($1, 'What are you proud of?', 'A bridge.', '["Built a bridge"]')`,
    [of.sub],
  )
}

export async function addGeneration(
  db: TestDatabase,
  of: TestPerson,
  { status = 'failed', session = null as string | null } = {},
): Promise<string> {
  const id = await one(
    db,
    `insert into resume_generations (user_id, session_id, template_name, role_type, resume_data, generation_status, error_message)
     values ($1, $2, 'modern', 'engineer', '{"name": "Somebody"}', $3, case when $3 = 'failed' then 'The template is missing.' end)`,
    [of.sub, session, status],
  )
  await db.query(
    `insert into resume_downloads (generation_id, format, file_url) values ($1::uuid, 'pdf', 'resumes/' || $1::uuid || '.pdf')`,
    [id],
  )
  return id
}

export function addEvent(db: TestDatabase, of: TestPerson, age = '1 day'): Promise<string> {
  return one(
    db,
    `insert into system_events (event_type, event_data, user_id, ip_address, user_agent, created_at)
     values ('session.started', '{"device": "phone"}', $1, '203.0.113.7', 'Safari', now() - $2::interval)`,
    [of.sub, age],
  )
}
