import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import {
  addDraft,
  addEmail,
  addEndorsement,
  addLink,
  addPaymentEvent,
  addPitch,
  addRequest,
  addUser,
} from './people.ts'

const byPermission = {
  'billing.manage': [
    'user_subscriptions',
    'invoices',
    'receipts',
    'donations',
    'payment_events',
    'payment_events_archive',
    'numbering_state',
  ],
  'emails.manage': ['email_logs'],
  'activity.read': ['user_activity_log'],
}
const refused = { sqlstate: '42501' }

describe.each(databases)('who sees and changes what in xainik, on $engine', ({ open }) => {
  let db: TestDatabase
  let owner: TestPerson
  let other: TestPerson
  let recruiter: TestPerson
  let supporter: TestPerson
  let partner: TestPerson
  let moderator: TestPerson
  let admin: TestPerson
  let pitch: string
  let hiddenPitch: string
  let request: string

  beforeAll(async () => {
    db = await open()
    owner = await addUser(db, 'veteran')
    other = await addUser(db, 'veteran')
    recruiter = await addUser(db, 'recruiter')
    supporter = await addUser(db, 'supporter')
    partner = await addUser(db, 'partner')
    moderator = await addUser(db, 'moderator')
    admin = await addUser(db, 'admin')
    pitch = await addPitch(db, owner, 'approved')
    hiddenPitch = await addPitch(db, owner, 'hidden')
    await addEndorsement(db, owner, supporter)
    await addLink(db, supporter, pitch)
    request = await addRequest(db, recruiter, owner)
    await addPaymentEvent(db, 'processed', 200)
    await addPaymentEvent(db, 'processed', 20)
    await addEmail(db, owner, 'failed')
    const draft = await addDraft(db, owner)
    await addDraft(db, owner)
    await db.as(admin, async (query) => {
      await query('select issue_invoice($1)', [draft])
      await query(`select record_receipt($1, 10, 'cash')`, [draft])
      await query(`select archive_payment_events(now() - interval '100 days')`)
      await query(`select add_recruiter_note($1, 'A note.')`, [request])
    })
    const [plan] = await db.query<{ id: string }>(
      `insert into service_plans (code, name, audience, billing_interval, price_minor, currency)
       values ('one', 'One', 'veteran', 'month', 100, 'INR') returning id`,
    )
    const mine = [owner.sub]
    await db.query(
      `insert into user_subscriptions (user_id, plan_id, current_period_start, current_period_end)
       values ($1, $2, now(), now() + interval '30 days')`,
      [...mine, plan?.id],
    )
    await db.query(`insert into donations (user_id, amount_minor, currency) values ($1, 5, 'INR')`, mine)
    await db.query(`insert into user_profiles (user_id, profile_type) values ($1, 'veteran')`, mine)
    await db.query(`insert into referrals (user_id, pitch_id, channel) values ($1, $2, 'copy')`, [supporter.sub, pitch])
    await db.query(`insert into user_messages (user_id, recipient_user_id, message_text) values ($1, $2, 'Hello')`, [
      recruiter.sub,
      owner.sub,
    ])
    await db.query(`insert into user_permissions (user_id, permission) values ($1, 'requests.manage')`, [moderator.sub])
  })
  afterAll(() => db?.close())

  const rows = (person: Claims, table: string) => db.as(person, (query) => query(`select * from ${table}`))
  const all = async () =>
    (await db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)).map(
      ({ name }) => name,
    )
  const run = (person: Claims, sql: string, params: readonly unknown[] = []) =>
    db.as(person, (query) => query(sql, params))

  test('every table holds something here, and an admin sees every row of it', async () => {
    for (const name of await all()) {
      const there = await db.query(`select * from ${name}`)
      expect(there.length, name).toBeGreaterThan(0)
      expect(await rows(admin, name), name).toHaveLength(there.length)
    }
  })

  test('a moderator sees people, content and requests; money, e-mail and activity by permission; messages never', async () => {
    const closed = Object.values(byPermission).flat()
    for (const name of await all()) {
      const expected = [...closed, 'user_messages'].includes(name) ? 0 : (await db.query(`select from ${name}`)).length
      expect(await rows(moderator, name), name).toHaveLength(expected)
    }
    for (const [permission, tables] of Object.entries(byPermission)) {
      const [held] = await db.query<{ id: string }>(
        'insert into user_permissions (user_id, permission) values ($1, $2) returning id',
        [moderator.sub, permission],
      )
      for (const name of closed) {
        const there = (await db.query(`select from ${name}`)).length
        expect(await rows(moderator, name), name).toHaveLength(tables.includes(name) ? there : 0)
      }
      await db.query('delete from user_permissions where id = $1', [held?.id])
    }
  })

  test('a veteran sees what is theirs, and of it no draft, no note and no log of the staff', async () => {
    const own = {
      users: 1,
      user_profiles: 1,
      user_subscriptions: 1,
      pitches: 2,
      endorsements: 1,
      resume_requests: 1,
      invoices: 1,
      receipts: 1,
      donations: 1,
      user_messages: 1,
      service_plans: 1,
      recruiter_notes: 0,
      shared_pitches: 0,
      referrals: 0,
      email_logs: 0,
      payment_events: 0,
      payment_events_archive: 0,
      numbering_state: 0,
      user_activity_log: 0,
      migration_audit: 0,
    }
    for (const [name, count] of Object.entries(own)) expect(await rows(owner, name), name).toHaveLength(count)
  })

  test('another veteran, a supporter and a partner see nothing of it; nobody of them may use the console', async () => {
    for (const person of [other, partner]) {
      for (const name of await all()) {
        const expected = name === 'users' || name === 'service_plans' ? 1 : 0
        expect(await rows(person, name), name).toHaveLength(expected)
      }
    }
    expect(await rows(supporter, 'pitches')).toEqual([])
    expect(await rows(supporter, 'endorsements')).toHaveLength(1)
    expect(await rows(recruiter, 'recruiter_notes')).toHaveLength(1)
    for (const person of [owner, recruiter, supporter, partner]) {
      expect(await run(person, 'select console_role() as role')).toEqual([{ role: null }])
    }
    expect(await run(moderator, 'select console_role() as role')).toEqual([{ role: 'moderator' }])
  })

  test('a stranger reads public pitches without the resume, approved endorsements and what is sold', async () => {
    const seen = await run('anon', 'select * from public_pitches')
    expect(seen).toMatchObject([{ id: pitch }])
    expect(seen[0]).not.toHaveProperty('resume_url')
    expect(await run('anon', 'select endorsement_text from endorsements')).toEqual([])
    expect(await run('anon', 'select name from service_plans')).toEqual([{ name: 'One' }])
    const open = ['endorsements', 'service_plans']
    for (const name of (await all()).filter((table) => !open.includes(table))) {
      expect(await refusal(rows('anon', name)), name).toMatchObject(refused)
    }
    expect(await refusal(run('anon', 'select moderation_reason from endorsements'))).toMatchObject(refused)
  })

  test('people write in their own name only, and only what their role is for', async () => {
    const pitchOf = `insert into pitches (user_id, title, pitch_text, job_type, availability) values ($1, 'T', 'P', 'remote', 'now')`
    await run(other, pitchOf, [other.sub])
    for (const attempt of [
      () => run(other, pitchOf, [owner.sub]),
      () => run(supporter, pitchOf, [supporter.sub]),
      () => run(other, 'update pitches set moderation_status = $1', ['approved']),
      () =>
        run(supporter, `insert into referrals (user_id, pitch_id, channel) values ($1, $2, 'copy')`, [
          supporter.sub,
          hiddenPitch,
        ]),
      () =>
        run(
          supporter,
          `insert into resume_requests (recruiter_user_id, user_id, pitch_id, job_role) values ($1, $2, $3, 'J')`,
          [supporter.sub, owner.sub, pitch],
        ),
      () =>
        run(owner, `insert into user_messages (user_id, recipient_user_id, message_text) values ($1, $2, 'Hi')`, [
          other.sub,
          owner.sub,
        ]),
      () => run(owner, `update users set role = 'admin'`),
      () => run(owner, `insert into user_permissions (user_id, permission) values ($1, 'users.manage')`, [owner.sub]),
    ]) {
      expect(await refusal(attempt())).toMatchObject(refused)
    }
    await run(
      recruiter,
      `insert into resume_requests (recruiter_user_id, user_id, pitch_id, job_role) values ($1, $2, $3, 'J')`,
      [recruiter.sub, owner.sub, pitch],
    )
    expect(await run(other, `update pitches set title = 'Mine' where id = $1 returning id`, [pitch])).toEqual([])
  })

  test('an account registers itself once, as no member of the staff; one that is not active writes nothing', async () => {
    const sub = randomUUID()
    const email = `${sub}@example.com`
    await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, email])
    const register = (role: string, as = email) =>
      run({ sub, email }, `insert into users (id, email, full_name, role) values ($1, $2, 'New', $3)`, [sub, as, role])
    for (const role of ['admin', 'moderator', 'partner']) expect(await refusal(register(role))).toMatchObject(refused)
    expect(await refusal(register('veteran', 'other@example.com'))).toMatchObject(refused)
    await register('veteran')
    await db.query('update users set is_active = false where id = $1', [sub])
    const profile = run({ sub }, `insert into user_profiles (user_id, profile_type) values ($1, 'veteran')`, [sub])
    expect(await refusal(profile)).toMatchObject(refused)
  })

  test('nobody decides by hand: what functions decide can only be set by them', async () => {
    const attempts = [
      `update users set role = 'admin'`,
      `update users set is_active = false`,
      `update resume_requests set status = 'approved'`,
      `update invoices set status = 'paid'`,
      `update invoices set invoice_number = 'INV-2026-000001'`,
      `insert into receipts (user_id, invoice_id, amount_minor, currency, payment_method)
         select user_id, id, 1, 'INR', 'cash' from invoices`,
      `update numbering_state set last_number = 0`,
      `delete from payment_events`,
      `insert into user_activity_log (activity_type, entity_type, entity_id) values ('a.b', 'x', gen_random_uuid())`,
      `select xainik.next_number('invoice', now())`,
      `insert into migration_audit (migration_name, description) values ('0001_x', 'x')`,
    ]
    for (const person of [owner, moderator, admin]) {
      for (const sql of attempts) expect(await refusal(run(person, sql)), sql).toMatchObject(refused)
    }
  })

  test('drafts and plans are edited by who manages billing, issued invoices by nobody', async () => {
    const edit = `update invoices set subtotal_minor = 2000, tax_minor = 0, total_minor = 2000 returning status`
    expect(await run(admin, edit)).toEqual([{ status: 'draft' }])
    expect(await run(moderator, edit)).toEqual([])
    expect(await run(moderator, `update service_plans set name = 'Two' returning id`)).toEqual([])
    expect(await run(admin, `update service_plans set name = 'Two' returning name`)).toEqual([{ name: 'Two' }])
  })

  test('the activity log is changed and deleted by no one, not even by the owner of the database', async () => {
    for (const sql of [
      `update user_activity_log set details = '{}'`,
      'delete from user_activity_log',
      'truncate user_activity_log',
    ]) {
      expect(await refusal(db.query(sql)), sql).toMatchObject({ sqlstate: '42501', code: 'activity.immutable' })
    }
  })
})
