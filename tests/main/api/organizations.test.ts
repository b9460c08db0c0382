import { afterAll, beforeAll, expect, test } from 'vitest'
import { workshopId } from '#main/demo/data/linkdev/workshop.ts'
import type { Request } from '#shared/model/entry.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'ld'
let cloud: TestCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ system: 'linkdev', size: 'small' })
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'linkdev', url: cloud.url, key: cloud.key })
  const account = cloud.accounts.find(({ role }) => role === 'super_admin')
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
  await engine.api.sync.workOffline({ workspace, on: true })
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

const page = (more: object = {}) => engine.api.organizations.page({ workspace, limit: 500, ...more })
const workshop = () => engine.api.organizations.get({ workspace, id: workshopId })
const preview = (plan: string, seats: number | null = null) =>
  engine.api.organizations.preview({ workspace, id: workshopId, plan, seats })
const sql = async <T>(text: string) => (await engine.api.tools.read({ workspace, sql: text })).rows as T[]
const one = async <T>(text: string) => (await sql<T>(text))[0] as T
const call = (name: string, args: object) =>
  engine.api.entries.submit({ workspace, request: { kind: 'call', function: name, args } as Request })

/** Takes a decision for as long as something is looked at. */
async function decided(name: string, args: object, look: () => Promise<void>) {
  const { id } = await call(name, args)
  try {
    await look()
  } finally {
    await engine.api.entries.undo({ workspace, id })
  }
}

test('a row says the plan, the seats that are taken, and the limit that is nearest', async () => {
  const { rows, total } = await page()
  expect({ total }).toEqual(await one('select count(*)::int as total from organizations'))
  const { compare } = new Intl.Collator('fr')
  expect(rows.map(({ name }) => name)).toEqual(rows.map(({ name }) => name).toSorted(compare))
  for (const row of rows) {
    const known = await one(`
      select s.plan_name as plan, s.status, s.seats,
        (select count(*) from organization_members where org_id = s.org_id)::int
          + (select count(*) from invites where org_id = s.org_id and status = 'pending' and expires_at > now())::int as taken,
        (select max(percent) from organization_usage u where u.org_id = s.org_id and feature_key <> 'max_seats') as percent
      from org_subscriptions s where s.org_id = '${row.id}'`)
    const { plan, status, seats, taken, nearest } = row
    const percent = nearest === null ? null : nearest.percent
    expect({ plan, status, seats, taken, percent: Number(percent) }).toEqual({
      ...(known as object),
      percent: Number((known as { percent: unknown }).percent),
    })
  }
})

test('every window shows the rows that stand there', async () => {
  const all = (await page({ sort: [{ column: 'createdAt', direction: 'desc' }] })).rows.map(({ id }) => id)
  for (const offset of [0, 3, all.length - 1, all.length]) {
    const { rows } = await page({ offset, limit: 2, sort: [{ column: 'createdAt', direction: 'desc' }] })
    expect(rows.map(({ id }) => id)).toEqual(all.slice(offset, offset + 2))
  }
})

test('it is searched by the words of the organisation and of its owner, and narrowed', async () => {
  expect((await page({ search: 'solene solstice' })).rows.map(({ id }) => id)).toContain(workshopId)
  expect((await page({ search: 'no-such-name' })).total).toBe(0)
  const counted = async (where: string) =>
    (
      await one<{
        n: number
      }>(`select count(*)::int as n from organizations o join org_subscriptions s on s.org_id = o.id
      where ${where}`)
    ).n
  expect((await page({ plans: ['pro', 'free'] })).total).toBe(await counted(`s.plan_name in ('pro', 'free')`))
  expect((await page({ statuses: ['active'] })).total).toBe(await counted(`s.status = 'active'`))
  expect((await page({ teams: true })).total).toBe(await counted('not o.is_personal'))
  const pressed = await page({ pressed: true })
  expect(pressed.total).toBe(
    await counted(`exists (select from organization_usage u where u.org_id = o.id and u.feature_key <> 'max_seats'
      and u.allowed <> -1 and (u.percent >= 90 or u.used > u.allowed))`),
  )
  for (const { nearest } of pressed.rows) expect(nearest?.stands).not.toBe('fine')
})

