import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { uploadNewVersion } from '#tests/support/cloud.ts'
import {
  cloud,
  engine,
  entries,
  network,
  openDesk,
  ready,
  reviewOf,
  reviewsOnServer,
  signIn,
  status,
  waiting,
  workspace,
} from './desk.ts'

openDesk()

test('the first sync brings every row that the person may see, and the doctor agrees', async () => {
  await ready()
  const { ready: isReady, rows, state } = await status()
  expect({ isReady, state }).toEqual({ isReady: true, state: 'online' })
  const [server] = await cloud.sql<{ n: string }>('select count(*)::text as n from public.document_versions')
  const { rows: here } = await engine.api.tools.read({
    workspace,
    sql: 'select count(*)::int as n from document_versions',
  })
  expect(here).toEqual([{ n: Number(server?.n) }])
  expect(rows).toBeGreaterThan(500)
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a decision made with no network is here at once and on the server once when the network is back', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  network.cut()
  const { id } = await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  expect((await waiting()).map(({ documentId }) => documentId)).not.toContain(first.documentId)
  expect((await status()).pending).toBe(1)
  await expect(engine.api.sync.now({ workspace })).rejects.toMatchObject({
    code: expect.stringMatching(/offline|unreachable/),
  })
  network.mend()
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect((await entries()).find((entry) => entry.id === id)?.state).toBe('done')
  expect(await reviewsOnServer(first.documentId)).toEqual([{ status: 'APPROVED', comment: null }])
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('an answer lost after the server has committed leaves one decision, not two', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.entries.submit({ workspace, request: reviewOf(first, 'REJECTED', 'Illisible, merci de renvoyer.') })
  network.loseAnswersTo('console_push')
  await expect(engine.api.sync.now({ workspace })).rejects.toMatchObject({
    code: expect.stringMatching(/offline|unreachable/),
  })
  expect(await reviewsOnServer(first.documentId)).toHaveLength(1)
  network.mend()
  await engine.api.sync.now({ workspace })
  expect(await reviewsOnServer(first.documentId)).toEqual([
    { status: 'REJECTED', comment: 'Illisible, merci de renvoyer.' },
  ])
  expect((await entries()).map(({ state }) => state)).toEqual(['done'])
})

test('a version that came meanwhile is a conflict with both versions, and each way out of it works', async () => {
  await ready()
  const [one, two] = await waiting()
  if (!one || !two) throw new Error('Too little waits.')
  network.cut()
  for (const row of [one, two]) await engine.api.entries.submit({ workspace, request: reviewOf(row, 'APPROVED') })
  for (const row of [one, two]) await uploadNewVersion(cloud, row.documentId)
  network.mend()
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 2 })
  const [first, second] = await engine.api.conflicts.list({ workspace })
  expect(first?.conflict).toMatchObject({
    kind: 'precondition',
    reason: { code: 'review.superseded' },
    current: { version: one.version + 1 },
  })
  expect(await reviewsOnServer(one.documentId)).toEqual([])

  const mine = await engine.api.conflicts.resolve({ workspace, id: first?.id ?? '', take: 'mine' })
  const theirs = await engine.api.conflicts.resolve({ workspace, id: second?.id ?? '', take: 'theirs' })
  expect([mine.id === null, theirs.id]).toEqual([false, null])
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 0 })
  expect(await reviewsOnServer(one.documentId)).toEqual([{ status: 'APPROVED', comment: null }])
  expect(await reviewsOnServer(two.documentId)).toEqual([])
  expect((await waiting()).map(({ documentId }) => documentId)).toContain(two.documentId)
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('the mirror is disposable: without its folder everything comes back, pending decisions too', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  const before = await engine.api.review.queue({ workspace })
  await engine.restart()
  expect(await engine.api.review.queue({ workspace })).toEqual(before)

  rmSync(join(engine.home, 'workspaces', workspace, 'mirror'), { recursive: true })
  await engine.restart()
  expect((await status()).ready).toBe(false)
  await engine.api.sync.workOffline({ workspace, on: false })
  await engine.until(async () => (await status()).ready && (await status()).state === 'online')
  expect(await reviewsOnServer(first.documentId)).toEqual([{ status: 'APPROVED', comment: null }])
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a decision that can still be taken back does not leave, and is gone when it is taken back', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  const { id } = await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  expect((await entries()).at(-1)?.undoMs).toBeGreaterThan(1_000)
  await engine.api.entries.undo({ workspace, id })
  expect((await waiting()).map(({ documentId }) => documentId)).toContain(first.documentId)
  await engine.api.sync.now({ workspace })
  expect(await reviewsOnServer(first.documentId)).toEqual([])
})

test('rules are checked here, before anything is saved, in words and on the field', async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  network.cut()
  const submit = (request: Request) => engine.api.entries.submit({ workspace, request })
  await expect(submit(reviewOf(first, 'REJECTED'))).rejects.toMatchObject({
    code: 'refused',
    problem: { field: 'p_comment', reason: 'review.comment_required' },
  })
  await expect(submit(reviewOf(first, 'REJECTED', 'x'.repeat(100_000)))).rejects.toMatchObject({
    problem: { field: 'p_comment', reason: 'review.comment_too_long' },
  })
  await expect(submit({ kind: 'call', function: 'no_such_thing', args: {} })).rejects.toMatchObject({ code: 'refused' })
  expect(await entries()).toEqual([])
})

