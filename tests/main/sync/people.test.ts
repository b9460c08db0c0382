import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileVault } from '#main/host/file-vault.ts'
import type { Request } from '#shared/model/entry.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

/** Whoever sits at the console: a super admin, whose account each test does something to and puts right again. */
const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine
let me: { email: string; password: string; id: string }
let dossier: string
let mark: string

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine()
  const account = cloud.accounts.find(({ role }) => role === 'super_admin')
  if (account === undefined) throw new Error('There is no super admin.')
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  const { person } = await engine.api.session.signIn({ workspace, email: account.email, password: account.password })
  me = { ...account, id: person.id }
  await engine.api.sync.workOffline({ workspace, on: true })
  await sync()
  const [first] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  dossier = first?.id ?? ''
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})
beforeEach(() => {
  mark = randomUUID()
})

const sync = () => engine.api.sync.now({ workspace })
const signIn = (email = me.email, password = me.password) => engine.api.session.signIn({ workspace, email, password })
const entry = async (id: string) =>
  (await engine.api.outbox.list({ workspace, which: 'all', limit: 500 })).entries.find((one) => one.id === id)
const decide = async (request: Request) => (await engine.api.entries.submit({ workspace, request })).id
const say = (words: string) =>
  decide({ kind: 'call', function: 'send_message', args: { p_dossier_id: dossier, p_body: `${mark} ${words}` } })
const said = async () =>
  (
    await cloud.sql<{ body: string; sender_id: string }>(
      'select body, sender_id from public.messages where body like $1 order by body',
      [`${mark}%`],
    )
  ).map(({ body, sender_id }) => [body.slice(mark.length + 1), sender_id])

/** As if the access token had reached its end: the next request needs another one. */
async function anHourLater(): Promise<void> {
  await engine.whileClosed(async () => {
    const vault = fileVault(engine.home)
    const journal = new Database(join(engine.home, 'workspaces', workspace, 'journal.db'))
    const sealed = journal.prepare(`select value from facts where name = 'session'`).pluck().get() as string
    const kept = JSON.parse((await vault.open(sealed)) ?? '{}')
    const old = await vault.seal(JSON.stringify({ ...kept, since: 0 }))
    journal.prepare(`update facts set value = ? where name = 'session'`).run(old)
    journal.close()
  })
}

/** Nothing has gone up, nothing is thrown away, and the person is told this; after the cure it goes up, once. */
async function waitsFor(cure: () => Promise<unknown>, code: string, id: string): Promise<void> {
  await expect(sync()).rejects.toMatchObject({ code })
  await expect(sync()).rejects.toMatchObject({ code: expect.stringMatching(`${code}|signed_out`) })
  expect(await said()).toEqual([])
  expect(await entry(id)).toMatchObject({ state: 'pending' })
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ pending: 1, person: { id: me.id } })
  await cure()
  await sync()
  await sync()
  expect(await said()).toEqual([['kept', me.id]])
  expect(await entry(id)).toMatchObject({ state: 'done' })
}

test('a member of staff who is made inactive sends nothing; made active again, everything goes up once', async () => {
  const id = await say('kept')
  await cloud.sql('update public.agents set is_active = false where id = $1', [me.id])
  await waitsFor(() => cloud.sql('update public.agents set is_active = true where id = $1', [me.id]), 'not_staff', id)
})

test('a blocked account sends nothing although its token still lives, nor after it; unblocked, once', async () => {
  const id = await say('kept')
  await cloud.sql(`update auth.users set banned_until = now() + interval '1 day' where id = $1`, [me.id])
  await expect(sync()).rejects.toMatchObject({ code: 'account_banned' })
  await anHourLater()
  const cure = async () => {
    await expect(signIn()).rejects.toMatchObject({ code: 'account_banned' })
    await cloud.sql('update auth.users set banned_until = null where id = $1', [me.id])
    await signIn()
  }
  await waitsFor(cure, 'account_banned', id)
})

test('a session that was ended on the server asks to sign in again, with everything still here', async () => {
  const id = await say('kept')
  await cloud.sql('delete from auth.refresh_tokens where user_id::text = $1', [me.id])
  await cloud.sql('delete from auth.sessions where user_id::text = $1', [me.id])
  await anHourLater()
  await waitsFor(() => signIn(), 'signed_out', id)
})

