// Stand-in: the project's Realtime (tests/support/realtime.ts). Cloud, database, policies and engine are real.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { addRealtime, openRealtime, type Realtime } from '#tests/support/realtime.ts'

const workspace = 'pv'
let cloud: TestCloud
let realtime: Realtime
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  await addRealtime((script) => cloud.sql(script))
  realtime = await openRealtime(cloud.url, cloud.sql)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: realtime.url, key: cloud.key })
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await engine.api.session.signIn({ workspace, email: agent?.email ?? '', password: agent?.password ?? '' })
  await engine.api.sync.now({ workspace })
})
afterAll(async () => {
  await engine.close()
  await realtime.close()
  await cloud.stop()
})

const status = () => engine.api.sync.status({ workspace })

/** Told of changes, and at rest: the next unasked look is a minute away. */
async function listening() {
  await engine.until(async () => (await status()).hinted && (await status()).state === 'online')
  await atRest()
}

async function atRest() {
  let looks = -1
  await engine.until(async () => {
    const now = realtime.calls('console_pull')
    const isStill = now === looks && (await status()).state === 'online'
    looks = now
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    return isStill
  })
}

let changes = 0
/** Somebody elsewhere changes a row; answers how to see whether it is here. */
async function changeElsewhere(): Promise<() => Promise<boolean>> {
  changes += 1
  const phone = `+33 1 ${String(changes).padStart(8, '0')}`
  await cloud.sql(
    'update public.profiles set phone = $1 where id = (select id from public.profiles order by id limit 1)',
    [phone],
  )
  const sql = `select count(*)::int as n from profiles where phone = '${phone}'`
  return async () => (await engine.api.tools.read({ workspace, sql })).rows[0]?.n === 1
}

test('a project that gives no hints is never asked for any', async () => {
  await engine.until(async () => (await status()).state === 'online')
  expect(await status()).toMatchObject({ hinted: false })
  expect(realtime.asked).toBe(0)
})

test('a change elsewhere is here at once, by a hint', async () => {
  await cloud.sql('select console_sync.send_hints()')
  await engine.restart()
  await listening()
  const told = realtime.told
  const isHere = await changeElsewhere()
  await engine.until(isHere)
  expect(realtime.told).toBe(told + 1)
})

test('many hints, true or false, become few looks, and change nothing else', async () => {
  await listening()
  const before = realtime.calls('console_pull')
  for (let at = 0; at < 200; at++) realtime.hint()
  const isHere = await changeElsewhere()
  await engine.until(isHere)
  await atRest()
  expect(realtime.calls('console_pull') - before).toBeLessThan(10)
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('frames that are none, or of another shape, break nothing', async () => {
  await listening()
  const topic = 'realtime:console_sync'
  for (const frame of [
    { topic, event: 'phx_reply', ref: '1', payload: null },
    { topic, event: 'phx_reply', ref: '1', payload: { status: 'ok', response: null } },
    { topic, event: 'presence_state', ref: null, payload: null },
    { topic, event: 'presence_diff', ref: null, payload: { joins: 1 } },
    { topic, event: 'postgres_changes', ref: null, payload: {} },
    { topic, event: 'broadcast', ref: null, payload: { event: 7 } },
    { topic, event: 'broadcast', ref: null, payload: { event: 'changed', payload: { relation: 'x', rows: [] } } },
    { topic: null, event: 'broadcast', payload: { event: 'changed' } },
    { topic: 'realtime:another', event: 'phx_close', ref: null, payload: {} },
    null,
    [],
    7,
  ]) {
    realtime.say(JSON.stringify(frame))
  }
  for (const text of ['', '{', '[null,null', '\u0000', 'x'.repeat(1_000_000)]) realtime.say(text)
  const isHere = await changeElsewhere()
  await engine.until(isHere)
  expect(await status()).toMatchObject({ hinted: true, problem: null })
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
})

test('a lost hint is made up for: when the line comes back, and without one by looking', async () => {
  await listening()
  realtime.behave({ lose: true })
  const first = await changeElsewhere()
  realtime.drop()
  await engine.until(first)
  await engine.until(async () => (await status()).hinted)
  expect(realtime.joins).toBeGreaterThan(1)

  realtime.behave({ refuse: true })
  realtime.drop()
  await engine.until(async () => !(await status()).hinted)
  const second = await changeElsewhere()
  await engine.api.sync.focus({ workspace })
  await engine.until(second)
  const third = await changeElsewhere()
  await engine.until(third)
  expect(await status()).toMatchObject({ hinted: false, problem: null })

  realtime.behave({ refuse: false, lose: false })
  await engine.until(async () => (await status()).hinted)
})

test('whoever works offline or has signed out does not listen', async () => {
  await listening()
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.until(async () => realtime.listening === 0)
  await engine.api.sync.workOffline({ workspace, on: false })
  await engine.until(async () => (await status()).hinted)
  await engine.api.session.signOut({ workspace })
  await engine.until(async () => realtime.listening === 0)
})
