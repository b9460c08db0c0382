import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import type { Scope } from '#shared/model/scope.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

const workspace = 'pv'
const MESSAGES = 'public.messages'
const PROFILES = 'public.profiles'
const STEPS = 'public.steps'
const DAY = 86_400_000
let cloud: TestCloud
let network: Network
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
})
beforeAll(async () => {
  network = await openNetwork(cloud.url)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: network.url, key: cloud.key })
  const boss = cloud.accounts.find(({ role }) => role === 'super_admin')
  await engine.api.session.signIn({ workspace, email: boss?.email ?? '', password: boss?.password ?? '' })
  await sync()
})
afterAll(async () => {
  await engine.close()
  await network.close()
  await cloud.stop()
})

/** Every test finds everything kept, and sent. */
afterEach(async () => {
  vi.useRealTimers()
  network.mend()
  await offline(false)
  for (const relation of [MESSAGES, PROFILES, STEPS]) await keep(relation, 'all')
})

const sync = () => engine.api.sync.now({ workspace })
const keep = (relation: string, scope: Scope) => engine.api.scopes.set({ workspace, relation, scope })
const offline = (on: boolean) => engine.api.sync.workOffline({ workspace, on })
const submit = (request: Request) => engine.api.entries.submit({ workspace, request })

async function scopeOf(relation: string) {
  const { tables } = await engine.api.scopes.list({ workspace })
  const table = tables.find((candidate) => candidate.relation === relation)
  if (!table) throw new Error(`There is no ${relation}.`)
  return table
}

async function read<T>(sql: string): Promise<T[]> {
  return (await engine.api.tools.read({ workspace, sql })).rows as T[]
}

const bodies = async (where = 'true') =>
  (await read<{ body: string }>(`select body from messages where ${where} order by id`)).map(({ body }) => body)

/** Rows of a table on the server, from a moment on. */
async function onServer(relation: string, from = '-infinity'): Promise<number> {
  const [row] = await cloud.sql<{ n: number }>(`select count(*)::int as n from ${relation} where created_at >= $1`, [
    from,
  ])
  return row?.n ?? 0
}

/** Everything that is kept is as the server has it. */
async function isEqual() {
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
}

async function isSound() {
  const { sound, checks } = await engine.api.tools.doctor({ workspace })
  expect(sound, JSON.stringify(checks)).toBe(true)
}

/** Days back that leave some messages on both sides. */
async function middle(): Promise<number> {
  const [row] = await cloud.sql<{ days: number }>(
    `select ceil(extract(epoch from percentile_cont(0.5) within group (order by now() - created_at)) / 86400)::int as days
     from public.messages`,
  )
  return row?.days ?? 0
}

test('less of a table goes at once, with no network; more of it is only what was missing; the rest stays as it is', async () => {
  const all = await onServer(MESSAGES)
  const { rows: before } = await engine.api.sync.status({ workspace })
  network.cut()
  await keep(MESSAGES, 'none')
  expect(await scopeOf(MESSAGES)).toMatchObject({ scope: 'none', chosen: true, waits: false, rows: 0, from: null })
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ rows: before - all, ready: true })
  const days = await middle()
  await keep(MESSAGES, { days, by: 'created_at' })
  expect(await scopeOf(MESSAGES)).toMatchObject({ waits: true, rows: 0 })

  network.mend()
  await sync()
  const window = await scopeOf(MESSAGES)
  const inWindow = await onServer(MESSAGES, window.from ?? '')
  expect([inWindow > 0, inWindow < all]).toEqual([true, true])
  expect(window).toMatchObject({ waits: false, rows: inWindow, onDemand: 0 })
  await isEqual()

  await keep(MESSAGES, 'all')
  expect(await scopeOf(MESSAGES)).toMatchObject({ waits: false, rows: all, from: null })
  expect((await engine.api.sync.status({ workspace })).rows).toBe(before)
  await isEqual()
})

test('the window moves on with the server’s day, whatever this computer’s clock says', async () => {
  const days = await middle()
  await keep(MESSAGES, { days, by: 'created_at' })
  const today = await scopeOf(MESSAGES)
  for (const off of [-DAY, DAY]) {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off })
    await sync()
    expect(await scopeOf(MESSAGES)).toEqual(today)
    vi.useRealTimers()
  }

  // As it was when the window was fixed some days ago.
  const earlier = new Date(Date.parse(today.from ?? '') - 400 * DAY).toISOString()
  await offline(true)
  await engine.tamper(
    join(engine.home, 'workspaces', workspace, 'mirror'),
    `update outpost.facts set value = jsonb_set(value::jsonb, '{public.messages,from}', '"${earlier}"')::text where name = 'scope';
     insert into public.messages (id, dossier_id, sender_type, body, created_at)
     select gen_random_uuid(), id, 'SYSTEM', 'long ago', '${earlier}'::timestamptz + interval '1 day' from public.dossiers limit 1;
     update outpost.facts set value = (value::bigint + 1)::text where name = 'rows'`,
  )
  expect(await bodies(`body = 'long ago'`)).toEqual(['long ago'])
  await sync()
  expect(await scopeOf(MESSAGES)).toEqual(today)
  expect(await bodies(`body = 'long ago'`)).toEqual([])
  await isEqual()
  await isSound()
})