test('a larger plan comes after a smaller one', async () => {
  const { rows } = await page({ sort: [{ column: 'plan', direction: 'asc' }] })
  const places = rows.map(({ plan }) => ['free', 'pro', 'business', 'enterprise'].indexOf(plan ?? ''))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('one organisation has its members, what its plan allows, what it uses, and its log', async () => {
  const found = await workshop()
  const members = await sql<{ email: string; role: string }>(
    `select u.email, m.role from organization_members m join users u on u.id = m.user_id where m.org_id = '${workshopId}'`,
  )
  expect(found.members.map(({ email, role }) => ({ email, role }))).toEqual(expect.arrayContaining(members))
  expect(found.members).toHaveLength(members.length)
  expect(found.members[0]?.role).toBe('owner')
  const usage = await sql(`
    select feature_key as feature, trim_scale(used)::text as used, allowed::text
    from organization_usage where org_id = '${workshopId}'`)
  expect(found.usage.map(({ feature, used, allowed }) => ({ feature, used, allowed }))).toEqual(
    expect.arrayContaining(usage),
  )
  expect(found.switches.length).toBeGreaterThan(0)
  const newest = await sql<{ id: string }>(
    `select id from audit_logs where org_id = '${workshopId}' order by created_at desc, id desc limit 15`,
  )
  expect(found.log.map(({ id }) => id)).toEqual(newest.map(({ id }) => id))
})

test('what was decided here is marked where it shows', async () => {
  const { members } = await workshop()
  const other = members.find(({ role }) => role === 'member')
  const args = { p_org_id: workshopId, p_user_id: other?.userId, p_from_role: 'member', p_to_role: 'viewer' }
  await decided('change_member_role', args, async () => {
    const { members: after, mark, log } = await workshop()
    expect(mark).toBe('pending')
    expect(after.find(({ userId }) => userId === other?.userId)).toMatchObject({ role: 'viewer', mark: 'pending' })
    expect(after.filter((member) => member.mark !== null)).toHaveLength(1)
    expect(log[0]).toMatchObject({ action: 'member_role_changed', mark: 'pending', subject: other?.name })
  })
  const invitation = { p_org_id: workshopId, p_email: 'lucie@example.com', p_role: 'viewer' }
  await decided('invite_member', invitation, async () => {
    const found = (await workshop()).invites.find(({ email }) => email === 'lucie@example.com')
    expect(found).toMatchObject({ role: 'viewer', lapsed: false, mark: 'pending' })
  })
})

test('a change is tried by the database’s own rules, and nothing of it stays', async () => {
  const before = await workshop()
  const seats = before.subscription?.seats ?? 0
  const tried = await preview('enterprise')
  expect(tried).toMatchObject({ refused: null, after: { plan: 'enterprise', seats, status: 'active' }, lost: [] })
  expect(tried.gained).toContain('custom_contract')
  for (const { allowed, change, stands } of tried.limits)
    expect({ allowed, change, stands }).toEqual({ allowed: '-1', change: 'more', stands: 'fine' })
  expect(await workshop()).toEqual(before)
  expect((await engine.api.outbox.list({ workspace })).entries.map(({ subject }) => subject.plan)).not.toContain(
    'enterprise',
  )
})

test('a change that the rules refuse says so on its field, and still what the plan would mean', async () => {
  const free = await preview('free')
  expect(free).toMatchObject({ after: null, refused: { reason: 'plan.too_many_members', field: 'p_to_plan' } })
  expect(free.limits.find(({ feature }) => feature === 'max_seats')).toMatchObject({
    allowed: '1',
    change: 'less',
    stands: 'over',
  })
  expect(free.lost).toContain('api_access')
  expect((await preview('enterprise', 1)).refused).toMatchObject({ reason: 'seats.below_members', field: 'p_seats' })
  const { subscription } = await workshop()
  const { plan = '', seats = 0 } = subscription ?? {}
  expect((await preview(plan, seats)).refused).toMatchObject({ reason: 'seats.unchanged', field: 'p_to_seats' })
  expect((await preview('no-such-plan')).refused).toMatchObject({ reason: 'plan.unknown' })
})

test('what is not there is refused in words', async () => {
  const id = '00000000-0000-4000-8000-00000000dead'
  await expect(engine.api.organizations.get({ workspace, id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(engine.api.organizations.preview({ workspace, id, plan: 'pro', seats: 1 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(engine.api.review.queue({ workspace })).rejects.toMatchObject({
    code: 'not_found',
    problem: { field: 'workspace' },
  })
  await expect(preview('pro', 1.5)).rejects.toMatchObject({ code: 'bad_request', problem: { field: 'seats' } })
})
