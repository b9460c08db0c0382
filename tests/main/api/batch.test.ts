import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BatchWork } from '#shared/contract/batch.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  const account = cloud.accounts.find(({ role }) => role === 'super_admin')
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
  await engine.api.sync.workOffline({ workspace, on: true })
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

const input = (relation: string, work: object) => ({
  workspace,
  id: randomUUID(),
  relation: `public.${relation}`,
  work: work as BatchWork,
})
const preview = (relation: string, work: object) => engine.api.batch.preview(input(relation, work))
const apply = (relation: string, work: object) => engine.api.batch.apply(input(relation, work))
const all = { keys: null, filter: null, search: '' }
const sql = async <T>(text: string) => (await engine.api.tools.read({ workspace, sql: text })).rows as T[]
const open = async () => (await engine.api.outbox.list({ workspace, limit: 500 })).entries
const clients = () =>
  sql<{ id: string; full_name: string; country: string | null; phone: string | null }>(
    'select id, full_name, country, phone from public.profiles order by id',
  )
const keyOf = ({ id }: { readonly id: string }) => JSON.stringify([id])

test('a preview says what would become of each row, and leaves nothing behind', async () => {
  const before = await clients()
  const other = before.filter(({ country }) => country !== 'FR')
  const tried = await preview('profiles', { kind: 'set', rows: all, column: 'country', value: 'FR' })
  expect(tried).toMatchObject({
    total: before.length,
    changing: other.length,
    unchanged: before.length - other.length,
    refusedTotal: 0,
  })
  const [first] = tried.first
  expect(first?.title).toBe(before.find((row) => keyOf(row) === first?.key)?.full_name)
  expect(first?.changes).toContainEqual({
    column: 'country',
    before: before.find((row) => keyOf(row) === first?.key)?.country ?? null,
    after: 'FR',
  })
  expect(await clients()).toEqual(before)
  expect(await open()).toEqual([])
})

test('a preview names the rows that the mirror’s own rules refuse, with the reason', async () => {
  const tried = await preview('profiles', { kind: 'set', rows: all, column: 'country', value: 'France' })
  expect(tried.changing).toBe(0)
  expect(tried.refusedTotal).toBe((await clients()).length)
  expect(tried.refused[0]?.problem).toMatchObject({
    code: 'refused',
    reason: 'check_violation',
    field: 'country',
  })
  const forbidden = await preview('profiles', { kind: 'set', rows: all, column: 'email', value: 'a@b.example' })
  expect(forbidden.refused[0]?.problem).toMatchObject({ code: 'refused', reason: 'not_allowed' })
})

test('rows are decided one by one, as an entry each, and taken back together', async () => {
  const before = await clients()
  const rows = { ...all, keys: before.slice(0, 5).map(keyOf) }
  const done = await apply('profiles', { kind: 'set', rows, column: 'phone', value: '+33 1 00 00 00 00' })
  expect(done).toMatchObject({ unchanged: 0, refusedTotal: 0, stopped: false })
  expect(done.saved.map(({ key }) => key)).toEqual(rows.keys)
  const entries = await open()
  expect(entries.map(({ id }) => id)).toEqual(done.saved.map(({ entry }) => entry))
  expect(entries.every(({ undoMs }) => undoMs > 0)).toBe(true)
  expect((await clients()).slice(0, 5).map(({ phone }) => phone)).toEqual(Array(5).fill('+33 1 00 00 00 00'))

  const undone = await engine.api.batch.undo({ workspace, entries: done.saved.map(({ entry }) => entry) })
  expect(undone).toEqual({ undone: 5, late: 0 })
  expect(await clients()).toEqual(before)
  expect(await open()).toEqual([])
})

test('cells are saved row by row; a refused one holds back no other, and says why on its field', async () => {
  const [one, two, three] = await clients()
  if (!one || !two || !three) throw new Error('There are too few clients.')
  const cells = {
    kind: 'cells',
    rows: [
      { key: keyOf(one), set: { phone: '1' }, seen: { phone: one.phone } },
      { key: keyOf(two), set: { full_name: null }, seen: { full_name: two.full_name } },
      { key: keyOf(three), set: { phone: '3', country: 'BE' }, seen: { phone: three.phone, country: three.country } },
    ],
  }
  const tried = await preview('profiles', cells)
  expect(tried).toMatchObject({ total: 3, changing: 2, refusedTotal: 1 })
  expect(tried.refused[0]).toMatchObject({ key: keyOf(two), title: two.full_name, problem: { field: 'full_name' } })
  const done = await apply('profiles', cells)
  expect(done.saved.map(({ key }) => key)).toEqual([keyOf(one), keyOf(three)])
  expect(done.refused.map(({ key }) => key)).toEqual([keyOf(two)])
  expect((await open()).map(({ operation }) => operation)).toMatchObject([
    { kind: 'update', set: { phone: '1' } },
    { kind: 'update', set: { phone: '3', country: 'BE' } },
  ])
  await engine.api.batch.undo({ workspace, entries: done.saved.map(({ entry }) => entry) })
})

