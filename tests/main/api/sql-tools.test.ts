import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine

const signIn = async (role: string) => {
  const account = cloud.accounts.find((one) => one.role === role)
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
}
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine({ background: false })
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  await signIn('agent')
  await engine.api.sync.now({ workspace })
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

const read = (sql: string, more: object = {}) => engine.api.tools.read({ workspace, sql, ...more })

test('a query gives as many rows as were asked for, and says when there are more', async () => {
  const all = await read('select n from generate_series(1, 1201) n order by n', { limit: 1_201 })
  expect(all.rows.map(({ n }) => n)).toEqual(Array.from({ length: 1_201 }, (_, at) => at + 1))
  expect(all.more).toBe(false)
  const some = await read('select n from generate_series(1, 1201) n order by n', { limit: 1_200 })
  expect({ rows: some.rows.length, more: some.more }).toEqual({ rows: 1_200, more: true })
})

test('a query whose rows never end gives those that were asked for', async () => {
  const endless = 'with recursive n (i) as (select 1 union all select i + 1 from n) select i from n'
  const { rows, more } = await read(endless, { limit: 700 })
  expect({ rows: rows.length, more }).toEqual({ rows: 700, more: true })
})

test('no rows still have columns, and numbers keep every digit', async () => {
  expect((await read('select id, code from products where false')).columns).toEqual(['id', 'code'])
  const { rows } = await read(`select 9007199254740993::bigint as big, 0.10::numeric as exact, null as nothing`)
  expect(rows).toEqual([{ big: '9007199254740993', exact: '0.10', nothing: null }])
})

test.each([
  'explain select 1',
  'show search_path',
  'values (1), (2)',
  '-- what\n/* ever */ (select 1);',
  'table products',
  'select update_rule from (values (1)) v (update_rule)',
])('%j can be asked', async (sql) => {
  expect((await read(sql)).rows.length).toBeGreaterThan(0)
})

test.each([
  'update products set name = name',
  'with gone as (delete from products returning 1) select * from gone',
  'select * into temp kept from products',
  'create table t ()',
])('%j is refused: this only reads', async (sql) => {
  await expect(read(sql)).rejects.toMatchObject({ problem: { code: 'not_allowed', field: 'sql' } })
})

test.each([
  ['select nope from products', 8],
  ['select *\nfrom nowhere', 15],
  ['select 1 1', 10],
  ['explain select nope', 16],
  ['selec 1', 1],
])('what is wrong with %j is said, and where', async (sql, position) => {
  await expect(read(sql)).rejects.toMatchObject({ problem: { code: 'refused', field: 'sql', params: { position } } })
})

test('a query is stopped between two portions of its rows, and the next one runs', async () => {
  const id = randomUUID()
  const reading = read('select repeat(n::text, 100) from generate_series(1, 1000000) n', { limit: 10_000, id })
  const refused = expect(reading).rejects.toMatchObject({ problem: { code: 'cancelled' } })
  await engine.api.tools.stop({ workspace, id })
  await refused
  expect((await read('select 1 as one')).rows).toEqual([{ one: 1 }])
})

const deaf = 'select a + b as n from generate_series(1, 3000) a, generate_series(1, 3000) b order by n'

test('a query that could not be stopped for long is refused before it begins, with how long', async () => {
  await expect(read(deaf, { atAStretch: 5 })).rejects.toMatchObject({
    problem: { code: 'refused', field: 'sql', reason: 'sql.long', params: { seconds: expect.any(Number) } },
  })
  const flowing = deaf.replace('order by n', 'limit 100000')
  expect((await read(flowing, { atAStretch: 5 })).rows).toHaveLength(1_000)
  expect((await read('select n from generate_series(1, 50000) n order by n desc', { atAStretch: 5 })).more).toBe(true)
})

test('of a query that could not be stopped for long, what is wrong is said first, and where', async () => {
  await expect(read(deaf.replace('a + b', 'nope'), { atAStretch: 5 })).rejects.toMatchObject({
    problem: { code: 'refused', params: { position: 8 } },
  })
})

test('what a person has asked is kept for that person, the newest first, each query once', async () => {
  await engine.api.tools.forgetHistory({ workspace })
  await read('select 1', { remember: true })
  await expect(read('select nope', { remember: true })).rejects.toThrow()
  await read('select 1', { remember: true })
  await read('select 2')
  const asked = async () => (await engine.api.tools.history({ workspace })).map(({ sql }) => sql)
  expect(await asked()).toEqual(['select 1', 'select nope'])
  await engine.restart()
  expect(await asked()).toEqual(['select 1', 'select nope'])
  await engine.api.session.signOut({ workspace })
  await expect(asked()).rejects.toMatchObject({ code: 'signed_out' })
  await signIn('super_admin')
  expect(await asked()).toEqual([])
})
