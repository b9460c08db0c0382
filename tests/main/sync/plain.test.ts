import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { filmShop } from '#tests/support/film-shop.ts'
import { type PlainCloud, startPlainCloud } from '#tests/support/plain-cloud.ts'

const workspace = 'shop'
let cloud: PlainCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startPlainCloud(filmShop)
})
afterAll(() => cloud.stop())
beforeEach(async () => {
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'plain', url: cloud.url, key: cloud.key })
  await engine.api.session.signIn({ workspace, email: cloud.email, password: cloud.password })
  await engine.api.sync.now({ workspace })
})
afterEach(() => engine.close())

const read = async (sql: string) => (await engine.api.tools.read({ workspace, sql })).rows
const submit = (request: Request) => engine.api.entries.submit({ workspace, request })
const offline = (on: boolean) => engine.api.sync.workOffline({ workspace, on })
const now = () => engine.api.sync.now({ workspace })

test('a project that no manifest knows is here whole: every table, type, view, function and comment', async () => {
  for (const query of [
    'select json_agg(f order by id)::text from films f',
    'select json_agg(l order by id)::text from film_list l',
    'select json_agg(r order by film, actor)::text from roles r',
    'select json_agg(c order by id)::text from customers c',
    'select json_agg(p order by id)::text from payments_2026 p',
    'select sum(amount)::text from takings',
    `select obj_description('films'::regclass)`,
    `select col_description('films'::regclass, 7)`,
  ]) {
    const ask = `select md5((${query})) as hash, length((${query})) > 5 as is_there`
    const [there] = await cloud.sql(ask)
    expect(there).toMatchObject({ is_there: true })
    expect(await read(ask), query).toEqual([there])
  }
  const { sound, checks } = await engine.api.tools.doctor({ workspace })
  expect({ sound, schema: checks.find(({ name }) => name === 'schema') }).toMatchObject({
    sound: true,
    schema: { detail: 'as on the server' },
  })
})

test('it is edited offline by its own rules, and ends as the server made it', async () => {
  await offline(true)
  const film = { kind: 'insert', relation: 'public.films' } as const
  await submit({ ...film, values: { title: 'A new one', released: 2020, language: 1, extras: ['one', 'two'] } })
  expect(await read(`select id, half_price, words from films where title = 'A new one'`)).toEqual([
    { id: -1, half_price: '2.4950000000000000', words: "'a':1 'new':2 'one':3" },
  ])
  await expect(submit({ ...film, values: { title: 'Too old', released: 1700, language: 1 } })).rejects.toMatchObject({
    code: 'refused',
  })
  await expect(submit({ ...film, values: { title: 'Free', price: -1, language: 1 } })).rejects.toMatchObject({
    problem: { field: 'price', reason: 'check_violation' },
  })
  await submit({ kind: 'update', relation: 'public.roles', key: { film: 1, actor: 8 }, set: { part: 'Herself' } })
  await submit({ kind: 'delete', relation: 'public.roles', key: { film: 1, actor: 9 } })
  const [payment] = await read(`select id, paid_on::text, customer from payments_2026 order by id limit 1`)
  const key = { id: String(payment?.id), paid_on: String(payment?.paid_on) }
  await submit({ kind: 'update', relation: 'public.payments', key, set: { amount: '99.50' } })
  await submit({ kind: 'call', function: 'raise_prices', args: { by_percent: 10, of_rating: 'adults' } })
  await expect(submit({ kind: 'call', function: 'raise_prices', args: { by_percent: 60 } })).rejects.toMatchObject({
    problem: { field: 'by_percent', reason: 'price.too_much' },
  })
  await offline(false)
  expect(await now()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await cloud.sql(`select id::int, rating::text from public.films where title = 'A new one'`)).toEqual([
    { id: 41, rating: 'all' },
  ])
  expect(await read(`select id from films where title = 'A new one'`)).toEqual([{ id: 41 }])
  expect(await read(`select part from roles where film = 1 order by actor`)).toEqual([
    { part: 'Herself' },
    { part: 'Part 2' },
  ])
  expect(await cloud.sql('select amount from public.payments where id = $1', [key.id])).toEqual([{ amount: '99.50' }])
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
})

