import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const workspace = 'rp'
let cloud: TestCloud
let network: Network
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ system: 'resumepilot', size: 'small', postgres: true })
  await cloud.sql(
    `insert into public.interview_sessions (user_id, session_type, status, created_at)
     select id, 'chat', 'abandoned', now() - interval '26 months' from auth.users where email like 'hannah.okafor@%'`,
  )
  network = await openNetwork(cloud.url)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'resumepilot', url: network.url, key: cloud.key })
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

test('somebody who uses the product is refused at the door', async () => {
  await expect(signIn('user')).rejects.toMatchObject({ code: 'not_staff' })
})

test('the first sync brings the 11 tables, and the proof finds all of them equal', async () => {
  await signIn('super_admin')
  await engine.api.sync.now({ workspace })
  const proved = await engine.api.sync.prove({ workspace })
  expect(proved).toMatchObject({ mended: [], busy: [] })
  const tables = await cloud.sql<{ name: string }>(
    `select 'public.' || tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  // Those of the product, and the views that staff share.
  expect(tables).toHaveLength(11 + 1)
  expect(proved.equal.filter((name) => name.startsWith('public.'))).toEqual(tables.map(({ name }) => name))
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a day’s work without a network reaches the server once, and one conflict waits for its decision', async () => {
  const [usage, lost] = (await read(
    `select u.id, u.interviews_used as interviews, u.cover_letters_used as letters from usage_tracking u
     join profiles p on p.user_id = u.user_id where p.full_name <> 'Hannah Okafor' order by u.id limit 2`,
  )) as { id: string; interviews: number; letters: number }[]
  if (!usage || !lost) throw new Error('Too few months of use.')
  const failed = await first(`
    select g.id, g.error_message as error from resume_generations g join profiles p on p.user_id = g.user_id
    where generation_status = 'failed' and p.full_name <> 'Hannah Okafor' order by g.id limit 1`)
  const hannah = await first(`select user_id as id from profiles where full_name = 'Hannah Okafor'`)
  const email = cloud.accounts.find(({ role }) => role === 'user')?.email ?? ''
  const due = `select due_rows::int as due from retention_due where table_name = 'interview_sessions'`
  expect((await first(due)).due).toBeGreaterThan(0)
  const correct = (of: typeof usage, to: number) =>
    call('correct_usage', {
      p_usage_id: of.id,
      p_seen_interviews: of.interviews,
      p_seen_cover_letters: of.letters,
      p_interviews: to,
      p_cover_letters: of.letters,
      p_reason: 'The call broke off.',
    })
  const exported = (await first(`select export_person('${hannah.id}') as person`)).person
  expect(exported).toMatchObject({ complete: false, account: { email }, profiles: [{ full_name: 'Hannah Okafor' }] })

  network.cut()
  await correct(usage, 40)
  const conflicting = await correct(lost, 50)
  await call('requeue_generation', { p_generation_id: failed.id ?? '', p_seen_error: failed.error ?? '' })
  await call('purge_due', { p_kind: 'interviews' })
  await call('erase_person', { p_user_id: hannah.id ?? '', p_email: email, p_reason: 'Asked in writing.' })

  const counted = (id: string) => `select interviews_used as n from public.usage_tracking where id = '${id}'`
  const remade = `select generation_status as status from public.resume_generations where id = '${failed.id}'`
  const left = `select count(*)::int as n from public.profiles where user_id = '${hannah.id}'`
  expect([await first(counted(usage.id)), await first(remade), await first(left), await first(due)]).toEqual([
    { n: 40 },
    { status: 'processing' },
    { n: 0 },
    { due: 0 },
  ])
  expect([await onServer(counted(usage.id)), await onServer(remade), await onServer(left)]).toEqual([
    { n: usage.interviews },
    { status: 'failed' },
    { n: 1 },
  ])
  // The second person begins another interview meanwhile.
  await cloud.sql('update public.usage_tracking set interviews_used = interviews_used + 1 where id = $1', [lost.id])

  network.mend()
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 1, rejected: 0 })
  expect([await onServer(counted(usage.id)), await onServer(remade), await onServer(left)]).toEqual([
    { n: 40 },
    { status: 'processing' },
    { n: 0 },
  ])
  expect(await onServer(counted(lost.id))).toEqual({ n: lost.interviews + 1 })
  expect(
    await onServer(`select
      (select count(*)::int from auth.users where id = '${hannah.id}') as accounts,
      (select count(*)::int from public.interview_sessions where created_at < now() - interval '2 years') as due,
      (select array_agg(event_type order by event_type) from public.system_events
         where event_type in ('retention.purged', 'person.erased') or event_data ->> 'reason' = 'The call broke off.'
       ) as acts`),
  ).toEqual({ accounts: 0, due: 0, acts: ['person.erased', 'retention.purged', 'usage.corrected'] })

  const [conflict] = await engine.api.conflicts.list({ workspace })
  expect(conflict).toMatchObject({
    id: conflicting.id,
    conflict: {
      kind: 'precondition',
      reason: { code: 'usage.counted' },
      current: { interviews_used: lost.interviews + 1 },
    },
  })
  await engine.api.conflicts.resolve({ workspace, id: conflicting.id, take: 'mine' })
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await onServer(counted(lost.id))).toEqual({ n: 50 })
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('an admin sees what the staff sees, and erases nobody', async () => {
  await engine.api.session.signOut({ workspace })
  await signIn('admin')
  await engine.api.sync.now({ workspace })
  const anybody = await first(`select user_id as id from profiles order by id limit 1`)
  const erasure = { p_user_id: anybody.id ?? '', p_email: 'x@mailbox.example', p_reason: 'No.' }
  await expect(call('erase_person', erasure)).rejects.toMatchObject({
    problem: { reason: 'resumepilot.super_admin_only' },
  })
  const sessions = async () => (await first('select count(*)::int as n from interview_sessions')).n
  expect(await sessions()).toBe((await onServer('select count(*)::int as n from public.interview_sessions'))?.n)
})