test('a row that was asked for is here as it was then, follows the server, and is never counted as kept', async () => {
  await keep(MESSAGES, 'none')
  const [row] = await cloud.sql<{ id: string; dossier_id: string; body: string }>(
    'select id, dossier_id, body from public.messages order by id limit 1',
  )
  if (!row) throw new Error('There is no message.')
  const ask = () => engine.api.scopes.fetchRow({ workspace, relation: MESSAGES, key: { id: row.id } })
  network.cut()
  expect(await ask()).toEqual({ from: 'offline' })
  network.mend()
  const first = await ask()
  expect(first).toMatchObject({ from: 'fetched', at: expect.any(String) })
  expect(await bodies()).toEqual([row.body])
  network.cut()
  expect(await ask()).toEqual(first)
  network.mend()

  await cloud.sql(`update public.messages set body = 'other words' where id = $1`, [row.id])
  await sync()
  expect(await bodies()).toEqual(['other words'])
  expect(await ask()).not.toEqual(first)
  await cloud.sql('update public.messages set body = $2 where id = $1', [row.id, row.body])

  const related = { workspace, relation: MESSAGES, column: 'dossier_id', value: row.dossier_id }
  const [there] = await cloud.sql<{ n: number }>(
    'select count(*)::int as n from public.messages where dossier_id = $1',
    [row.dossier_id],
  )
  expect(await engine.api.scopes.fetchRelated(related)).toMatchObject({ from: 'fetched', rows: there?.n, more: false })
  expect(await scopeOf(MESSAGES)).toMatchObject({ rows: there?.n, onDemand: there?.n })
  await isEqual()
  await isSound()
  const list = await engine.api.rows.page({ workspace, relation: MESSAGES })
  expect(new Set(list.rows.map(({ mark }) => mark))).toEqual(new Set(['fetched']))

  const gone = randomUUID()
  expect(await engine.api.scopes.fetchRow({ workspace, relation: MESSAGES, key: { id: gone } })).toEqual({
    from: 'nowhere',
  })
  await keep(MESSAGES, 'all')
  expect(await scopeOf(MESSAGES)).toMatchObject({ rows: await onServer(MESSAGES), onDemand: 0 })
  expect(await ask()).toEqual({ from: 'here' })
})

test('a check that would refuse here a row that was asked for keeps it not away, and judges what is decided on it', async () => {
  await keep(PROFILES, 'none')
  // Stands for one that asks for the time: true on the server, false in any mirror.
  await cloud.sql(`alter table public.profiles add constraint not_here check (to_regclass('outpost.facts') is null)`)
  onTestFinished(async () => {
    await cloud.sql('alter table public.profiles drop constraint not_here')
    await sync()
  })
  await sync()
  const [row] = await cloud.sql<{ id: string; full_name: string }>(
    `select id, full_name from public.profiles order by id limit 1`,
  )
  if (!row) throw new Error('There is no profile.')
  const key = { id: row.id }
  const fetched = await engine.api.scopes.fetchRow({ workspace, relation: PROFILES, key })
  expect(fetched).toMatchObject({ from: 'fetched' })
  const here = await read<{ full_name: string }>(`select full_name from profiles where id = '${row.id}'`)
  expect(here).toEqual([{ full_name: row.full_name }])
  const change = submit({ kind: 'update', relation: PROFILES, key, set: { full_name: 'Mine' } })
  await expect(change).rejects.toMatchObject({ problem: { reason: 'check_violation' } })
})

test('rows that were asked for are asked for again when the person may see others, and go when they may not', async () => {
  await keep(MESSAGES, 'none')
  const [row] = await cloud.sql<{ id: string }>('select id from public.messages order by id limit 1')
  const ask = () => engine.api.scopes.fetchRow({ workspace, relation: MESSAGES, key: { id: row?.id ?? '' } })
  await ask()
  const policy = '"closed for now" on public.messages'
  await cloud.sql(`create policy ${policy} as restrictive for select using (true)`)
  await sync()
  expect(await bodies()).toHaveLength(1)
  await cloud.sql(`drop policy ${policy}`)
  await cloud.sql(`create policy ${policy} as restrictive for select using (false)`)
  await sync()
  expect(await bodies()).toEqual([])
  await cloud.sql(`drop policy ${policy}`)
  await sync()
  expect(await scopeOf(MESSAGES)).toMatchObject({ rows: 0, onDemand: 0 })

  expect(await ask()).toMatchObject({ from: 'fetched' })
  await cloud.sql('revoke select on public.messages from authenticated')
  await sync()
  await cloud.sql('grant select on public.messages to authenticated')
  await sync()
  expect(await scopeOf(MESSAGES)).toMatchObject({ rows: 0, onDemand: 0 })
})