test('a trigger that reaches for what only the server has stops no work here, and does its own there', async () => {
  await offline(true)
  const ada = { kind: 'insert', relation: 'public.actors', values: { id: '100', name: 'Ada' } } as const
  await submit(ada)
  await submit({ kind: 'update', relation: 'public.actors', key: { id: 1 }, set: { name: 'Grace' } })
  expect(await read(`select name from actors where id in (1, 100) order by id`)).toEqual([
    { name: 'Grace' },
    { name: 'Ada' },
  ])
  const schema = async () => {
    const { checks } = await engine.api.tools.doctor({ workspace })
    return checks.find(({ name }) => name === 'schema')?.detail
  }
  expect(await schema()).toContain('tell_warehouse()')
  await offline(false)
  expect(await now()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await cloud.sql(`select what from warehouse.orders where what ~ 'Ada|Grace' order by what`)).toEqual([
    { what: 'label for Ada' },
    { what: 'label for Grace' },
  ])
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
})

test('a function that reaches for it is left to the server, and says so', async () => {
  await offline(true)
  await submit({ kind: 'call', function: 'reprint', args: { film_id: 2 } })
  expect(await engine.api.outbox.list({ workspace })).toMatchObject({
    entries: [{ leftToServer: true, state: 'pending' }],
  })
  await offline(false)
  expect(await now()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await read('select title from films where id = 2')).toEqual([{ title: 'Film 2 (reprinted)' }])
  expect(await cloud.sql(`select what from warehouse.orders where what like 'cover%'`)).toEqual([
    { what: 'cover of 2' },
  ])
  const wrong = { kind: 'call', function: 'reprint', args: { film: 2 } } as const
  await expect(submit(wrong)).rejects.toMatchObject({ code: 'refused', problem: { reason: 'unknown_function' } })
  const gone = { kind: 'update', relation: 'public.no_such', key: { id: 1 }, set: { name: 'x' } } as const
  await expect(submit(gone)).rejects.toMatchObject({ code: 'refused', problem: { reason: 'unknown_relation' } })
})

test('what was seen of a record is compared with it, whatever the type of its column', async () => {
  await cloud.migrate(`create table public.samples (
    id integer primary key, flag boolean, large bigint, exact numeric, double double precision, day date, clock time,
    clock_zone timetz, moment timestamp, moment_zone timestamptz, span interval, document jsonb, raw_document json,
    bytes bytea, list text[], numbers numeric[], grid integer[][], rating public.rating, range int4range,
    times tstzrange, address inet, bits bit varying, found tsvector, coins money, letters char(5), words text
  );
  grant all on public.samples to authenticated`)
  await cloud.sql(`insert into public.samples values (1, true, 9223372036854775807, 1.10, 0.1, 'infinity', '24:00:00',
    '12:00:00.123456+05:30', '4713-01-01 00:00:00 BC', '2026-03-29 01:30:00.123456+01', '1 year -2 mons 3 days -04:05:06.7',
    '{"big": 12345678901234567890.000, "none": null}', E'{"b":\t1,\n"a": 2}', '\\x00ff5c', array['a,b', null, '{}'],
    array[1.10, 'NaN'], '{{1,2},{3,4}}', 'all', '[1,5)', '["2026-01-01 00:00+02",)', '10.0.0.1', b'0101', 'a:1', '1234.56', 'ab',
    E'tab\tline\nend')`)
  await now()
  await offline(true)
  const relation = 'public.samples'
  const key = JSON.stringify(['1'])
  const { cells } = await engine.api.record.get({ workspace, relation, key })
  const columns = Object.keys(cells).filter((name) => name !== 'id')
  expect(columns).toHaveLength(25)
  for (const column of columns) {
    const request = { kind: 'update', relation, key: { id: '1' }, set: { [column]: null } } as const
    const id = await engine.api.entries
      .submit({ workspace, request, seen: cells })
      .catch((error: Error) => error.message)
    expect(id, column).toEqual({ id: expect.any(String) })
  }
  await offline(false)
  expect(await now()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  const left = `select count(*)::int as left from samples s, jsonb_each(to_jsonb(s) - 'id') e where e.value <> 'null'`
  expect(await cloud.sql(left)).toEqual([{ left: 0 }])
})
