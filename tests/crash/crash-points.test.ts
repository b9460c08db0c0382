import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CRASH_POINTS, type CrashPoint } from '#main/sync/crash-points.ts'
import type { EntryView } from '#shared/contract/entries.ts'
import { startTestCloud, type TestCloud, uploadNewVersion } from '#tests/support/cloud.ts'
import { answersOf, type Call, joining, message, newHome, runConsole } from './support/console.ts'

let cloud: TestCloud
let home: string
let dossier: string
/** Documents that still wait, each used by one test. */
let documents: { id: string; version: string }[]
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  home = newHome()
  await answersOf(home, ...joining(cloud), ['sync.now'])
  const [first] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  dossier = first?.id ?? ''
  documents = await cloud.sql(
    `select id, current_version_id as version from public.documents where status = 'PENDING' order by id`,
  )
})
afterAll(async () => {
  await cloud.stop()
  rmSync(home, { recursive: true })
})

const SYNC: Call = ['sync.now']

/** What a fresh process finds after it has synced: every entry by its id, and the messages that it shows. */
async function afterwards(folder: string, mark = ' '): Promise<{ entries: Map<string, EntryView>; shown: string[] }> {
  const [kept, , outbox, messages] = await answersOf(
    folder,
    ['tools.read', { sql: 'select count(*)::int as n from documents' }],
    SYNC,
    ['outbox.list', { which: 'all', limit: 500 }],
    ['tools.read', { sql: `select body from messages where body like '${mark}%' order by body` }],
  )
  // A kill costs no rows: whoever has no network would be left with nothing to look at.
  expect(kept.rows[0].n).toBeGreaterThan(0)
  return {
    entries: new Map(outbox.entries.map((entry: EntryView) => [entry.id, entry])),
    shown: messages.rows.map(({ body }: { body: string }) => body),
  }
}

async function isSound(folder: string): Promise<void> {
  const [{ sound, checks }] = await answersOf(folder, ['tools.doctor'])
  expect(sound, JSON.stringify(checks)).toBe(true)
}

const wordsIn = ({ operation }: EntryView) => (operation.kind === 'call' ? String(operation.args.p_body) : '')

async function messagesOnServer(mark: string): Promise<string[]> {
  const rows = await cloud.sql<{ body: string }>(`select body from public.messages where body like $1 order by body`, [
    `${mark}%`,
  ])
  return rows.map(({ body }) => body)
}

/** Points on the way of plain decisions, and which time they are reached it ends. */
const ON_THE_WAY: readonly [CrashPoint, number[]][] = [
  ['submit.checked', [1, 3]],
  ['submit.journalled', [1, 4]],
  ['submit.committed', [5]],
  ['push.noted', [2]],
  ['push.answered', [1, 2]],
  ['push.settled', [1, 2]],
  ['pull.staged', [2]],
  ['pull.before_cut', [1, 2]],
  ['cut.applied', [2, 3]],
  ['pull.settled', [3]],
]

test.for(ON_THE_WAY.flatMap(([point, times]) => times.map((time) => [point, time] as const)))(
  'killed at %s, time %i: what was saved is on the server once, and what was not is whole or absent',
  { timeout: 600_000 },
  async ([point, time]) => {
    const mark = `${point} ${time} ${randomUUID()}`
    const words = ['one', 'two', 'three', 'four', 'five'].map((word) => `${mark} ${word}`)
    await cloud.sql(`update public.dossiers set updated_at = now() where id = $1`, [dossier])
    const decide = words.map((body) => message(dossier, body))
    const calls = [...decide.slice(0, 3), SYNC, ...decide.slice(3), SYNC]
    const { signal, replies } = await runConsole(home, calls, `${point}:${time}`)
    expect(signal).toBe('SIGKILL')
    const saved = replies.flatMap((reply) => (reply.ok && has(reply.value, 'id') ? [reply.value.id] : []))

    const { entries, shown } = await afterwards(home, mark)
    const mine = [...entries.values()].filter((entry) => wordsIn(entry).startsWith(mark))
    expect(mine.map(({ id }) => id)).toEqual(expect.arrayContaining(saved))
    expect(mine.length - saved.length).toBeLessThanOrEqual(1)
    expect(new Set(mine.map(({ state }) => state)).difference(new Set(['done']))).toEqual(new Set())
    expect(await messagesOnServer(mark)).toEqual(mine.map(wordsIn).sort())
    expect(shown).toEqual(mine.map(wordsIn).sort())
  },
)

function has<K extends string>(value: unknown, key: K): value is Record<K, string> {
  return typeof value === 'object' && value !== null && key in value
}

test('after all these deaths the mirror is the server, and the journal is whole', () => isSound(home))

test('killed while a conflict is being ended: it is still there, or its end is saved whole', {
  timeout: 600_000,
}, async () => {
  const points = ['submit.checked', 'resolve.journalled', 'submit.committed']
  for (const [at, { document, entry }] of (await conflicts(points.length)).entries()) {
    const point = points[at]
    const resolve: Call = ['conflicts.resolve', { id: entry, take: 'mine' }]
    expect((await runConsole(home, [resolve], point)).signal).toBe('SIGKILL')
    const { entries } = await afterwards(home)
    const isSaved = point !== 'submit.checked'
    expect(entries.get(entry)?.state).toBe(isSaved ? 'resolved' : 'conflict')
    expect(await reviews(document)).toBe(isSaved ? 1 : 0)
  }
})

