import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const workspace = 'dr'
let cloud: TestCloud
let network: Network
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ system: 'dracarys', size: 'small', postgres: true })
  network = await openNetwork(cloud.url)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'dracarys', url: network.url, key: cloud.key })
})
afterAll(async () => {
  await engine?.close()
  await network?.close()
  await cloud?.stop()
})

const signIn = (role: string) => {
  const account = cloud.accounts.find((candidate) => candidate.role === role)
  if (!account) throw new Error(`There is no ${role}.`)
  return engine.api.session.signIn({ workspace, email: account.email, password: account.password })
}
const read = async (sql: string) => (await engine.api.tools.read({ workspace, sql })).rows
const call = (name: string, args: Extract<Request, { kind: 'call' }>['args']) =>
  engine.api.entries.submit({ workspace, request: { kind: 'call', function: name, args } })
const first = async (sql: string) => {
  const [row] = await read(sql)
  if (row === undefined) throw new Error(`Nothing was found by ${sql}`)
  return row as Record<string, string>
}
const onServer = async (sql: string) => (await cloud.sql(sql))[0]

test('a learner and a stranger are refused at the door', async () => {
  await expect(signIn('learner')).rejects.toMatchObject({ code: 'not_staff' })
  const stranger = { workspace, email: 'nobody@mailbox.example', password: 'Whatever-1' }
  await expect(engine.api.session.signIn(stranger)).rejects.toMatchObject({ code: 'wrong_password' })
})

test('the first sync brings every table, and the proof finds all of them equal', async () => {
  await signIn('admin')
  await engine.api.sync.now({ workspace })
  const proved = await engine.api.sync.prove({ workspace })
  expect(proved).toMatchObject({ mended: [], busy: [] })
  const tables = await cloud.sql<{ name: string }>(
    `select 'public.' || tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  // Those of the product, and the views that staff share.
  expect(tables).toHaveLength(15 + 1)
  expect(proved.equal.filter((name) => name.startsWith('public.'))).toEqual(tables.map(({ name }) => name))
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a day’s work without a network reaches the server once, and one conflict waits for its decision', async () => {
  const [pinned, removed] = (await read(
    `select id, author_id as author from community_posts
     where not is_pinned and not is_locked and not is_deleted order by created_at limit 2`,
  )) as { id: string; author: string }[]
  const [draft, edited] = (await read(
    `select id, content_version as version, content_data as content from lessons
     where not is_active order by gate_id limit 2`,
  )) as { id: string; version: number; content: Record<string, unknown> }[]
  if (!pinned || !removed || !draft || !edited) throw new Error('Too little waits.')
  const learner = (await first(
    `select id, total_xp as xp from user_profiles where role = 'learner' and total_xp > 0 order by id limit 1`,
  )) as unknown as { id: string; xp: number }

  network.cut()
  await call('pin_post', { p_post_id: pinned.id })
  await call('lock_post', { p_post_id: pinned.id })
  await call('remove_post', { p_post_id: removed.id, p_reason: 'Advertises signals.' })
  await call('publish_lesson', { p_lesson_id: draft.id, p_content_version: draft.version })
  const conflicting = await call('publish_lesson', { p_lesson_id: edited.id, p_content_version: edited.version })
  await call('correct_xp', {
    p_user_id: learner.id,
    p_from_xp: learner.xp,
    p_to_xp: learner.xp + 5_000,
    p_reason: 'A quiz did not count.',
  })
  const xp = `select total_xp as xp, current_level as level from public.user_profiles where id = '${learner.id}'`
  expect(await read(xp)).toMatchObject([{ xp: learner.xp + 5_000 }])
  expect(await onServer(xp)).toMatchObject({ xp: learner.xp })
  // Somebody edits the second draft meanwhile.
  await cloud.sql(
    `update public.lessons set title = 'Another title', content_version = content_version + 1 where id = $1`,
    [edited.id],
  )

  network.mend()
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 1, rejected: 0 })
  expect(
    await onServer(`select is_pinned, is_locked, (select count(*)::int from public.user_activity_log a
        where a.entity_id = p.id and activity_type in ('post.pinned', 'post.locked')) as acts
      from public.community_posts p where id = '${pinned.id}'`),
  ).toEqual({ is_pinned: true, is_locked: true, acts: 2 })
  expect(
    await onServer(
      `select is_deleted, deleted_reason as reason from public.community_posts where id = '${removed.id}'`,
    ),
  ).toEqual({ is_deleted: true, reason: 'Advertises signals.' })
  expect([await onServer(xp)]).toEqual(await read(xp))
  expect(await onServer(xp)).toMatchObject({ xp: learner.xp + 5_000 })
  const isActive = async (id: string) =>
    (await onServer(`select is_active from public.lessons where id = '${id}'`))?.is_active
  expect([await isActive(draft.id), await isActive(edited.id)]).toEqual([true, false])

  const [conflict] = await engine.api.conflicts.list({ workspace })
  expect(conflict).toMatchObject({
    id: conflicting.id,
    conflict: {
      kind: 'precondition',
      reason: { code: 'lesson.edited' },
      current: { content_version: edited.version + 1, title: 'Another title' },
    },
  })
  await engine.api.conflicts.resolve({ workspace, id: conflicting.id, take: 'mine' })
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await isActive(edited.id)).toBe(true)
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a moderator moderates without a network, and leaves money and XP alone', async () => {
  await engine.api.session.signOut({ workspace })
  await signIn('moderator')
  await engine.api.sync.now({ workspace })
  expect((await first('select count(*)::int as n from user_subscriptions')).n).toBe(0)
  const comment = await first('select id from community_comments where not is_deleted order by created_at limit 1')
  const person = await first(`select id, total_xp as xp from user_profiles where role = 'learner' order by id limit 1`)
  await expect(
    call('correct_xp', { p_user_id: person.id ?? '', p_from_xp: Number(person.xp), p_to_xp: 1, p_reason: 'No.' }),
  ).rejects.toMatchObject({ problem: { reason: 'dracarys.admin_only' } })
  network.cut()
  await call('remove_comment', { p_comment_id: comment.id ?? '', p_reason: 'An insult.' })
  network.mend()
  await engine.until(async () => (await engine.api.sync.status({ workspace })).pending === 0)
  expect(await engine.api.sync.status({ workspace })).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(
    await onServer(
      `select is_deleted, deleted_reason as reason from public.community_comments where id = '${comment.id}'`,
    ),
  ).toEqual({ is_deleted: true, reason: 'An insult.' })
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
})
