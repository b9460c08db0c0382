import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

const workspace = 'xa'
let cloud: TestCloud
let network: Network
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ system: 'xainik', size: 'small', postgres: true })
  network = await openNetwork(cloud.url)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'xainik', url: network.url, key: cloud.key })
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

test('a veteran, a recruiter and a stranger are refused at the door', async () => {
  for (const role of ['veteran', 'recruiter']) {
    await expect(signIn(role)).rejects.toMatchObject({ code: 'not_staff' })
  }
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
  expect(tables).toHaveLength(22 + 1)
  expect(proved.equal.filter((name) => name.startsWith('public.'))).toEqual(tables.map(({ name }) => name))
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a day’s work without a network reaches the server once, and one conflict waits for its decision', async () => {
  const [pitch, lost] = (await read(
    `select id, moderation_status as status, content_version as version from pitches
     where moderation_status = 'pending' order by created_at limit 2`,
  )) as { id: string; status: string; version: number }[]
  if (!pitch || !lost) throw new Error('Too few pitches wait.')
  const moderator = await first(`select id from users where email like 'claire.fournier@%'`)
  const request = await first(
    `select id, status from resume_requests where status = 'pending' order by created_at limit 1`,
  )
  const draft = await first(`select id from invoices where status = 'draft' order by created_at limit 1`)
  const email = await first(
    `select id from email_logs e where status in ('bounced', 'failed')
       and not exists (select from email_logs r where r.resend_of = e.id) limit 1`,
  )
  const hide = (of: { id: string; status: string; version: number }, reason: string) =>
    call('moderate_pitch', {
      p_pitch_id: of.id,
      p_status: 'hidden',
      p_from_status: of.status,
      p_content_version: of.version,
      p_reason: reason,
    })

  network.cut()
  await hide(pitch, 'Gives a phone number.')
  const conflicting = await hide(lost, 'Names an operation.')
  await call('grant_permission', { p_user_id: moderator.id ?? '', p_permission: 'users.manage' })
  await call('add_recruiter_note', { p_request_id: request.id ?? '', p_note: 'Called, answers tomorrow.' })
  await call('change_request_status', {
    p_request_id: request.id ?? '',
    p_from_status: 'pending',
    p_to_status: 'in_review',
  })
  await call('issue_invoice', { p_invoice_id: draft.id ?? '' })
  await call('resend_email', { p_email_id: email.id ?? '' })
  await call('archive_payment_events', { p_before: new Date(Date.now() - 95 * 86_400_000).toISOString() })

  const issued = `select status, invoice_number as number from public.invoices where id = '${draft.id}'`
  expect(await read(issued)).toEqual([{ status: 'issued', number: null }])
  expect(await onServer(issued)).toEqual({ status: 'draft', number: null })
  // The author edits the second pitch meanwhile.
  await cloud.sql(`update public.pitches set title = 'Another title' where id = $1`, [lost.id])

  network.mend()
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 1, rejected: 0 })
  const numbered = await onServer(issued)
  expect(numbered).toMatchObject({ status: 'issued', number: expect.stringMatching(/^INV-\d{4}-\d{6}$/) })
  expect(await read(issued)).toEqual([numbered])
  const gaps = `select count(*)::int - max(split_part(invoice_number, '-', 3)::int) as missing from public.invoices
    where split_part(invoice_number, '-', 2) = '${String(numbered?.number).split('-')[1]}'`
  expect(await onServer(gaps)).toEqual({ missing: 0 })

  const hidden = (id: string) => onServer(`select moderation_status as status from public.pitches where id = '${id}'`)
  expect(await hidden(pitch.id)).toEqual({ status: 'hidden' })
  expect(await hidden(lost.id)).toEqual({ status: 'pending' })
  expect(
    await onServer(`select status,
      (select count(*)::int from public.recruiter_notes n where n.resume_request_id = r.id and note like 'Called, answers%') as notes,
      (select count(*)::int from public.user_activity_log a where a.id = r.status_change_id) as entries
      from public.resume_requests r where id = '${request.id}'`),
  ).toEqual({ status: 'in_review', notes: 1, entries: 1 })
  expect(
    await onServer(`select
      (select count(*)::int from public.user_permissions where user_id = '${moderator.id}' and permission = 'users.manage') as held,
      (select count(*)::int from public.email_logs where resend_of = '${email.id}') as again,
      (select count(*)::int from public.payment_events where processed_at is not null
         and received_at < now() - interval '96 days') as due,
      (select count(*)::int from public.payment_events e join public.payment_events_archive a on a.id = e.id) as twice`),
  ).toEqual({ held: 1, again: 1, due: 0, twice: 0 })

  const [conflict] = await engine.api.conflicts.list({ workspace })
  expect(conflict).toMatchObject({
    id: conflicting.id,
    conflict: {
      kind: 'precondition',
      reason: { code: 'moderation.edited' },
      current: { content_version: lost.version + 1 },
    },
  })
  await engine.api.conflicts.resolve({ workspace, id: conflicting.id, take: 'mine' })
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect(await hidden(lost.id)).toEqual({ status: 'hidden' })
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a moderator holds what the permissions open, and a permission that is given or taken shows at the next sync', async () => {
  await engine.api.session.signOut({ workspace })
  const account = cloud.accounts.find(({ email }) => email.startsWith('daniel.palmer'))
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
  const invoices = async () => (await first('select count(*)::int as n from invoices')).n
  const there = (await onServer('select count(*)::int as n from public.invoices'))?.n
  expect(await invoices()).toBe(0)
  await expect(call('issue_invoice', { p_invoice_id: crypto.randomUUID() })).rejects.toMatchObject({
    problem: { reason: 'xainik.permission_needed' },
  })
  await cloud.sql(
    `insert into public.user_permissions (user_id, permission)
     select id, 'billing.manage' from public.users where email = $1`,
    [account?.email],
  )
  await engine.api.sync.now({ workspace })
  expect(await invoices()).toBe(there)
  await cloud.sql(`update public.user_permissions set revoked_at = now() where granted_by is null`)
  await engine.api.sync.now({ workspace })
  expect(await invoices()).toBe(0)
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [], busy: [] })
})
