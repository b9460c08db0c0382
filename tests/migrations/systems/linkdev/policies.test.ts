import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addMember, addTeam, signUp, type TestOwner } from './people.ts'

const forSuperAdmins = ['processed_events', 'idempotency_keys', 'rate_limits']
const isPublic = ['plan_features', 'products', 'prices', 'posts']

describe.each(databases)('who sees and changes what, on $engine', ({ open }) => {
  let db: TestDatabase
  let team: string
  let recordType: string
  const people = {} as Record<'owner' | 'member' | 'viewer' | 'user' | 'admin' | 'super_admin', TestOwner>

  beforeAll(async () => {
    db = await open()
    for (const kind of ['owner', 'member', 'viewer', 'user'] as const) people[kind] = await signUp(db, kind)
    for (const kind of ['admin', 'super_admin'] as const) people[kind] = await signUp(db, kind, kind)
    team = await addTeam(db, people.owner)
    await addMember(db, team, people.member, 'member')
    await addMember(db, team, people.viewer, 'viewer')
    recordType = randomUUID()
    await db.query(`insert into record_types (id, org_id, key, display_name) values ($1, $2, 'note', 'Notes')`, [
      recordType,
      team,
    ])
    await fill(db, team, recordType, people.member)
    await db.as(people.owner, (query) => query(`select invite_member($1, 'new@example.com', 'viewer')`, [team]))
  })
  afterAll(() => db?.close())

  const rows = (person: Claims, table: string) => db.as(person, (query) => query(`select * from ${table}`))
  const tables = async () =>
    (await db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)).map(
      ({ name }) => name,
    )
  const run = (person: Claims, sql: string, params: unknown[] = []) => db.as(person, (query) => query(sql, params))

  test('staff see every row of every table, and only super admins what protects the API', async () => {
    for (const name of await tables()) {
      const all = await db.query(`select * from ${name}`)
      expect(all.length, name).toBeGreaterThan(0)
      expect(await rows(people.super_admin, name), name).toHaveLength(all.length)
      expect(await rows(people.admin, name), name).toHaveLength(forSuperAdmins.includes(name) ? 0 : all.length)
    }
  })

  test('a stranger sees what the public pages show, a user besides it their own', async () => {
    for (const name of await tables()) {
      if (isPublic.includes(name)) {
        expect(await rows('anon', name), name).toHaveLength(name === 'plan_features' ? 36 : 1)
        continue
      }
      expect(await refusal(rows('anon', name)), name).toMatchObject({ sqlstate: '42501' })
      const own = {
        users: 1,
        organizations: 1,
        organization_members: 1,
        org_subscriptions: 1,
        audit_logs: 3,
      } as Record<string, number>
      expect(await rows(people.user, name), name).toHaveLength(own[name] ?? 0)
    }
  })

  test('members and viewers see their team; its invitations, billing and log only its owners', async () => {
    const inTeam = async (person: Claims, name: string) =>
      (await run(person, `select from ${name} where org_id = $1`, [team])).length
    for (const name of ['organization_members', 'records', 'reminders', 'schedules', 'usage_aggregations']) {
      expect(await inTeam(people.viewer, name), name).toBe(name === 'organization_members' ? 3 : 1)
    }
    for (const name of ['invites', 'billing_customers', 'audit_logs']) {
      expect(await inTeam(people.owner, name), name).toBeGreaterThan(0)
      for (const other of [people.member, people.viewer, people.user]) expect(await inTeam(other, name), name).toBe(0)
    }
  })

  test('members learn the names of the others, and nothing else of them', async () => {
    const names = await run(people.viewer, 'select full_name from team_members where org_id = $1 order by 1', [team])
    expect(names).toEqual([{ full_name: 'member' }, { full_name: 'owner' }, { full_name: 'viewer' }])
    expect(await rows(people.viewer, 'users')).toHaveLength(1)
    expect(await run(people.user, 'select from team_members where org_id = $1', [team])).toEqual([])
  })

  test('owners and members write records, viewers and others do not', async () => {
    const add = (person: Claims) =>
      run(person, `insert into records (org_id, record_type_id, data) values ($1, $2, '{}')`, [team, recordType])
    await add(people.owner)
    await add(people.member)
    for (const other of [people.viewer, people.user, people.admin]) {
      expect(await refusal(add(other))).toMatchObject({ sqlstate: '42501' })
    }
  })

  test('nobody makes themselves a member, an owner, staff, or richer', async () => {
    const attempts = [
      `insert into organization_members (org_id, user_id, role) values ('${team}', '${people.user.sub}', 'owner')`,
      `update organization_members set role = 'owner' where user_id = '${people.user.sub}'`,
      `update users set account_type = 'super_admin' where id = '${people.user.sub}'`,
      `update org_subscriptions set plan_name = 'enterprise'`,
      `update plan_features set feature_value = '{"limit": -1}'`,
      `insert into audit_logs (actor_type, action, entity_type, entity_id) values ('user', 'created', 'users', gen_random_uuid())`,
      `delete from audit_logs`,
    ]
    for (const sql of attempts) {
      for (const person of [people.user, people.owner, people.admin, people.super_admin]) {
        expect(await refusal(run(person, sql)), sql).toMatchObject({ sqlstate: '42501' })
      }
    }
  })

  test('people change their own profile; staff correct any, others nobody else’s', async () => {
    const rename = (person: Claims) =>
      run(person, `update users set bio = 'Hello' where id = $1 returning id`, [people.member.sub])
    expect(await rename(people.member)).toHaveLength(1)
    expect(await rename(people.admin)).toHaveLength(1)
    for (const other of [people.owner, people.user]) expect(await rename(other)).toHaveLength(0)
  })

  test('use is noted by who uses, in their own organisations only', async () => {
    const note = (person: TestOwner, org: string, user = person.sub) =>
      run(person, `insert into usage_events (org_id, user_id, event_type) values ($1, $2, 'api_call')`, [org, user])
    await note(people.viewer, team)
    expect(await refusal(note(people.user, team))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(note(people.viewer, team, people.owner.sub))).toMatchObject({ sqlstate: '42501' })
  })

  test('the catalogue is changed by super admins, the blog by staff', async () => {
    const sell = (person: Claims) => run(person, `update products set active = true returning id`)
    expect(await sell(people.super_admin)).toHaveLength(1)
    for (const other of [people.admin, people.owner]) expect(await sell(other)).toHaveLength(0)
    const publish = (person: Claims) =>
      run(person, `insert into posts (title, slug) values ('News', 'news-' || md5(random()::text))`)
    await publish(people.admin)
    expect(await refusal(publish(people.owner))).toMatchObject({ sqlstate: '42501' })
  })

  test('an owner closes a team, and nobody their personal organisation', async () => {
    const close = (person: Claims, id: string) =>
      run(person, 'delete from organizations where id = $1 returning id', [id])
    const own = await addTeam(db, people.user)
    expect(await close(people.owner, own)).toHaveLength(0)
    expect(await close(people.user, people.user.personal)).toHaveLength(0)
    expect(await close(people.user, own)).toHaveLength(1)
    const kept = await db.query(`select action from audit_logs where org_id = $1 and action = 'deleted'`, [own])
    expect(kept.length).toBeGreaterThan(0)
  })
})