test('a cell that somebody else has changed since it was seen is not written over', async () => {
  const [one] = await clients()
  if (!one) throw new Error('There are no clients.')
  const stale = { kind: 'cells', rows: [{ key: keyOf(one), set: { phone: '1' }, seen: { phone: 'as it was' } }] }
  for (const answer of [await preview('profiles', stale), await apply('profiles', stale)]) {
    expect(answer.refused).toMatchObject([
      { key: keyOf(one), problem: { code: 'conflict', reason: 'row.update_update' }, now: { phone: one.phone } },
    ])
  }
  expect(await open()).toEqual([])
})

test('a deletion of several rows counts what goes with them, and what still stands in the way', async () => {
  const types = await sql<{ id: string; used: number }>(
    `select t.id, (select count(*)::int from public.documents d where d.document_type_id = t.id) as used
     from public.document_types t order by used desc limit 2`,
  )
  const rows = { ...all, keys: types.map(keyOf) }
  const tried = await preview('document_types', { kind: 'delete', rows })
  const used = tried.consequences.find(({ relation }) => relation === 'public.documents')
  expect(used).toMatchObject({ effect: 'refused', rows: types.reduce((sum, type) => sum + type.used, 0) })
  expect(tried.refused.map(({ key }) => key)).toEqual(types.filter((type) => type.used > 0).map(keyOf))
})

test('an action is called on each row that it is offered on, with what the row fills in', async () => {
  const [dossier] = await sql<{ id: string; assigned_to: string | null }>(
    'select id, assigned_to from public.dossiers where assigned_to is not null order by id limit 1',
  )
  if (!dossier) throw new Error('No dossier is held by anybody.')
  const [agent] = await sql<{ id: string }>(
    `select id from public.agents where is_active and id <> '${dossier.assigned_to}' limit 1`,
  )
  const rows = { ...all, keys: [keyOf(dossier)] }
  const work = { kind: 'call', rows, function: 'assign_dossier', args: { p_agent_id: agent?.id } }
  const tried = await preview('dossiers', work)
  expect(tried.first[0]?.changes).toContainEqual({
    column: 'assigned_to',
    before: dossier.assigned_to,
    after: agent?.id,
  })
  const done = await apply('dossiers', work)
  expect((await open())[0]?.operation).toMatchObject({
    kind: 'call',
    args: { p_dossier_id: dossier.id, p_from_agent_id: dossier.assigned_to, p_agent_id: agent?.id },
  })
  await engine.api.batch.undo({ workspace, entries: done.saved.map(({ entry }) => entry) })

  const products = await sql<{ id: string; is_active: boolean }>('select id, is_active from public.products')
  const links = await preview('products', {
    kind: 'call',
    rows: all,
    function: 'create_payment_link',
    args: { p_prospect_email: 'nobody@example.com' },
  })
  const closed = products.filter((product) => !product.is_active)
  expect(links.changing).toBe(products.length - closed.length)
  expect(links.refused.map(({ problem }) => problem.reason)).toEqual(closed.map(() => 'batch.not_offered'))
})

test('it is told how far a batch is, and a stopped one leaves the rest as it is', async () => {
  const rows = await clients()
  const stopped = input('profiles', { kind: 'set', rows: all, column: 'phone', value: 'stopped' })
  const running = engine.api.batch.apply(stopped)
  const isUnderWay = () => engine.events.some((event) => event.event === 'batchProgress' && event.id === stopped.id)
  while (!isUnderWay()) await setImmediate()
  await engine.api.batch.stop({ id: stopped.id })
  const done = await running
  const changed = (await clients()).filter(({ phone }) => phone === 'stopped').length
  expect(done.stopped).toBe(true)
  expect(changed).toBe(done.saved.length)
  expect(changed).toBeLessThan(rows.length)
  const whole = input('profiles', { kind: 'set', rows: all, column: 'phone', value: 'stopped' })
  const rest = await engine.api.batch.apply(whole)
  expect(rest).toMatchObject({ unchanged: changed, stopped: false })
  const last = { event: 'batchProgress', id: whole.id, done: rows.length, total: rows.length }
  expect(engine.events).toContainEqual(last)
  const entries = [...done.saved, ...rest.saved].map(({ entry }) => entry)
  expect(await engine.api.batch.undo({ workspace, entries })).toEqual({ undone: rows.length, late: 0 })
})

test('what can’t be meant is refused in words, on its field', async () => {
  const refused = (relation: string, work: object) => preview(relation, work).catch((error) => error.problem)
  expect(await refused('profiles', { kind: 'set', rows: all, column: 'nothing', value: '1' })).toMatchObject({
    code: 'bad_request',
    field: 'work.column',
  })
  expect(await refused('pending_reviews', { kind: 'delete', rows: all })).toMatchObject({ reason: 'batch.no_key' })
  expect(await refused('products', { kind: 'call', rows: all, function: 'assign_dossier', args: {} })).toMatchObject({
    code: 'bad_request',
    field: 'work.function',
  })
  expect(await refused('profiles', { kind: 'delete', rows: { ...all, keys: ['["a","b"]'] } })).toMatchObject({
    code: 'bad_request',
    field: 'key',
  })
})
