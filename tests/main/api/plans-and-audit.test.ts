import { afterAll, beforeAll, expect, test } from 'vitest'
import { workshopId } from '#main/demo/data/linkdev/workshop.ts'
import type { Filter } from '#shared/model/filter.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'ld'
let cloud: TestCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ system: 'linkdev', size: 'small' })
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'linkdev', url: cloud.url, key: cloud.key })
  await signIn('super_admin')
  await engine.api.sync.now({ workspace })
  await engine.api.sync.workOffline({ workspace, on: true })
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

async function signIn(role: string) {
  const account = cloud.accounts.find((one) => one.role === role)
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
}

const sql = async <T>(text: string) => (await engine.api.tools.read({ workspace, sql: text })).rows as T[]
const log = (more: object = {}) => engine.api.audit.page({ workspace, limit: 500, ...more })
const setFeature = (plan: string, feature: string, from: unknown, value: unknown) =>
  engine.api.entries.submit({
    workspace,
    request: {
      kind: 'call',
      function: 'set_plan_feature',
      args: { p_plan: plan, p_feature: feature, p_from_value: from as never, p_value: value as never },
    },
  })

test('the matrix has every plan and feature in the order of the database, with limits and switches', async () => {
  const { mayChange, plans, features, cells } = await engine.api.plans.get({ workspace })
  expect(mayChange).toBe(true)
  expect(plans.map(({ name }) => name)).toEqual(['free', 'pro', 'business', 'enterprise'])
  expect(features).toHaveLength(9)
  expect(cells).toHaveLength(36)
  const cell = (plan: string, feature: string) => cells.find((one) => one.plan === plan && one.feature === feature)
  expect(cell('pro', 'max_records')).toMatchObject({ limit: '10000', switches: {}, mark: null })
  expect(cell('enterprise', 'max_mau')).toMatchObject({ limit: '-1' })
  expect(cell('business', 'features')).toMatchObject({ limit: null, switches: { sso: true, custom_contract: false } })
  const [pro] = await sql<{ n: number }>(`select count(*)::int as n from org_subscriptions where plan_name = 'pro'`)
  expect(plans[1]).toMatchObject({ name: 'pro', organizations: pro?.n })
  expect(plans[1]?.prices.length).toBeGreaterThan(0)
})

test('a lowered limit tells beforehand whom it would put over', async () => {
  const over = (limit: number) => engine.api.plans.over({ workspace, plan: 'free', feature: 'max_records', limit })
  expect(await over(-1)).toEqual({ organizations: [], total: 0 })
  const known = await sql<{ id: string; used: string; by: string }>(
    `select org_id as id, used::text, (used - 3)::text as by from organization_usage
     where plan_name = 'free' and feature_key = 'max_records' and used > 3 order by organization_usage.used desc, org_id`,
  )
  expect(known.length).toBeGreaterThan(0)
  const { organizations, total } = await over(3)
  expect(organizations.map(({ id, used, by }) => ({ id, used, by }))).toEqual(known)
  expect(total).toBe(known.length)
})

test('a changed cell is marked, with its value at once, and stands in the log with before and after', async () => {
  const { id } = await setFeature('pro', 'max_records', { limit: 10_000 }, 8_000)
  const { cells } = await engine.api.plans.get({ workspace })
  expect(cells.filter(({ mark }) => mark !== null)).toMatchObject([
    { plan: 'pro', feature: 'max_records', limit: '8000', mark: 'pending' },
  ])
  const [entry] = (await log()).rows
  expect(entry).toMatchObject({
    action: 'plan_feature_changed',
    entityType: 'plan_features',
    feature: { plan: 'pro', feature: 'max_records' },
    changed: ['feature_value'],
    organization: null,
    mark: 'pending',
  })
  expect(await engine.api.audit.get({ workspace, id: entry?.id ?? '' })).toMatchObject({
    before: { feature_value: { limit: 10_000 } },
    after: { feature_value: { limit: 8_000 } },
    actor: { name: 'Inès Marchal' },
  })
  await engine.api.entries.undo({ workspace, id })
  const switches = (await engine.api.plans.get({ workspace })).cells.find(
    ({ plan, feature }) => plan === 'pro' && feature === 'features',
  )?.switches
  const turned = await setFeature('pro', 'features', switches, { ...switches, sso: true })
  expect((await engine.api.plans.get({ workspace })).cells.filter(({ mark }) => mark !== null)).toMatchObject([
    { plan: 'pro', feature: 'features', turned: ['sso'], switches: { sso: true } },
  ])
  await engine.api.entries.undo({ workspace, id: turned.id })
  expect((await engine.api.plans.get({ workspace })).cells.filter(({ mark }) => mark !== null)).toEqual([])
})

