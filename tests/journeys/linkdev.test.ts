import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { workshopId } from '#main/demo/data/linkdev/workshop.ts'
import type { Request } from '#shared/model/entry.ts'
import { linkdev } from '#shared/systems/linkdev/manifest.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

const workspace = 'ld'
let cloud: TestCloud
let network: Network
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ system: 'linkdev', size: 'small', postgres: true })
})
afterAll(() => cloud.stop())

beforeEach(async () => {
  network = await openNetwork(cloud.url)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'linkdev', url: network.url, key: cloud.key })
})
afterEach(async () => {
  await engine.close()
  await network.close()
})

function signIn(role: string) {
  const account = cloud.accounts.find((candidate) => candidate.role === role)
  if (!account) throw new Error(`There is no ${role}.`)
  return engine.api.session.signIn({ workspace, email: account.email, password: account.password })
}

const call = (name: string, args: Record<string, unknown>) =>
  engine.api.entries.submit({
    workspace,
    request: { kind: 'call', function: name, args } as Request,
  })
const here = async (sql: string) => (await engine.api.tools.read({ workspace, sql })).rows
const sync = () => engine.api.sync.now({ workspace })
const auditOf = (action: string) =>
  cloud.sql<{ id: string; actor_type: string; old_values: unknown; new_values: unknown }>(
    "select id, actor_type, old_values, new_values from public.audit_logs where action = $1 and actor_id = $2 and created_at > now() - interval '1 hour' order by created_at",
    [action, 'b0000000-0000-4000-8000-000000000001'],
  )

test('the first sync brings every table as the server has it', async () => {
  await signIn('super_admin')
  await sync()
  const { proof } = await engine.api.sync.status({ workspace })
  const tables = Object.keys(linkdev.tables).filter((name) => !['team_members', 'organization_usage'].includes(name))
  expect(proof).toMatchObject({ mended: [], busy: [] })
  expect(proof?.equal).toEqual(expect.arrayContaining(tables.map((name) => `public.${name}`)))
  expect(await here('select count(*)::int as n from plan_features')).toEqual([{ n: 36 }])
})

test('who is no staff is refused at the door', async () => {
  for (const role of ['owner', 'member', 'viewer']) {
    await expect(signIn(role)).rejects.toMatchObject({ code: 'not_staff' })
  }
  await signIn('admin')
})

test('an invitation, a plan, a feature and seats, decided offline, arrive once, each in the audit log', async () => {
  await signIn('super_admin')
  await sync()
  const [free] = await cloud.sql<{ id: string }>(
    `select o.id from public.organizations o join public.org_subscriptions s on s.org_id = o.id
     where s.plan_name = 'free' and o.is_personal order by o.id limit 1`,
  )
  const inviteId = randomUUID()
  network.cut()
  await call('invite_member', {
    p_org_id: workshopId,
    p_email: 'lucie@example.com',
    p_role: 'viewer',
    p_invite_id: inviteId,
  })
  await call('change_organization_plan', { p_org_id: free?.id, p_from_plan: 'free', p_to_plan: 'pro' })
  await call('set_plan_feature', {
    p_plan: 'pro',
    p_feature: 'max_schedules',
    p_from_value: { limit: 50 },
    p_value: 1,
  })
  await call('change_seats', { p_org_id: workshopId, p_from_seats: 4, p_to_seats: 5 })

  expect(await here(`select status from invites where id = '${inviteId}'`)).toEqual([{ status: 'pending' }])
  expect(
    await here(`select count(*)::int > 0 as over from organisations_over_limit('pro', 'max_schedules', 1)`),
  ).toEqual([{ over: true }])
  const decided = `select id from audit_logs where action in ('member_invited', 'plan_changed', 'plan_feature_changed', 'seats_changed')
    and created_at > now() - interval '1 hour' order by id`
  const localEntries = await here(decided)
  expect(localEntries).toHaveLength(4)
  await expect(call('change_seats', { p_org_id: workshopId, p_from_seats: 5, p_to_seats: 2 })).rejects.toMatchObject({
    code: 'refused',
    problem: { field: 'p_to_seats', reason: 'seats.below_members' },
  })

  network.mend()
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await cloud.sql('select email, role, status from public.invites where id = $1', [inviteId])).toEqual([
    { email: 'lucie@example.com', role: 'viewer', status: 'pending' },
  ])
  expect(await cloud.sql('select plan_name from public.org_subscriptions where org_id = $1', [free?.id])).toEqual([
    { plan_name: 'pro' },
  ])
  expect(await auditOf('plan_feature_changed')).toMatchObject([
    { actor_type: 'staff', old_values: { feature_value: { limit: 50 } }, new_values: { feature_value: { limit: 1 } } },
  ])
  expect(await auditOf('seats_changed')).toMatchObject([{ old_values: { seats: 4 }, new_values: { seats: 5 } }])
  expect(await auditOf('member_invited')).toHaveLength(1)
  expect(await auditOf('plan_changed')).toMatchObject([{ old_values: { plan_name: 'free' } }])
  expect(await here(decided)).toEqual(localEntries)
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('seats that somebody else has changed meanwhile are a conflict, and mine is done on what is there now', async () => {
  const setSeats = (seats: number) =>
    cloud.sql('update public.org_subscriptions set seats = $2 where org_id = $1', [workshopId, seats])
  await setSeats(5)
  await signIn('admin')
  await sync()
  await engine.api.sync.workOffline({ workspace, on: true })
  await call('change_seats', { p_org_id: workshopId, p_from_seats: 5, p_to_seats: 3 })
  await setSeats(4)
  await engine.api.sync.workOffline({ workspace, on: false })
  expect(await sync()).toMatchObject({ conflicts: 1 })
  const [conflict] = await engine.api.conflicts.list({ workspace })
  expect(conflict?.conflict).toMatchObject({
    kind: 'precondition',
    reason: { code: 'seats.changed_meanwhile' },
    current: { seats: 4 },
  })
  await engine.api.conflicts.resolve({ workspace, id: conflict?.id ?? '', take: 'mine' })
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0 })
  expect(await cloud.sql('select seats from public.org_subscriptions where org_id = $1', [workshopId])).toEqual([
    { seats: 3 },
  ])
})
