import { randomUUID } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { answersOf, joining, message, newHome, runConsole, workspace } from './support/console.ts'
import { damage, KINDS, randomFrom } from './support/damage.ts'

const ROWS = `select (select count(*)::int from documents) as documents, (select count(*)::int from document_versions) as versions,
  (select md5(string_agg(e::text, '' order by id)) from events e where event_type <> 'MESSAGE_SENT') as events`
const seed = Number(process.env.OUTPOST_SEED ?? Math.floor(Math.random() * 1e9))

let cloud: TestCloud
let network: Network
let home: string
let kept: string
let mark: string
let shown: unknown
let saved: string[]
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  network = await openNetwork(cloud.url)
  home = newHome()
  kept = newHome()
  await answersOf(home, ...joining({ ...cloud, url: network.url }), ['sync.now'])
  shown = (await answersOf(home, ['tools.read', { sql: ROWS }]))[0].rows
  const [first] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  mark = randomUUID()
  const decide = ['one', 'two', 'three'].map((word) => message(first?.id ?? '', `${mark} ${word}`))
  const { replies } = await runConsole(home, decide, 'submit.committed:3')
  saved = replies.flatMap((reply) => (reply.ok ? [(reply.value as { id: string }).id] : []))
  cpSync(join(home, 'workspaces'), join(kept, 'workspaces'), { recursive: true })
})
afterAll(async () => {
  await network.close()
  await cloud.stop()
  for (const folder of [home, kept]) rmSync(folder, { recursive: true })
})

test.for(KINDS.map((kind, n) => [kind, seed + n] as const))(
  'a mirror that a power cut left %s (seed %i): no wrong row is shown, nothing decided is lost, and it heals',
  { timeout: 600_000 },
  async ([kind, own]) => {
    rmSync(join(home, 'workspaces'), { recursive: true })
    cpSync(join(kept, 'workspaces'), join(home, 'workspaces'), { recursive: true })
    const what = damage(join(home, 'workspaces', workspace, 'mirror'), kind, randomFrom(own))

    network.cut()
    const offline = await runConsole(home, [['outbox.list'], ['tools.read', { sql: ROWS }], ['sync.status']])
    const [outbox, read, status] = offline.replies
    expect(offline.signal, what).toBe(null)
    expect(outbox, what).toMatchObject({ ok: true, value: { total: 3 } })
    if (status?.ok && (status.value as { ready: boolean }).ready) {
      expect(read, what).toMatchObject({ ok: true, value: { rows: shown } })
    }

    network.mend()
    const [, , read2, all, { sound, checks }] = await answersOf(
      home,
      ['sync.now'],
      ['sync.now'],
      ['tools.read', { sql: ROWS }],
      ['outbox.list', { which: 'all' }],
      ['tools.doctor'],
    )
    expect(read2.rows, what).toEqual(shown)
    expect(all.entries.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(saved))
    expect(new Set(all.entries.map(({ state }: { state: string }) => state)), what).toEqual(new Set(['done']))
    expect(sound, `${what} ${JSON.stringify(checks)}`).toBe(true)
    const onServer = await cloud.sql('select id from public.messages where body like $1', [`${mark}%`])
    expect(onServer).toHaveLength(3)
  },
)

test('a page that goes bad while the mirror is used is an answer in words once, and then a mirror as before', {
  timeout: 600_000,
}, async () => {
  await answersOf(home, ['sync.now'])
  const [{ rows }] = await answersOf(home, [
    'tools.read',
    { sql: `select pg_relation_filepath('document_versions') as path` },
  ])
  const path = join(home, 'workspaces', workspace, 'mirror', rows[0].path)
  const bytes = readFileSync(path)
  bytes[4000] = (bytes[4000] ?? 0) ^ 1
  writeFileSync(path, bytes)

  network.cut()
  const { replies } = await runConsole(home, [['tools.read', { sql: ROWS }], ['sync.status'], ['outbox.list']])
  expect(replies).toMatchObject([
    { ok: false, error: { code: 'mirror_damaged' } },
    { ok: true, value: { ready: false } },
    { ok: true },
  ])
  network.mend()
  const answers = await answersOf(home, ['sync.now'], ['tools.read', { sql: ROWS }], ['tools.doctor'])
  expect(answers).toMatchObject([{}, { rows: shown }, { sound: true }])
})