test('the log comes newest first, from either end of the index, and oldest first when asked', async () => {
  const all = await sql<{ id: string }>('select id from audit_logs order by created_at desc, id desc')
  const ids = all.map((row) => row.id)
  for (const offset of [0, 5, ids.length - 4]) {
    const { rows, total } = await log({ offset, limit: 4 })
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(offset, offset + 4))
    expect(total).toBe(ids.length)
  }
  const { rows } = await log({ limit: 4, sort: [{ column: 'at', direction: 'asc' }] })
  expect(rows.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 4))
})

test('it is narrowed by who, what, where and when, and searched by names and values', async () => {
  const counted = async (where: string) =>
    (await sql<{ n: number }>(`select count(*)::int as n from audit_logs where ${where}`))[0]?.n
  const daniel = 'b0000000-0000-4000-8000-000000000002'
  const filters: [Filter, string][] = [
    [{ column: 'actor_id', is: 'one_of', values: [daniel] }, `actor_id = '${daniel}'`],
    [{ column: 'action', is: 'one_of', values: ['updated', 'created'] }, `action in ('updated', 'created')`],
    [
      {
        all: [
          { column: 'entity_type', is: 'is', value: 'org_subscriptions' },
          { column: 'created_at', is: 'at_least', value: { ago: 60, unit: 'days' } },
        ],
      },
      `entity_type = 'org_subscriptions' and created_at >= now() - interval '60 days'`,
    ],
    [{ column: 'org_id', is: 'is', value: workshopId }, `org_id = '${workshopId}'`],
  ]
  for (const [filter, where] of filters)
    expect((await log({ filter, limit: 1 })).total, where).toBe(await counted(where))
  const found = await log({ search: 'daniel foster' })
  expect(found.total).toBeGreaterThan(0)
  for (const { actor, organization, subject } of found.rows)
    expect([actor?.name, organization?.name, subject].join()).toContain('Daniel Foster')
  await expect(log({ filter: { column: 'nothing', is: 'empty' } })).rejects.toMatchObject({
    problem: { field: 'filter' },
  })
})

test('its choices are what it holds', async () => {
  const { staff, kinds, actions, tables } = await engine.api.audit.choices({ workspace })
  expect(staff.map(({ name }) => name)).toContain('Daniel Foster')
  const sum = (list: readonly { entries: number }[]) => list.reduce((total, { entries }) => total + entries, 0)
  const { total } = await log({ limit: 1 })
  expect([sum(kinds), sum(actions), sum(tables)]).toEqual([total, total, total])
})

test('values that point to rows are told in words, and an entry that is not here is refused in words', async () => {
  const [member] = await sql<{ id: string; user_id: string; name: string }>(
    `select l.id, u.id as user_id, u.full_name as name from audit_logs l join users u on u.id::text = l.new_values ->> 'user_id'
     where l.entity_type = 'organization_members' and l.action = 'created' limit 1`,
  )
  const { labels, subject } = await engine.api.audit.get({ workspace, id: member?.id ?? '' })
  expect(labels.user_id).toEqual({ [member?.user_id ?? '']: member?.name })
  expect(subject).toBe(member?.name)
  const nowhere = '00000000-0000-4000-8000-00000000dead'
  await expect(engine.api.audit.get({ workspace, id: nowhere })).rejects.toMatchObject({ code: 'not_found' })
})

test('an admin sees the matrix, and that a super admin changes it', async () => {
  await engine.api.sync.workOffline({ workspace, on: false })
  await engine.api.session.signOut({ workspace })
  await signIn('admin')
  await engine.api.sync.now({ workspace })
  expect(await engine.api.plans.get({ workspace })).toMatchObject({ mayChange: false })
  await expect(setFeature('pro', 'max_records', { limit: 10_000 }, 8_000)).rejects.toMatchObject({
    problem: { reason: 'super_admin_only' },
  })
})