test('rows changed by two people on different columns merge; on the same column both values are kept for a choice', async () => {
  await ready()
  const [message] = await cloud.sql<{ id: string }>('select id from public.profiles limit 1')
  const key = { id: message?.id ?? '' }
  await engine.api.sync.workOffline({ workspace, on: true })
  const change = (set: Record<string, string>) =>
    engine.api.entries.submit({ workspace, request: { kind: 'update', relation: 'public.profiles', key, set } })
  await change({ full_name: 'Mine' })
  await cloud.sql(`update public.profiles set phone = '+33 1 00 00 00 00' where id = $1`, [key.id])
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ conflicts: 0, rejected: 0 })
  await change({ full_name: 'Mine again' })
  await cloud.sql(`update public.profiles set full_name = 'Theirs' where id = $1`, [key.id])
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ conflicts: 1 })
  const [conflict] = await engine.api.conflicts.list({ workspace })
  expect(conflict?.conflict?.collisions).toEqual([
    { column: 'full_name', base: 'Mine', mine: 'Mine again', theirs: 'Theirs' },
  ])
  await engine.api.conflicts.resolve({ workspace, id: conflict?.id ?? '', take: { full_name: 'Both' } })
  await engine.api.sync.now({ workspace })
  expect(await cloud.sql('select full_name, phone from public.profiles where id = $1', [key.id])).toEqual([
    { full_name: 'Both', phone: '+33 1 00 00 00 00' },
  ])
})

test("decisions never go up under another person's name", async () => {
  await ready()
  const [first] = await waiting()
  if (!first) throw new Error('Nothing waits.')
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.entries.submit({ workspace, request: reviewOf(first, 'APPROVED') })
  await expect(engine.api.session.signOut({ workspace })).rejects.toMatchObject({ code: 'pending_entries' })
  await engine.api.session.signOut({ workspace, keepPending: true })
  await expect(signIn('super_admin')).rejects.toMatchObject({ code: 'other_person' })
  await signIn()
  await engine.api.sync.now({ workspace })
  expect(await reviewsOnServer(first.documentId)).toHaveLength(1)
})

test('what stands at the door is refused in words: password, role, key, address, workspace', async () => {
  const notSupabase = await servePage('<!doctype html><title>Welcome to our hotel</title>')
  const [agent] = cloud.accounts
  const email = agent?.email ?? ''
  await expect(engine.api.session.signIn({ workspace, email, password: 'wrong' })).rejects.toMatchObject({
    code: 'wrong_password',
  })
  await expect(signIn('client')).rejects.toMatchObject({ code: 'not_staff' })
  await expect(engine.api.session.signIn({ workspace: 'none', email, password: 'x' })).rejects.toMatchObject({
    code: 'workspace_unknown',
  })
  const add = (name: string, url: string, key: string) =>
    engine.api.workspaces.add({ name, system: 'partners-vrai', url, key })
  await expect(add(workspace, cloud.url, cloud.key)).rejects.toMatchObject({ code: 'workspace_exists' })
  await expect(add('secret', cloud.url, 'sb_secret_abc')).rejects.toMatchObject({ code: 'wrong_key' })
  await expect(add('foreign', cloud.url, `sb_publishable_${randomUUID()}`)).rejects.toMatchObject({
    code: 'wrong_key',
    problem: { field: 'key' },
  })
  await expect(add('page', notSupabase.url, cloud.key)).rejects.toMatchObject({
    code: 'not_supabase',
    problem: { field: 'url' },
  })
  await cloud.sql('alter function public.console_hello() rename to console_hello_away')
  await expect(add('bare', cloud.url, cloud.key)).rejects.toMatchObject({
    code: 'no_sync_sql',
    problem: { field: 'url' },
  })
  await cloud.sql('alter function public.console_hello_away() rename to console_hello')
  expect((await engine.api.workspaces.list({})).map(({ name }) => name)).toEqual([workspace])
  network.cut()
  await add('later', network.url, cloud.key)
  await notSupabase.close()
})

test('a first sync that is cut goes on where it stopped', async () => {
  await signIn()
  await engine.api.sync.workOffline({ workspace, on: true })
  network.loseAnswersTo('console_pull')
  await expect(engine.api.sync.now({ workspace })).rejects.toMatchObject({ code: 'unreachable' })
  expect((await status()).ready).toBe(false)
  await engine.restart()
  expect((await status()).rows).toBeGreaterThan(500)
  // What has been copied is not asked for again.
  network.loseAnswersTo('console_snapshot')
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0 })
  expect((await status()).ready).toBe(true)
})

test('signing out takes rows and files from this computer', async () => {
  await ready()
  await engine.until(async () => (await status()).files > 0)
  await engine.api.session.signOut({ workspace })
  expect(await status()).toMatchObject({ state: 'signed-out', rows: 0, files: 0, person: null })
  await expect(engine.api.review.queue({ workspace })).rejects.toMatchObject({ code: 'signed_out' })
})

/** Injected fault: what a captive portal, or any other web page, answers to everything. */
async function servePage(html: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