test('less and more of a table under pending decisions, a lost mirror too: what they stand on stays, each lands once', async () => {
  const [person] = await cloud.sql<{ id: string }>('select id from public.profiles order by id limit 1')
  const key = { id: person?.id ?? '' }
  const rename = (full_name: string) => submit({ kind: 'update', relation: PROFILES, key, set: { full_name } })
  const names = () => read<{ full_name: string }>('select full_name from profiles')
  await offline(true)
  await rename('Mine')
  await keep(PROFILES, 'none')
  expect(await names()).toEqual([{ full_name: 'Mine' }])
  await rename('Mine again')
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ pending: 2 })
  await engine.restart()
  expect(await names()).toEqual([{ full_name: 'Mine again' }])
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await names()).toEqual([{ full_name: 'Mine again' }])

  await rename('Third')
  rmSync(join(engine.home, 'workspaces', workspace, 'mirror'), { recursive: true })
  await engine.restart()
  await cloud.sql('alter function public.console_push(jsonb, jsonb) rename to console_push_away')
  await offline(false)
  await engine.until(async () => (await engine.api.sync.status({ workspace })).ready)
  await engine.until(async () => (await names()).length === 1)
  expect(await names()).toEqual([{ full_name: 'Third' }])
  await keep(PROFILES, 'all')
  await cloud.sql('alter function public.console_push_away(jsonb, jsonb) rename to console_push')
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ pending: 1 })
  expect(await scopeOf(PROFILES)).toMatchObject({ rows: await onServer(PROFILES), onDemand: 0 })
  expect(await read('select full_name from profiles where full_name = $$Third$$')).toHaveLength(1)
  await sync()
  expect(await cloud.sql('select full_name from public.profiles where id = $1', [key.id])).toEqual([
    { full_name: 'Third' },
  ])
  await isEqual()
})

test('a parent that is not kept here is no refusal: fetched when online, else left to the server; a missing one is', async () => {
  const [one, two] = await cloud.sql<{ product_id: string; step_id: string }>(
    `with made as (
       insert into public.steps (code, label) values ('one_more', 'One more'), ('another', 'Another') returning id
     ) select made.id as step_id, p.id as product_id from made cross join (select id from public.products limit 1) p`,
  )
  if (!one || !two) throw new Error('There is no product.')
  const [status] = await cloud.sql<{ dossier_status: string }>(
    'select dossier_status from public.product_steps limit 1',
  )
  let position = 900
  const add = (values: { product_id: string; step_id: string }) => {
    position += 1
    const dossier_status = status?.dossier_status ?? ''
    return submit({ kind: 'insert', relation: 'public.product_steps', values: { ...values, position, dossier_status } })
  }
  const states = async () => {
    const { entries } = await engine.api.outbox.list({ workspace, which: 'all' })
    const own = entries.filter(({ operation }) => operation.kind === 'insert')
    return own.map(({ state, leftToServer }) => [state, leftToServer])
  }
  await keep(STEPS, 'none')

  network.cut()
  await add(one)
  expect(await states()).toEqual([['pending', true]])
  await expect(add({ ...two, product_id: randomUUID() })).rejects.toMatchObject({
    code: 'conflict',
    problem: { reason: 'foreign_key_violation', field: 'product_id' },
  })
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ name: 'pending', ok: true })]),
  })
  network.mend()
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await states()).toEqual([['done', false]])

  await add(two)
  expect(await states()).toEqual([
    ['done', false],
    ['pending', false],
  ])
  expect(await read(`select from steps where id = '${two.step_id}'`)).toHaveLength(1)
  expect(await sync()).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  await isEqual()
})

test('what can’t be kept so is refused on its field', async () => {
  const before = await scopeOf(MESSAGES)
  await expect(keep('public.nothing', 'none')).rejects.toMatchObject({
    code: 'bad_request',
    problem: { field: 'relation', reason: 'scope.no_such_table' },
  })
  await expect(keep(MESSAGES, { days: 30, by: 'body' })).rejects.toMatchObject({
    code: 'bad_request',
    problem: { field: 'scope.by', reason: 'scope.no_such_time' },
  })
  await expect(keep(MESSAGES, { days: 0, by: 'created_at' })).rejects.toMatchObject({ code: 'bad_request' })
  await expect(engine.api.scopes.fetchRow({ workspace, relation: MESSAGES, key: {} })).rejects.toMatchObject({
    code: 'bad_request',
    problem: { field: 'key' },
  })
  expect(await scopeOf(MESSAGES)).toEqual(before)
})
