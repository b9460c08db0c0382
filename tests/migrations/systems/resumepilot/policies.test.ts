import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import {
  addBullets,
  addEvent,
  addGeneration,
  addSession,
  addSubscription,
  addTranscript,
  addUsage,
  addUser,
} from './people.ts'

/** How many rows of each table belong to each of the two people whose rows there are. */
const own: Readonly<Record<string, number>> = {
  profiles: 1,
  subscriptions: 1,
  usage_tracking: 1,
  resume_bullets: 1,
  interview_sessions: 1,
  interview_turns: 2,
  interview_transcripts: 1,
  resume_generations: 1,
  resume_downloads: 1,
  usage_against_plan: 1,
}
const denied = { sqlstate: '42501' }

describe.each(databases)('who sees and changes what in resumepilot, on $engine', ({ open }) => {
  let db: TestDatabase
  let owner: TestPerson
  let other: TestPerson
  let admin: TestPerson
  let boss: TestPerson
  let suspended: TestPerson
  let session: string
  let otherSession: string
  let generation: string

  beforeAll(async () => {
    db = await open()
    owner = await addUser(db)
    other = await addUser(db)
    admin = await addUser(db, 'admin')
    boss = await addUser(db, 'super_admin')
    suspended = await addUser(db, 'super_admin', { suspended: true })
    const made = []
    for (const person of [owner, other]) {
      await addSubscription(db, person, 'pro')
      await addUsage(db, person, 3)
      await addBullets(db, person)
      await addTranscript(db, person)
      await addEvent(db, person)
      const id = await addSession(db, person)
      made.push({ session: id, generation: await addGeneration(db, person, { session: id }) })
    }
    session = made[0]?.session ?? ''
    generation = made[0]?.generation ?? ''
    otherSession = made[1]?.session ?? ''
  })
  afterAll(() => db?.close())

  const counts = async (person: Claims) => {
    const seen: Record<string, number> = {}
    for (const table of [...Object.keys(own), 'admin_users', 'system_events']) {
      const rows = await db.as(person, (query) => query<{ n: number }>(`select count(*)::int as n from ${table}`))
      seen[table] = rows[0]?.n ?? 0
    }
    return seen
  }
  const run = (person: Claims, sql: string, params: unknown[] = []) => db.as(person, (query) => query(sql, params))

  test('a stranger sees nothing at all', async () => {
    for (const table of [...Object.keys(own), 'admin_users', 'system_events', 'retention_due']) {
      expect(await refusal(run('anon', `select from ${table}`)), table).toMatchObject(denied)
    }
  })

  test('a person sees their own rows, neither those of others nor the log; without rows, nothing', async () => {
    expect(await counts(owner)).toEqual({ ...own, admin_users: 0, system_events: 0 })
    expect(await counts(other)).toEqual({ ...own, admin_users: 0, system_events: 0 })
    const fresh = await addUser(db)
    await db.query('delete from profiles where user_id = $1', [fresh.sub])
    expect(Object.values(await counts(fresh)).every((n) => n === 0)).toBe(true)
  })

  test('admins and super admins see everything; who is suspended sees only their own place on the staff', async () => {
    const all = Object.fromEntries(Object.entries(own).map(([table, n]) => [table, 2 * n]))
    expect(await counts(admin)).toEqual({ ...all, admin_users: 3, system_events: 2 })
    expect(await counts(boss)).toEqual({ ...all, admin_users: 3, system_events: 2 })
    const nothing = Object.fromEntries(Object.keys(own).map((table) => [table, 0]))
    expect(await counts(suspended)).toEqual({ ...nothing, admin_users: 1, system_events: 0 })
    const role = async (person: Claims) => (await run(person, 'select console_role() as role'))[0]?.role
    expect([await role(admin), await role(boss), await role(suspended), await role(owner)]).toEqual([
      'admin',
      'super_admin',
      null,
      null,
    ])
  })

  test('a person writes their own profile, interviews and what comes of them, in nobody else’s name', async () => {
    await run(owner, `update profiles set full_name = 'Camille Petit', company = 'Ponts' where user_id = $1`, [
      owner.sub,
    ])
    await run(other, `update profiles set full_name = 'Not me' where user_id = $1`, [owner.sub])
    expect(await db.query('select full_name from profiles where user_id = $1', [owner.sub])).toEqual([
      { full_name: 'Camille Petit' },
    ])
    const inserts = [
      `insert into profiles (user_id) values ($1)`,
      `insert into interview_sessions (user_id, session_type) values ($1, 'chat')`,
      `insert into interview_transcripts (user_id, audio_file_url, transcript_text) values ($1, 'a', 'b')`,
      `insert into resume_bullets (user_id, question, transcript, bullets) values ($1, 'q', 't', '[]')`,
      `insert into usage_tracking (user_id, month) values ($1, '2020-01')`,
      `insert into resume_generations (user_id, template_name, role_type, resume_data) values ($1, 'modern', 'x', '{}')`,
    ]
    for (const sql of inserts) {
      expect(await refusal(run(other, sql, [owner.sub])), sql).toMatchObject(denied)
      await db
        .as(owner, async (query) => {
          await query(sql, [owner.sub])
          throw new Error('It is only tried.')
        })
        .catch((error: Error) => expect(error.message, sql).toBe('It is only tried.'))
    }
    const turn = `insert into interview_turns (session_id, speaker, message, turn_number) values ($1, 'user', 'Hello.', 3)`
    expect(await refusal(run(other, turn, [session]))).toMatchObject(denied)
    const download = `insert into resume_downloads (generation_id, format) values ($1, 'word')`
    expect(await refusal(run(other, download, [generation]))).toMatchObject(denied)
    const borrowed = `insert into resume_generations (user_id, session_id, template_name, role_type, resume_data)
      values ($1, $2, 'modern', 'x', '{}')`
    expect(await refusal(run(owner, borrowed, [owner.sub, otherSession]))).toMatchObject(denied)
  })

  test('nobody gives themselves a plan, a place on the staff, an event or a finished resume', async () => {
    for (const person of [owner, admin, boss]) {
      for (const sql of [
        `update subscriptions set plan_name = 'coach'`,
        `insert into subscriptions (user_id, plan_name) values ('${person.sub}', 'coach')`,
        `insert into admin_users (user_id, email, role) values ('${person.sub}', 'x@example.com', 'super_admin')`,
        `update admin_users set role = 'super_admin'`,
        `insert into system_events (event_type) values ('x')`,
        `update system_events set event_type = 'x'`,
        'delete from system_events',
        `update resume_generations set generation_status = 'completed'`,
        'delete from interview_sessions',
        'delete from usage_tracking',
        'delete from profiles',
      ]) {
        expect(await refusal(run(person, sql)), sql).toMatchObject(denied)
      }
    }
  })

  test('what somebody has used grows by their own hand, and never shrinks', async () => {
    const set = (n: number) => run(owner, 'update usage_tracking set interviews_used = $1', [n])
    await set(4)
    expect(await refusal(set(3))).toMatchObject({ ...denied, code: 'usage.only_up' })
    expect(await refusal(run(owner, 'update usage_tracking set interviews_used = null'))).toMatchObject(denied)
    expect(await db.query('select interviews_used as n from usage_tracking order by 1')).toEqual([{ n: 3 }, { n: 4 }])
  })

  test('staff correct a profile with the permission only', async () => {
    const rename = (by: TestPerson) =>
      run(by, `update profiles set job_title = 'Engineer' where user_id = $1 returning id`, [owner.sub])
    expect(await rename(admin)).toEqual([])
    const permitted = await addUser(db, 'admin', { may: ['people'] })
    expect(await rename(permitted)).toHaveLength(1)
    expect(await rename(boss)).toHaveLength(1)
    await db.query('delete from admin_users where user_id = $1', [permitted.sub])
  })

  test('the inner functions are out of reach', async () => {
    const sql = `select resumepilot.decided_at(now())`
    for (const person of ['anon' as const, owner, boss]) expect(await refusal(run(person, sql))).toMatchObject(denied)
  })
})
