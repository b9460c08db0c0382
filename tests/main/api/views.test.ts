import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Journal } from '#main/journal/journal.ts'
import type { ListedView, SavedView } from '#shared/contract/views.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine

const signIn = async (role: string) => {
  const account = cloud.accounts.find((one) => one.role === role)
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
}

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine({ background: false })
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  await signIn('agent')
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

const aView = (more: Partial<SavedView> = {}): SavedView => ({
  id: randomUUID(),
  name: 'New ones',
  relation: 'public.dossiers',
  filter: { column: 'status', is: 'one_of', values: ['NEW'] },
  sort: [{ column: 'created_at', direction: 'desc' }],
  columns: ['reference', 'status'],
  ...more,
})
const bare = ({ views }: { views: ListedView[] }) => views.map(({ own: _, shared: __, ...view }) => view)
const list = async () => bare(await engine.api.views.list({ workspace }))
const save = (view: SavedView) => engine.api.views.save({ workspace, view, shared: false })
const clear = async () => {
  for (const { id } of await list()) await engine.api.views.remove({ workspace, id })
}

test('a view is kept as it was saved, through a restart, and told to every screen', async () => {
  const view = aView()
  await save({ ...view, name: '  New ones ' })
  expect(engine.events).toContainEqual({ event: 'viewsChanged', workspace })
  await engine.restart()
  expect(await list()).toEqual([view])
  await clear()
})

test('saving again replaces a view; the list comes in the order of the names', async () => {
  const [zoe, elan] = [aView({ name: 'Zoé' }), aView({ name: 'Élan' })]
  await save(zoe)
  await save(elan)
  await save({ ...zoe, name: 'Avant', columns: null })
  expect(await list()).toEqual([{ ...zoe, name: 'Avant', columns: null }, elan])
  await clear()
})

test('a name that the person has given already, whatever its case and accents, is refused on the name', async () => {
  await save(aView({ name: 'Élan' }))
  await expect(save(aView({ name: 'elan' }))).rejects.toMatchObject({
    problem: { code: 'bad_request', field: 'view.name', reason: 'view.name_taken' },
  })
  expect(await list()).toHaveLength(1)
  await clear()
})

const misfits: [string, Partial<SavedView>, object][] = [
  ['a table that is not there', { relation: 'public.nothing' }, { code: 'not_found', field: 'relation' }],
  ['a condition on no column', { filter: { column: 'x', is: 'empty' } }, { code: 'bad_request', field: 'filter' }],
  ['an order by no column', { sort: [{ column: 'x', direction: 'asc' }] }, { code: 'bad_request', field: 'view.sort' }],
  ['a column that is not there', { columns: ['x'] }, { code: 'bad_request', field: 'view.columns' }],
  ['no name', { name: '  ' }, { code: 'bad_request', field: 'view.name' }],
  ['what is no filter', { filter: { column: 'status', is: 'like' } as never }, { code: 'bad_request' }],
]
test.each(misfits)('%s is refused, and nothing is kept', async (_, more, problem) => {
  await expect(save(aView(more))).rejects.toMatchObject({ problem })
  expect(await list()).toEqual([])
})

test('a view that was removed comes back as it was, also when its table is gone by then', async () => {
  const gone = aView({ name: 'Gone', relation: 'public.nothing', columns: ['x'] })
  const person = (await engine.api.session.current({ workspace })).person?.id
  const newer = { id: randomUUID(), name: 'From a newer console', shape: 'map' }
  await engine.whileClosed(() => {
    const journal = Journal.open(join(engine.home, 'workspaces', workspace, 'journal.db'))
    journal.setFact(`views ${person}`, JSON.stringify([gone, newer]))
    journal.close()
  })
  expect(await list()).toEqual([gone])
  await save({ ...gone, name: 'Still gone' })
  await engine.api.views.remove({ workspace, id: gone.id })
  await engine.api.views.remove({ workspace, id: gone.id })
  expect(await list()).toEqual([])
  expect(bare(await save(gone))).toEqual([gone])
  await clear()
  await engine.whileClosed(() => {
    const journal = Journal.open(join(engine.home, 'workspaces', workspace, 'journal.db'))
    expect(journal.fact(`views ${person}`)).toContain('From a newer console')
    journal.close()
  })
})

test('nobody sees the views of another person, nor without a person', async () => {
  await save(aView({ name: 'Of the agent' }))
  await engine.api.session.signOut({ workspace })
  await expect(list()).rejects.toMatchObject({ problem: { code: 'signed_out' } })
  await signIn('super_admin')
  expect(await list()).toEqual([])
  await engine.api.session.signOut({ workspace })
  await signIn('agent')
  expect((await list()).map(({ name }) => name)).toEqual(['Of the agent'])
})

test('a column that leads to an account can be compared with “me”; no other can', async () => {
  const { relations } = await engine.api.catalogue.get({ workspace })
  const accounts = relations
    .filter(({ relation }) => ['public.dossiers', 'public.agents'].includes(relation))
    .flatMap(({ relation, columns }) =>
      columns.filter(({ account }) => account).map(({ name }) => `${relation}.${name}`),
    )
  expect(accounts.toSorted()).toEqual(['public.agents.id', 'public.dossiers.assigned_to', 'public.dossiers.user_id'])
})

test('in one box no table hides the others, and each says how many rows it has', async () => {
  const { hits, rows, more } = await engine.api.search.everything({ workspace, text: 'dossier', each: 2 })
  const shown = Map.groupBy(hits, ({ relation }) => relation)
  expect(shown.size).toBeGreaterThan(1)
  expect(Math.max(...[...shown.values()].map(({ length }) => length))).toBe(2)
  expect(more).toBe(true)
  expect(Object.keys(rows).toSorted()).toEqual([...shown.keys()].toSorted())
  for (const [relation, counted] of Object.entries(rows)) {
    const { total } = await engine.api.rows.page({ workspace, relation, search: 'dossier', limit: 1 })
    expect([relation, counted]).toEqual([relation, total])
  }
})
