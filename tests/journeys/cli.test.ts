import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud, uploadNewVersion } from '#tests/support/cloud.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

let cloud: TestCloud
let network: Network
let home: string
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  network = await openNetwork(cloud.url)
  home = mkdtempSync(join(tmpdir(), 'outpost-journey-'))
})
afterAll(async () => {
  await network.close()
  await cloud.stop()
  rmSync(home, { recursive: true })
})

interface Answer {
  readonly code: number | null
  // biome-ignore lint/suspicious/noExplicitAny: whatever the command prints
  readonly value: any
}

/** Runs a command as a person's shell would. `killed`: the process is killed the moment it has answered. */
async function outpost(args: readonly string[], { killed = false, password = '' } = {}): Promise<Answer> {
  const child = spawn(process.execPath, ['main/cli.ts', '--home', home, '--json', ...args], {
    env: { ...process.env, OUTPOST_PASSWORD: password },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let text = ''
  child.stdout.on('data', (bytes) => {
    text += bytes
    if (killed && text.includes('\n') && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  })
  const [code] = await once(child, 'close')
  return { code, value: text === '' ? null : JSON.parse(text) }
}

const review = (row: { documentId: string; versionId: string }, status: string, comment?: string) =>
  JSON.stringify({
    p_document_id: row.documentId,
    p_version_id: row.versionId,
    p_status: status,
    p_comment: comment ?? null,
  })

const queue = `select d.id as "documentId", d.current_version_id as "versionId" from documents d where d.status = 'PENDING' order by d.waiting_since, d.id`

const onServer = async (documentId: string) =>
  (
    await cloud.sql<Record<string, unknown>>(
      `select d.status::text,
         (select count(*)::int from public.document_reviews r where r.document_version_id = d.current_version_id) as reviews,
         (select count(*)::int from public.events e where e.entity_id = d.id and e.event_type = 'DOCUMENT_REVIEWED') as events,
         (select count(*)::int from public.notifications n join public.events e on e.id = n.event_id
            where e.entity_id = d.id and e.event_type = 'DOCUMENT_REVIEWED') as notifications
       from public.documents d where d.id = $1`,
      [documentId],
    )
  )[0]

test('the journey: decided with no network, killed, reconciled once, the conflict settled, the mirror rebuilt', {
  timeout: 600_000,
}, async () => {
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  if (agent === undefined) throw new Error('There is no agent.')
  await outpost(['workspace', 'add', 'pv', '--system', 'partners-vrai', '--url', network.url, '--key', cloud.key])
  expect(await outpost(['sign-in', 'pv', '--email', agent.email], { password: agent.password })).toMatchObject({
    code: 0,
  })
  expect(await outpost(['sync', 'pv'])).toMatchObject({ code: 0, value: { pending: 0, conflicts: 0 } })
  const [one, two, three] = (await outpost(['read', 'pv', queue])).value
  const before = await Promise.all([one, two].map((row) => onServer(row.documentId)))

  network.cut()
  const decide = (row: { documentId: string; versionId: string }, status: string, comment?: string) =>
    outpost(['call', 'pv', 'review_document', review(row, status, comment)], { killed: true })
  const ids = [
    (await decide(one, 'APPROVED')).value.id,
    (await decide(two, 'REJECTED', 'La page 2 manque.')).value.id,
    (await decide(three, 'APPROVED')).value.id,
  ]
  await uploadNewVersion(cloud, three.documentId)

  const outbox = await outpost(['outbox', 'pv'])
  expect(outbox.value.entries.map((entry: { id: string; state: string }) => [entry.id, entry.state])).toEqual(
    ids.map((id) => [id, 'pending']),
  )
  const shown = (await outpost(['read', 'pv', queue])).value.map((row: { documentId: string }) => row.documentId)
  for (const row of [one, two, three]) expect(shown).not.toContain(row.documentId)
  expect(await outpost(['sync', 'pv'])).toMatchObject({
    code: 1,
    value: { error: { code: expect.stringMatching(/offline|unreachable/) } },
  })

  network.mend()
  expect(await outpost(['sync', 'pv'])).toMatchObject({ code: 2, value: { pending: 0, conflicts: 1, rejected: 0 } })
  for (const [at, [row, status]] of (
    [
      [one, 'APPROVED'],
      [two, 'REJECTED'],
    ] as const
  ).entries()) {
    expect(await onServer(row.documentId)).toEqual({
      status,
      reviews: 1,
      events: Number(before[at]?.events) + 1,
      notifications: Number(before[at]?.notifications) + 1,
    })
  }
  const conflicts = (await outpost(['conflicts', 'pv'])).value
  expect(conflicts).toMatchObject([
    { id: ids[2], conflict: { kind: 'precondition', reason: { code: 'review.superseded' } } },
  ])
  expect(conflicts[0].conflict.current.version_id).not.toBe(three.versionId)

  expect(await outpost(['resolve', 'pv', ids[2], '--take', 'mine'])).toMatchObject({ code: 0 })
  expect(await outpost(['sync', 'pv'])).toMatchObject({ code: 0, value: { pending: 0, conflicts: 0 } })
  expect(await onServer(three.documentId)).toMatchObject({ status: 'APPROVED', reviews: 1 })
  expect(await outpost(['doctor', 'pv'])).toMatchObject({ code: 0, value: { sound: true } })

  const everything = `select (select count(*)::int from documents) as documents, (select count(*)::int from document_reviews) as reviews, (select md5(string_agg(e::text, '' order by id)) from events e) as events`
  const asBefore = (await outpost(['read', 'pv', everything])).value
  rmSync(join(home, 'workspaces', 'pv', 'mirror'), { recursive: true })
  expect(await outpost(['sync', 'pv'])).toMatchObject({ code: 0 })
  expect((await outpost(['read', 'pv', everything])).value).toEqual(asBefore)
  expect(await outpost(['doctor', 'pv'])).toMatchObject({ code: 0, value: { sound: true } })
})

test('two processes on one workspace: the second is told to wait, at once', async () => {
  const watch = spawn(process.execPath, ['main/cli.ts', '--home', home, '--json', 'sync', 'pv', '--watch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(watch.stdout, 'data')
  expect(await outpost(['status', 'pv'])).toMatchObject({ code: 1, value: { error: { code: 'workspace_locked' } } })
  watch.kill('SIGTERM')
  await once(watch, 'close')
  expect(await outpost(['status', 'pv'])).toMatchObject({ code: 0, value: { pending: 0 } })
})

test('a stranger on the command line gets one line, never a stack', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['main/cli.ts', '--home', home, ...args], { encoding: 'utf8' })
  const unknown = run('status', 'nowhere')
  expect(unknown.status).toBe(1)
  expect(unknown.stderr.trim().split('\n')).toEqual([expect.stringContaining('nowhere')])
})
