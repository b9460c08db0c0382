import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { openRestorableCloud, type RestorableCloud } from '#tests/support/restorable-cloud.ts'

const workspace = 'pv'
let place: RestorableCloud
let engine: TestEngine
let network: Network
/** Begins every message of one test. */
let mark: string
let dossier: string
let backup: string

beforeAll(async () => {
  place = await openRestorableCloud()
  const [first] = await place.cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  dossier = first?.id ?? ''
  engine = await openTestEngine()
  network = await openNetwork(place.cloud.url)
  const { key, accounts } = place.cloud
  const agent = accounts.find(({ role }) => role === 'agent')
  if (agent === undefined) throw new Error('There is no agent.')
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: network.url, key })
  await engine.api.session.signIn({ workspace, email: agent.email, password: agent.password })
  await engine.api.sync.workOffline({ workspace, on: true })
  await sync()
})
afterAll(async () => {
  await engine.close()
  await network.close()
  await place.close()
})

beforeEach(() => {
  mark = randomUUID()
  backup = `kept_${mark.slice(0, 8)}`
})

const sync = () => engine.api.sync.now({ workspace })
const report = () => engine.api.sync.server({ workspace })
const accept = (choice: { sendAgain?: 'all' | string[]; leave?: 'all' | string[] } = {}) =>
  engine.api.sync.acceptServer({ workspace, ...choice })
const state = async (id: string) =>
  (await engine.api.outbox.list({ workspace, which: 'all' })).entries.find((entry) => entry.id === id)

async function say(words: string): Promise<string> {
  const args = { p_dossier_id: dossier, p_body: `${mark} ${words}` }
  const { id } = await engine.api.entries.submit({
    workspace,
    request: { kind: 'call', function: 'send_message', args },
  })
  return id
}

const sorted = (rows: readonly { body?: unknown }[]) =>
  rows.map(({ body }) => String(body).slice(mark.length + 1)).sort()
const onServer = async () =>
  sorted(await place.cloud.sql('select body from public.messages where body like $1', [`${mark}%`]))
const shown = async () =>
  sorted((await engine.api.tools.read({ workspace, sql: `select body from messages where body like '${mark}%'` })).rows)

/** Decides, keeps the server, decides more, and puts the kept server back. */
async function afterARestore(as: 'copy' | 'disk') {
  const kept = await say('before the backup')
  await sync()
  await place.backUp(backup)
  const [one, two] = [await say('one'), await say('two')]
  await sync()
  const waits = await say('waits')
  await place.restore(backup, as)
  return { kept, one, two, waits }
}

test.for(['copy', 'disk'] as const)(
  'a server restored as %s: what it lost is named, nothing is sent before the choice, and each answer to it is kept',
  { timeout: 600_000 },
  async (as) => {
    const { kept, one, two, waits } = await afterARestore(as)
    // It was greeted long ago, and is not taken for the one it was.
    await expect(sync()).rejects.toMatchObject({ code: 'server_replaced' })
    expect(await onServer()).toEqual(['before the backup'])
    const { change, otherSystem, lost, waiting } = await report()
    expect({ change, otherSystem }).toEqual({ change: 'restored', otherSystem: null })
    expect(lost.map(({ id }) => id)).toEqual([one, two])
    expect(waiting.map(({ id }) => id)).toEqual([waits])

    // Whoever does not choose works on with everything that was here.
    const later = await say('later')
    await engine.restart()
    await expect(sync()).rejects.toMatchObject({ code: 'server_replaced' })
    expect(await shown()).toEqual(['before the backup', 'later', 'one', 'two', 'waits'])
    expect(await onServer()).toEqual(['before the backup'])

    const refused = (field: string, reason: string) => ({ code: 'bad_request', problem: { field, reason } })
    const unanswered = refused('sendAgain', 'server.unanswered')
    await expect(accept({ sendAgain: [one] })).rejects.toMatchObject(unanswered)
    await expect(accept({ sendAgain: 'all', leave: 'all' })).rejects.toMatchObject(unanswered)
    await expect(accept({ sendAgain: 'all', leave: [kept] })).rejects.toMatchObject(refused('leave', 'server.not_lost'))
    expect(await accept({ sendAgain: [one], leave: 'all' })).toEqual({ sentAgain: 1, left: 1 })
    await sync()
    await sync()
    expect(await onServer()).toEqual(['before the backup', 'later', 'one', 'waits'])
    expect(await shown()).toEqual(['before the backup', 'later', 'one', 'waits'])
    for (const id of [kept, one, waits, later]) expect(await state(id)).toMatchObject({ state: 'done', lost: false })
    const content = { operation: { args: { p_body: `${mark} two` } } }
    expect(await state(two)).toMatchObject({ state: 'discarded', lost: true, ...content })
    expect(await report()).toMatchObject({ change: 'none', lost: [] })
    expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
  },
)

test('rows that the restored server has lost or got back are so here as one cut, with no decision at stake', {
  timeout: 600_000,
}, async () => {
  const [before] = await place.cloud.sql<{ full_name: string; id: string }>(
    'select id, full_name from public.profiles order by id limit 1',
  )
  await place.backUp(backup)
  await place.cloud.sql(`update public.profiles set full_name = 'Renamed since' where id = $1`, [before?.id])
  await sync()
  const name = async () =>
    (await engine.api.tools.read({ workspace, sql: `select full_name from profiles where id = '${before?.id}'` })).rows
  expect(await name()).toEqual([{ full_name: 'Renamed since' }])
  await place.restore(backup, 'copy')
  await expect(sync()).rejects.toMatchObject({ code: 'server_replaced' })
  expect(await report()).toMatchObject({ change: 'restored', lost: [], waiting: [] })
  await accept()
  expect(await name()).toEqual([{ full_name: 'Renamed since' }])
  await sync()
  expect(await name()).toEqual([{ full_name: before?.full_name }])
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a restored server that has a receipt for what waits here answers with it, and does nothing twice', {
  timeout: 600_000,
}, async () => {
  const id = await say('its answer is lost')
  network.loseAnswersTo('console_push')
  await expect(sync()).rejects.toMatchObject({ code: expect.stringMatching(/offline|unreachable/) })
  network.mend()
  await place.backUp(backup)
  await place.restore(backup, 'copy')
  expect(await state(id)).toMatchObject({ state: 'pending' })
  expect(await report()).toMatchObject({ change: 'restored', lost: [], waiting: [{ id }] })
  await accept()
  await sync()
  expect(await state(id)).toMatchObject({ state: 'done' })
  expect(await onServer()).toEqual(['its answer is lost'])
})