test('a changed password asks to sign in again, and only the new one does', async () => {
  const id = await say('kept')
  const old = me.password
  const [{ encrypted_password: hash } = { encrypted_password: '' }] = await cloud.sql<{ encrypted_password: string }>(
    `update auth.users set encrypted_password = extensions.crypt('another one', extensions.gen_salt('bf', 4))
     where id = $1 returning (select encrypted_password from auth.users where id = $1) as encrypted_password`,
    [me.id],
  )
  await cloud.sql('delete from auth.refresh_tokens where user_id::text = $1', [me.id])
  await anHourLater()
  await expect(sync()).rejects.toMatchObject({ code: 'signed_out' })
  await expect(signIn(me.email, old)).rejects.toMatchObject({ code: 'wrong_password' })
  await waitsFor(() => signIn(me.email, 'another one'), 'signed_out', id)
  await cloud.sql('update auth.users set encrypted_password = $2 where id = $1', [me.id, hash])
})

test('a deleted account sends nothing although its token still lives; brought back, once', async () => {
  const id = await say('kept')
  const gone = `update auth.users set deleted_at = now() where id = $1`
  await cloud.sql('alter table auth.users add column if not exists deleted_at timestamptz')
  await cloud.sql(gone, [me.id])
  await waitsFor(() => cloud.sql('update auth.users set deleted_at = null where id = $1', [me.id]), 'account_gone', id)
})

test('a new e-mail address is the same person: nothing asks, everything goes up once', async () => {
  const id = await say('kept')
  const changed = `changed.${me.email}`
  await cloud.sql('update auth.users set email = $2 where id = $1', [me.id, changed])
  await sync()
  expect(await said()).toEqual([['kept', me.id]])
  expect(await entry(id)).toMatchObject({ state: 'done' })
  expect((await signIn(changed)).person).toMatchObject({ id: me.id, email: changed })
  await cloud.sql('update auth.users set email = $2 where id = $1', [me.id, me.email])
  await signIn()
})

test('what the person may see can change at any time: everything is fetched anew, and goes up once', async () => {
  const id = await say('kept')
  await cloud.sql('select console_sync.bump_visibility($1)', [me.id])
  await sync()
  await sync()
  expect(await said()).toEqual([['kept', me.id]])
  expect(await entry(id)).toMatchObject({ state: 'done' })
})

test('a lowered role: what needs the lost right is refused with the right by name, the rest goes up', async () => {
  const rename = (name: string): Promise<string> =>
    decide({ kind: 'update', relation: 'public.products', key: { id: product.id }, set: { name } })
  const [product = { id: '', name: '' }] = await cloud.sql<{ id: string; name: string }>(
    'select id, name from public.products order by id limit 1',
  )
  const needsIt = await rename(`${product.name} ${mark}`)
  const needsItNot = await say('kept')
  await cloud.sql(`update public.agents set role = 'agent' where id = $1`, [me.id])
  await sync()
  expect(await entry(needsItNot)).toMatchObject({ state: 'done' })
  const params = { role: 'agent', right: 'update', where: 'products' }
  expect(await entry(needsIt)).toMatchObject({ state: 'rejected', refusal: { code: 'not_allowed', params } })
  const nameThere = () => cloud.sql('select name from public.products where id = $1', [product.id])
  expect(await nameThere()).toEqual([{ name: product.name }])

  await cloud.sql(`update public.agents set role = 'super_admin' where id = $1`, [me.id])
  await engine.api.outbox.retry({ workspace, id: needsIt })
  expect(await sync()).toMatchObject({ rejected: 0, conflicts: 0, pending: 0 })
  expect(await nameThere()).toEqual([{ name: `${product.name} ${mark}` }])
})

test('signing out with decisions asks; they wait for their person, go up under no other name, and then once', async () => {
  const id = await say('kept')
  await expect(engine.api.session.signOut({ workspace })).rejects.toMatchObject({
    code: 'pending_entries',
    problem: { params: { count: 1 } },
  })
  await engine.api.session.signOut({ workspace, keepPending: true })
  const waitingFor = [{ email: me.email, count: 1 }]
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ state: 'signed-out', person: null, waitingFor })
  const other = cloud.accounts.find(({ role }) => role === 'agent')
  await expect(signIn(other?.email, other?.password)).rejects.toMatchObject({
    code: 'other_person',
    problem: { field: 'email', reason: 'person.waits', params: { count: 1, email: me.email } },
  })
  await engine.restart()
  await expect(sync()).rejects.toMatchObject({ code: 'signed_out' })
  expect(await said()).toEqual([])
  await signIn()
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ waitingFor: [] })
  await sync()
  await sync()
  expect(await said()).toEqual([['kept', me.id]])
  expect(await entry(id)).toMatchObject({ state: 'done' })
})
