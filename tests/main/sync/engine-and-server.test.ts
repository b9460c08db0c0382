import { join } from 'node:path'
import { expect, test } from 'vitest'
import { manifestOf } from '#shared/systems/systems.ts'
import { startTestCloud } from '#tests/support/cloud.ts'
import { openNetwork } from '#tests/support/network.ts'
import {
  cloud,
  engine,
  entries,
  openDesk,
  ready,
  reviewOf,
  reviewsOnServer,
  status,
  waiting,
  workspace,
} from './desk.ts'

openDesk()

test('what differs from the server is noticed, named and mended, and what is pending stays', async () => {
  await ready()
  expect((await status()).proof).toMatchObject({ mended: [], busy: [] })
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  await engine.restart()
  const folder = join(engine.home, 'workspaces', workspace, 'mirror')
  await engine.tamper(
    folder,
    `delete from public.messages where id = (select id from public.messages limit 1);
    update public.profiles set full_name = 'Nobody' where id = (select id from public.profiles limit 1)`,
  )
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: false })
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({
    mended: ['public.messages', 'public.profiles'],
    busy: [],
  })
  expect((await waiting()).map(({ documentId }) => documentId)).not.toContain(first.documentId)
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a wrong number of rows, which would look like damage after a kill, is said and put right', async () => {
  await ready()
  const folder = join(engine.home, 'workspaces', workspace, 'mirror')
  await engine.tamper(folder, `update outpost.facts set value = (value::int - 1)::text where name = 'rows'`)
  const { sound, checks } = await engine.api.tools.doctor({ workspace })
  expect(sound).toBe(false)
  expect(checks.find(({ name }) => name === 'mirror')?.detail).toContain('counted anew')
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a person who sees less than before keeps only that, and what they decided', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  const messages = async () =>
    (await engine.api.tools.read({ workspace, sql: 'select count(*)::int as n from messages' })).rows[0]?.n
  const before = await messages()
  expect(before).toBeGreaterThan(0)
  await cloud.sql('create policy "closed for now" on public.messages as restrictive for select using (false)')
  await engine.api.sync.workOffline({ workspace, on: true })
  const { id } = await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  await engine.api.sync.now({ workspace })
  expect(await messages()).toBe(0)
  expect((await entries()).find((entry) => entry.id === id)?.state).toBe('done')
  await cloud.sql('drop policy "closed for now" on public.messages')
  await engine.api.sync.now({ workspace })
  expect(await messages()).toBe(before)
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a server that is newer or older than the console stops nothing: it is said, and what was decided is sent', async () => {
  await ready()
  expect(await status()).not.toHaveProperty('serverVersion')
  const [body] = await cloud.sql<{ body: string }>(
    `select pg_get_functiondef('public.console_system()'::regprocedure) as body`,
  )
  const version = manifestOf('partners-vrai')?.schemaVersion ?? ''
  const definition = body?.body ?? ''
  for (const [other, words] of [
    ['999', 'newer'],
    ['1', 'older'],
  ] as const) {
    const [first] = await waiting()
    if (!first) throw new Error('Nothing waits.')
    await engine.api.sync.workOffline({ workspace, on: true })
    await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
    await cloud.sql(definition.replaceAll(`"${version}"`, `"${other}"`))
    expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, rejected: 0, conflicts: 0 })
    expect(await reviewsOnServer(first.documentId)).toHaveLength(1)
    expect(await status()).toMatchObject({ serverVersion: words })
  }
  await cloud.sql(definition)
})

test('an action that an older server does not have is refused here, in words, and nothing is saved', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  const signature = 'public.review_document'
  await cloud.sql(`alter function ${signature} rename to review_document_later`)
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.sync.now({ workspace })
  await expect(engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })).rejects.toMatchObject({
    code: 'refused',
    problem: { reason: 'unknown_function' },
  })
  expect(await entries()).toEqual([])
  await cloud.sql(`alter function public.review_document_later rename to review_document`)
})

test('a server whose console SQL speaks another version is sent nothing', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  const [body] = await cloud.sql<{ body: string }>(
    `select pg_get_functiondef('public.console_hello()'::regprocedure) as body`,
  )
  const definition = body?.body ?? ''
  await engine.restart()
  await cloud.sql(definition.replace(/'syncVersion', \d+/, `'syncVersion', 999`))
  await expect(engine.api.sync.now({ workspace })).rejects.toMatchObject({ code: 'version_behind' })
  expect(await reviewsOnServer(first.documentId)).toEqual([])
  await cloud.sql(definition)
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0 })
})

test('a project that moved to another address is followed; another project there is noticed', async () => {
  await ready()
  const other = await startTestCloud({ size: 'small' })
  const elsewhere = await openNetwork(cloud.url)
  await engine.api.workspaces.move({ name: workspace, url: elsewhere.url })
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0 })
  await expect(engine.api.workspaces.move({ name: workspace, url: other.url })).rejects.toMatchObject({
    code: 'wrong_key',
  })
  await elsewhere.close()
  await other.stop()
})

test('decisions that stood on a settled conflict go up together, and the second still waits for the first', async () => {
  await ready()
  await cloud.sql(`with u as (insert into auth.users (id, email) values (gen_random_uuid(), 'gone@client.example') returning id, email)
    insert into public.profiles (id, email, full_name) select id, email, 'Soon gone' from u`)
  await engine.api.sync.now({ workspace })
  const sql = `select id from profiles where email = 'gone@client.example'`
  const [row] = (await engine.api.tools.read({ workspace, sql })).rows
  const key = { id: String(row?.id) }
  await engine.api.sync.workOffline({ workspace, on: true })
  for (const phone of ['1', '2', '3']) {
    const request = { kind: 'update', relation: 'public.profiles', key, set: { phone } } as const
    await engine.api.entries.submit({ workspace, request })
  }
  await cloud.sql(`delete from auth.users where email = 'gone@client.example'`)
  await engine.api.sync.workOffline({ workspace, on: false })
  await engine.api.sync.now({ workspace })
  const states = async () => (await entries()).map(({ state }) => state)
  expect(await states()).toEqual(['conflict', 'held', 'held'])
  const [first] = await entries()
  await engine.api.conflicts.resolve({ workspace, id: first?.id ?? '', take: 'theirs' })
  await engine.api.sync.now({ workspace })
  expect(await states()).toEqual(['resolved', 'conflict', 'held'])
})
