import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SavedView } from '#shared/contract/views.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let marie: TestEngine
let karim: TestEngine
/** The super admin of the three. */
let elise: TestEngine

async function openAs(name: string): Promise<TestEngine> {
  const engine = await openTestEngine({ background: false })
  const account = cloud.accounts.find(({ email }) => email.startsWith(name))
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
  return engine
}

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  marie = await openAs('marie')
  karim = await openAs('karim')
  elise = await openAs('elise')
})
afterAll(async () => {
  for (const engine of [marie, karim, elise]) await engine.close()
  await cloud.stop()
})

const view: SavedView = {
  id: randomUUID(),
  name: 'New ones',
  relation: 'public.dossiers',
  filter: { all: [{ column: 'status', is: 'one_of', values: ['NEW'] }] },
  sort: [{ column: 'created_at', direction: 'desc' }],
  columns: ['reference', 'status'],
}
const list = async (engine: TestEngine) => (await engine.api.views.list({ workspace })).views
const sync = (engine: TestEngine) => engine.api.sync.now({ workspace })
const onServer = () => cloud.sql<{ name: string }>('select name from public.console_views order by name')

test('a view that is shared offline is on the server with the next sync, and in front of every colleague after theirs', async () => {
  await marie.api.views.save({ workspace, view, shared: true })
  expect(await list(marie)).toEqual([{ ...view, shared: true, own: true }])
  expect(await onServer()).toEqual([])
  await sync(marie)
  expect(await onServer()).toEqual([{ name: 'New ones' }])
  expect(await list(karim)).toEqual([])
  await sync(karim)
  expect(await list(karim)).toEqual([{ ...view, shared: true, own: false }])
})

test('it is changed by whoever shares it, and by nobody else', async () => {
  await marie.api.views.save({ workspace, view: { ...view, columns: null }, shared: true })
  await sync(marie)
  await sync(karim)
  expect((await list(karim))[0]?.columns).toBeNull()
  const his = { ...view, name: 'Mine now' }
  await expect(karim.api.views.save({ workspace, view: his, shared: true })).rejects.toMatchObject({ code: 'refused' })
  await expect(karim.api.views.save({ workspace, view: his, shared: false })).rejects.toMatchObject({
    problem: { reason: 'view.not_yours' },
  })
  expect((await list(karim)).map(({ name }) => name)).toEqual(['New ones'])
})

test('kept for oneself again it is gone for the others, with the same address for its owner', async () => {
  await marie.api.views.save({ workspace, view, shared: false })
  expect(await list(marie)).toEqual([{ ...view, shared: false, own: true }])
  await sync(marie)
  await sync(karim)
  expect(await list(karim)).toEqual([])
  await marie.api.views.save({ workspace, view, shared: true })
  expect(await list(marie)).toEqual([{ ...view, shared: true, own: true }])
})

test('a super admin clears up after colleagues', async () => {
  await sync(marie)
  await sync(elise)
  await elise.api.views.remove({ workspace, id: view.id })
  await sync(elise)
  await sync(marie)
  expect(await list(marie)).toEqual([])
  expect(await onServer()).toEqual([])
})

test('a name is taken among those that are shared, not by one’s own', async () => {
  await marie.api.views.save({ workspace, view, shared: false })
  const other = { ...view, id: randomUUID() }
  await marie.api.views.save({ workspace, view: other, shared: true })
  const third = { ...view, id: randomUUID(), name: 'new ones' }
  await expect(marie.api.views.save({ workspace, view: third, shared: true })).rejects.toMatchObject({
    problem: { field: 'view.name', reason: 'view.name_taken' },
  })
})

test('a project without a place for them says so, and one’s own views stay', async () => {
  await cloud.sql('drop table public.console_views')
  await sync(marie)
  const left = await marie.api.views.list({ workspace })
  expect(left).toEqual({ views: [{ ...view, shared: false, own: true }], sharing: false })
  await expect(marie.api.views.save({ workspace, view, shared: true })).rejects.toMatchObject({
    problem: { reason: 'view.no_place' },
  })
  expect(await list(marie)).toEqual([{ ...view, shared: false, own: true }])
})
