import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
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

describe.each(databases)('one person, and what is kept how long, on $engine', ({ open }) => {
  let db: TestDatabase
  let boss: TestPerson
  let admin: TestPerson
  let person: TestPerson
  let other: TestPerson

  beforeAll(async () => {
    db = await open()
    boss = await addUser(db, 'super_admin')
    admin = await addUser(db, 'admin', { may: ['people', 'retention'] })
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await db.query('delete from system_events')
    await db.query('delete from auth.users where id <> all($1::uuid[])', [[boss.sub, admin.sub]])
    person = await addUser(db, 'user', { name: 'Camille Petit' })
    other = await addUser(db)
    for (const one of [person, other]) {
      await addSubscription(db, one, 'pro')
      await addUsage(db, one, 3)
      await addTranscript(db, one)
      await addBullets(db, one)
      await addGeneration(db, one, { session: await addSession(db, one) })
      await addEvent(db, one)
    }
  })

  const tables = [
    ...[
      'profiles',
      'subscriptions',
      'usage_tracking',
      'interview_sessions',
      'interview_turns',
      'interview_transcripts',
    ],
    ...['resume_bullets', 'resume_generations', 'resume_downloads'],
  ]
  const rows = async () => {
    const found: Record<string, unknown[]> = {}
    for (const table of tables) found[table] = await db.query(`select * from ${table} order by id`)
    return found
  }
  const call = async (sql: string, params: unknown[], by = boss) =>
    (await db.as(by, (query) => query<{ answer: Record<string, unknown> }>(`select ${sql} as answer`, params)))[0]
      ?.answer
  const erase = (email = person.email, by = boss, as = randomUUID()) =>
    call(`erase_person($1, $2, 'Asked in writing.', $3)`, [person.sub, email, as], by)

  test('an export has the account and every row of the person, and nothing of anybody else', async () => {
    const all = (await call('export_person($1)', [person.sub], admin)) ?? {}
    expect(all.account).toEqual({ id: person.sub, email: person.email })
    expect(all.complete).toBe(true)
    const sizes = Object.fromEntries(
      Object.entries(all).flatMap(([name, list]) => (Array.isArray(list) ? [[name, list.length]] : [])),
    )
    expect(sizes).toEqual({
      ...Object.fromEntries(tables.map((table) => [table, table === 'interview_turns' ? 2 : 1])),
      admin_users: 0,
      system_events: 1,
    })
    expect(JSON.stringify(all)).not.toContain(other.sub)
    expect(all.profiles).toMatchObject([{ full_name: 'Camille Petit' }])
  })

  test('an export leaves every table of the schema that names a person in', async () => {
    const named = await db.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
    const all = (await call('export_person($1)', [person.sub])) ?? {}
    expect(
      Object.keys(all)
        .filter((key) => Array.isArray(all[key]))
        .sort(),
    ).toEqual(named.map(({ name }) => name))
  })

  test('an export is for staff with the permission', async () => {
    const reader = await addUser(db, 'admin')
    expect(await refusal(call('export_person($1)', [person.sub], reader))).toMatchObject({
      code: 'resumepilot.permission_needed',
    })
    expect(await refusal(call('export_person($1)', [person.sub], person))).toMatchObject({
      code: 'resumepilot.staff_only',
    })
    expect(await refusal(call('export_person($1)', [randomUUID()]))).toMatchObject({ code: 'person.unknown' })
  })

  test('an erasure leaves nothing of the person, all of the others, and events without a face', async () => {
    const before = await rows()
    const as = randomUUID()
    const answer = await erase(` ${person.email.toUpperCase()} `, boss, as)
    expect(answer).toMatchObject({
      deleted: Object.fromEntries(tables.map((table) => [table, table === 'interview_turns' ? 2 : 1])),
      anonymised: { system_events: 1 },
    })
    expect(answer?.files).toHaveLength(3)
    const after = await rows()
    for (const table of tables) expect(after[table]).toHaveLength((before[table]?.length ?? 0) / 2)
    expect(JSON.stringify(after)).not.toContain(person.sub)
    expect(await db.query('select from auth.users where id = $1', [person.sub])).toEqual([])
    const events = await db.query(
      'select event_type, event_data, user_id, ip_address, user_agent, id from system_events',
    )
    expect(events.filter(({ user_id }) => user_id === other.sub)).toHaveLength(1)
    expect(
      events.find(({ event_type, user_id }) => event_type === 'session.started' && user_id === null),
    ).toMatchObject({
      event_data: null,
      ip_address: null,
      user_agent: null,
    })
    const erasure = events.find(({ id }) => id === as)
    expect(erasure).toMatchObject({
      event_type: 'person.erased',
      user_id: null,
      event_data: { actor: boss.sub, reason: 'Asked in writing.' },
    })
    expect(JSON.stringify(erasure)).not.toContain(person.email)
  })

  test('an erasure is for super admins, who type the address again; staff and the erased are not erased', async () => {
    expect(await refusal(erase(person.email, admin))).toMatchObject({
      sqlstate: '42501',
      code: 'resumepilot.super_admin_only',
    })
    expect(await refusal(erase(other.email))).toMatchObject({ code: 'person.email_differs', field: 'p_email' })
    const colleague = call(`erase_person($1, $2, 'No.')`, [admin.sub, admin.email])
    expect(await refusal(colleague)).toMatchObject({ code: 'person.is_staff' })
    const unexplained = call(`erase_person($1, $2, ' ')`, [person.sub, person.email])
    expect(await refusal(unexplained)).toMatchObject({ code: 'resumepilot.reason_required' })
    expect((await rows()).profiles).toHaveLength(2)
    await erase()
    expect(await refusal(erase())).toMatchObject({ sqlstate: 'OP409', code: 'person.gone', retryArgs: null })
  })

  const due = async () =>
    Object.fromEntries(
      (
        await db.as(admin, (query) =>
          query<{ table_name: string; n: number }>('select table_name, due_rows::int as n from retention_due'),
        )
      ).map(({ table_name, n }) => [table_name, n]),
    )
  const nothing = {
    interview_sessions: 0,
    interview_turns: 0,
    interview_transcripts: 0,
    usage_tracking: 0,
    system_events: 0,
  }
  const months = (ago: number) => {
    const now = new Date()
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7)
  }

  test('interviews are due after two years, usage after one, events after 90 days; the view says how many', async () => {
    expect(await due()).toEqual(nothing)
    const kept = await addSession(db, person, { age: '2 years -1 hour' })
    const gone = await addSession(db, person, { age: '2 years 1 hour' })
    const generation = await addGeneration(db, person, { session: gone })
    await addTranscript(db, person, '2 years 1 hour')
    await addTranscript(db, person, '2 years -1 hour')
    await addUsage(db, person, 1, 0, months(12))
    await addUsage(db, person, 1, 0, months(13))
    await addEvent(db, person, '90 days 1 hour')
    await addEvent(db, person, '90 days -1 hour')
    expect(await due()).toEqual({
      interview_sessions: 1,
      interview_turns: 2,
      interview_transcripts: 1,
      usage_tracking: 1,
      system_events: 1,
    })

    const purge = (kind: string) => call('purge_due($1)', [kind], admin)
    expect(await purge('interviews')).toMatchObject({
      purged: { interview_sessions: 1, interview_turns: 2, interview_transcripts: 1 },
    })
    expect(await purge('usage')).toMatchObject({ purged: { usage_tracking: 1 } })
    expect(await purge('events')).toMatchObject({ purged: { system_events: 1 } })
    expect(await due()).toEqual(nothing)
    const sessions = await db.query<{ id: string }>('select id from interview_sessions')
    expect(sessions.map(({ id }) => id)).toContain(kept)
    // The resume that came of it is the person's own, and stays.
    expect(await db.query('select session_id from resume_generations where id = $1', [generation])).toEqual([
      { session_id: null },
    ])
    expect(await db.query('select month from usage_tracking where user_id = $1 order by 1', [person.sub])).toEqual([
      { month: months(12) },
      { month: months(0) },
    ])
    const events = await db.query(
      `select event_data ->> 'kind' as kind from system_events where event_type = 'retention.purged'`,
    )
    expect(events.map(({ kind }) => kind).sort()).toEqual(['events', 'interviews', 'usage'])
  })

  test('a purge is as old as its decision, never younger than now, and needs the permission', async () => {
    await addSession(db, person, { age: '2 years 1 day' })
    await addSession(db, person, { age: '1 year' })
    const purge = (at: string, by = admin) =>
      call(`purge_due('interviews', gen_random_uuid(), now() + $1::interval)`, [at], by)
    expect(await purge('-2 days')).toMatchObject({ purged: { interview_sessions: 0 } })
    expect(await purge('3 years')).toMatchObject({ purged: { interview_sessions: 1 } })
    const reader = await addUser(db, 'admin', { may: ['people'] })
    expect(await refusal(purge('0', reader))).toMatchObject({ code: 'resumepilot.permission_needed' })
    expect(await refusal(call('purge_due(null)', [], admin))).toMatchObject({ field: 'p_kind' })
  })
})