/** At least one row in each table. */
async function fill(db: TestDatabase, team: string, recordType: string, member: TestOwner): Promise<void> {
  const record = randomUUID()
  await db.query('insert into records (id, org_id, record_type_id) values ($1, $2, $3)', [record, team, recordType])
  await db.query(
    `with p as (insert into products (name, plan_name) values ('Pro', 'pro') returning id)
     insert into prices (product_id, unit_amount, currency, type, "interval") select id, 1900, 'eur', 'recurring', 'month' from p`,
  )
  await db.query(`insert into posts (title, slug, status, published_at) values ('Out', 'out', 'published', now())`)
  await db.query(`insert into processed_events (event_id, event_type, org_id) values ('evt_1', 'invoice.paid', $1)`, [
    team,
  ])
  await db.query(`insert into billing_customers (org_id, stripe_customer_id) values ($1, 'cus_1')`, [team])
  await db.query(`insert into notifications_outbox (org_id, event) values ($1, 'member.invited')`, [team])
  await db.query(
    `insert into schedules (org_id, name, frequency, next_run_at) values ($1, 'Report', 'weekly', now() + interval '1 day')`,
    [team],
  )
  await db.query(`insert into reminders (org_id, title, due_at) values ($1, 'Call', now())`, [team])
  await db.query(
    `insert into attachments (org_id, record_id, file_name, storage_path, mime_type, size_bytes)
     values ($1, $2, 'a.pdf', 'x/a.pdf', 'application/pdf', 1)`,
    [team, record],
  )
  const month = `date_trunc('month', now(), 'UTC')`
  await db.query(`insert into usage_events (org_id, user_id, event_type) values ($1, $2, 'user_active')`, [
    team,
    member.sub,
  ])
  await db.query(
    `insert into usage_aggregations (org_id, user_id, event_type, period_type, period_start, period_end, total, event_count)
     values ($1, $2, 'user_active', 'monthly', ${month}, ${month} + interval '31 days', 1, 1)`,
    [team, member.sub],
  )
  await db.query(
    `insert into idempotency_keys (key, user_id, method, path, request_hash) values ('key-12345', $1, 'POST', '/', $2)`,
    [member.sub, 'a'.repeat(64)],
  )
  await db.query(
    `insert into rate_limits (bucket_key, window_start, window_seconds) values ('api', now() - interval '2 days', 60)`,
  )
}
