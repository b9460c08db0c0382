import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'

type Kind = 'veteran' | 'recruiter' | 'supporter' | 'partner' | 'moderator' | 'admin'

/** Makes an account and what the system knows about its owner. */
export async function addUser(
  db: TestDatabase,
  role: Kind,
  { name = `Some ${role}`, isActive = true } = {},
): Promise<TestPerson> {
  const sub = randomUUID()
  const email = `${sub}@example.com`
  await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, email])
  await db.query('insert into users (id, email, full_name, role, is_active) values ($1, $2, $3, $4, $5)', [
    sub,
    email,
    name,
    role,
    isActive,
  ])
  return { sub, email, name }
}

/** The id of a new row. */
async function one(db: TestDatabase, sql: string, params: readonly unknown[]): Promise<string> {
  const [row] = await db.query<{ id: string }>(`${sql} returning id`, params)
  if (row === undefined) throw new Error(`Nothing was inserted by ${sql}`)
  return row.id
}

export function addPitch(db: TestDatabase, veteran: TestPerson, status = 'pending'): Promise<string> {
  return one(
    db,
    `insert into pitches (user_id, title, pitch_text, job_type, availability, resume_url, moderation_status, moderation_reason)
     values ($1, 'Logistics lead', 'I moved a division.', 'full_time', 'now', 'resumes/1', $2::text::moderation_status,
       case when $2 = 'hidden' then 'Too short.' end)`,
    [veteran.sub, status],
  )
}

export function addEndorsement(db: TestDatabase, veteran: TestPerson, endorser: TestPerson): Promise<string> {
  return one(
    db,
    `insert into endorsements (user_id, endorser_user_id, endorser_name, endorsement_text) values ($1, $2, $3, 'Reliable.')`,
    [veteran.sub, endorser.sub, endorser.name],
  )
}

export function addLink(db: TestDatabase, by: TestPerson, pitchId: string, token = randomUUID()): Promise<string> {
  return one(
    db,
    `insert into shared_pitches (user_id, pitch_id, share_token, message) values ($1, $2, $3, 'Worth a look.')`,
    [by.sub, pitchId, token],
  )
}

export function addRequest(db: TestDatabase, recruiter: TestPerson, veteran: TestPerson): Promise<string> {
  return one(db, `insert into resume_requests (recruiter_user_id, user_id, job_role) values ($1, $2, 'Planner')`, [
    recruiter.sub,
    veteran.sub,
  ])
}

export function addDraft(db: TestDatabase, of: TestPerson, total = 1180): Promise<string> {
  return one(
    db,
    `insert into invoices (user_id, line_items, subtotal_minor, tax_minor, total_minor, currency)
     values ($1, '[{"description": "Plan", "quantity": 1, "amount_minor": 1000}]', $2, 0, $2, 'INR')`,
    [of.sub, total],
  )
}

export function addPaymentEvent(db: TestDatabase, status: string, daysAgo: number): Promise<string> {
  return one(
    db,
    `insert into payment_events (provider, provider_event_id, event_type, status, received_at, processed_at)
     values ('razorpay', $1, 'payment.captured', $2::text::payment_event_status, now() - make_interval(days => $3),
       case when $2 in ('processed', 'ignored') then now() end)`,
    [randomUUID(), status, daysAgo],
  )
}

export function addEmail(db: TestDatabase, to: TestPerson, status: string): Promise<string> {
  return one(
    db,
    `insert into email_logs (user_id, to_email, template, subject, status)
     values ($1, 'old@example.com', 'welcome', 'Welcome', $2)`,
    [to.sub, status],
  )
}