test('killed while a decision is being given up: it is gone here and never reaches the server', {
  timeout: 600_000,
}, async () => {
  const mark = `given up ${randomUUID()}`
  const [{ id }] = await answersOf(home, message(dossier, mark))
  expect((await runConsole(home, [['outbox.discard', { id }]], 'discard.settled')).signal).toBe('SIGKILL')
  expect((await afterwards(home)).entries.get(id)?.state).toBe('discarded')
  expect(await messagesOnServer(mark)).toEqual([])

  const [made] = await conflicts(1)
  if (made === undefined) throw new Error('There is no conflict.')
  const { document, entry } = made
  const theirs: Call = ['conflicts.resolve', { id: entry, take: 'theirs' }]
  expect((await runConsole(home, [theirs], 'discard.settled')).signal).toBe('SIGKILL')
  expect((await afterwards(home)).entries.get(entry)?.state).toBe('resolved')
  expect(await reviews(document)).toBe(0)
  await isSound(home)
})

test('the first copy, killed at every step, goes on where it was and ends equal to the server', {
  timeout: 600_000,
}, async () => {
  const fresh = newHome()
  await answersOf(fresh, ...joining(cloud))
  const steps = [
    'snapshot.page',
    'snapshot.page:5',
    'snapshot.page:9',
    'pull.staged',
    'pull.before_cut',
    'cut.applied',
    'snapshot.copied',
    'snapshot.ready',
  ]
  for (const step of steps) expect((await runConsole(fresh, [SYNC], step)).signal, step).toBe('SIGKILL')
  await answersOf(fresh, SYNC)
  await isSound(fresh)
  rmSync(fresh, { recursive: true })
})

/** The first cut of a process is the one that it starts with. */
const TAKING_OVER = ['schema.prepared', 'schema.fetched', 'pull.before_cut', 'cut.applied:2']

test('killed while another schema is taken over: it shows the old one or the new one, and no decision is lost', {
  timeout: 600_000,
}, async () => {
  for (const [at, step] of TAKING_OVER.entries()) {
    const mark = `schema ${at} ${randomUUID()}`
    await cloud.sql(`alter table public.messages add column new_${at} integer not null default ${at}`)
    expect((await runConsole(home, [message(dossier, mark), SYNC], step)).signal, step).toBe('SIGKILL')
    const columns = `select count(*)::int as n from pg_attribute where attrelid = 'messages'::regclass and attname = 'new_${at}'`
    const [before] = await answersOf(home, ['tools.read', { sql: columns }])
    expect(before.rows, step).toEqual([{ n: step.startsWith('cut') ? 1 : 0 }])
    expect((await afterwards(home, mark)).shown).toEqual([mark])
    expect(await messagesOnServer(mark)).toEqual([mark])
    const [after] = await answersOf(home, [
      'tools.read',
      { sql: `select count(*)::int as n from messages where new_${at} is null or new_${at} <> ${at}` },
    ])
    expect(after.rows).toEqual([{ n: 0 }])
  }
  await isSound(home)
})

test('killed while what is kept of a table changes: it is kept as before or as chosen, and goes on by itself', {
  timeout: 600_000,
}, async () => {
  const messages = 'public.messages'
  const keep = (scope: unknown): Call => ['scopes.set', { relation: messages, scope }]
  const [all] = await cloud.sql<{ n: number }>('select count(*)::int as n from public.messages')
  const kept = async () => {
    const [{ tables }] = await answersOf(home, ['scopes.list'])
    return tables.find(({ relation }: { relation: string }) => relation === messages)
  }
  expect((await runConsole(home, [keep('none')], 'scope.pruned')).signal).toBe('SIGKILL')
  expect(await kept()).toMatchObject({ scope: 'none', waits: false, rows: 0 })
  for (const step of ['scope.staged', 'pull.before_cut'] as const) {
    expect((await runConsole(home, [keep('all')], step)).signal, step).toBe('SIGKILL')
    expect(await kept(), step).toMatchObject({ scope: 'all', waits: true, rows: 0 })
  }
  expect((await runConsole(home, [SYNC], 'scope.widened')).signal).toBe('SIGKILL')
  expect(await kept()).toMatchObject({ waits: false, rows: all?.n })
  await isSound(home)
})

test('every point is one at which a process was killed', () => {
  const used = new Set([...ON_THE_WAY.map(([point]) => point), 'resolve.journalled', 'discard.settled'])
  // How to go on with a restored server: replaced-server.test.
  for (const point of ['server.marked', 'server.accepted']) used.add(point)
  const copying = CRASH_POINTS.filter((point) => point.startsWith('snapshot.') || point.startsWith('scope.'))
  expect(new Set([...used, ...copying, ...TAKING_OVER.slice(0, 2)])).toEqual(new Set(CRASH_POINTS))
})

/** Reviews of versions that are no longer current, as the server has answered them. */
async function conflicts(count: number): Promise<{ document: string; entry: string }[]> {
  const chosen = documents.splice(0, count)
  const decided = await answersOf(
    home,
    ...chosen.map(({ id, version }): Call => {
      const args = { p_document_id: id, p_version_id: version, p_status: 'APPROVED' }
      return ['entries.submit', { request: { kind: 'call', function: 'review_document', args } }]
    }),
  )
  for (const { id } of chosen) await uploadNewVersion(cloud, id)
  await answersOf(home, SYNC)
  return chosen.map(({ id }, at) => ({ document: id, entry: decided[at].id }))
}

async function reviews(document: string): Promise<number> {
  const [row] = await cloud.sql<{ n: number }>(
    `select count(*)::int as n from public.document_reviews r
     join public.documents d on d.current_version_id = r.document_version_id where d.id = $1`,
    [document],
  )
  return row?.n ?? 0
}
