// A double of the door that `npm start` opens: no cloud is started here, its answers are what is injected.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DemoAnswer } from '#shared/contract/demo.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const account = { email: 'marie@example.com', password: 'x', role: 'agent', name: 'Marie' }
const asked: string[] = []
let answer: DemoAnswer = { state: 'starting', phase: 'rows', done: 3, total: 10 }
let door: Server
let engine: TestEngine

beforeAll(async () => {
  door = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  engine = await openTestEngine({ demoDoor: `http://127.0.0.1:${(door.address() as AddressInfo).port}/secret` })
  const nowhere = { url: 'http://127.0.0.1:9', key: 'k' }
  await engine.api.workspaces.add({ name: 'demo', system: 'linkdev', ...nowhere, demoAccounts: [account] })
  await engine.api.workspaces.add({ name: 'own', system: 'linkdev', ...nowhere })
})
afterAll(async () => {
  await engine.close()
  await new Promise((resolve) => door.close(resolve))
})

test('a demo is asked for where it is started, and tried again only when the person says so', async () => {
  asked.length = 0
  expect(await engine.api.demo.start({ workspace: 'demo' })).toEqual(answer)
  await engine.api.demo.start({ workspace: 'demo', again: true })
  expect(asked).toEqual(['POST /secret/linkdev', 'POST /secret/linkdev?again'])
})

test('a workspace of somebody’s own is no demo: nothing is started for it', async () => {
  asked.length = 0
  expect(await engine.api.demo.start({ workspace: 'own' })).toEqual({ state: 'none' })
  expect(asked).toEqual([])
})

test('why a cloud could not start is told in its own words', async () => {
  answer = { state: 'failed', reason: 'The disk is full.' }
  expect(await engine.api.demo.start({ workspace: 'demo' })).toEqual(answer)
})

test('where nobody answers any more, that is told, and it can be asked for again', async () => {
  answer = {} as DemoAnswer
  expect(await engine.api.demo.start({ workspace: 'demo' })).toEqual({ state: 'failed', reason: null })
})

test('a cloud that had to take another port is followed there', async () => {
  answer = { state: 'running', url: 'http://127.0.0.1:10' }
  expect(await engine.api.demo.start({ workspace: 'demo' })).toEqual({ state: 'running' })
  const [demo] = await engine.api.workspaces.list({})
  expect(demo?.url).toBe('http://127.0.0.1:10')
  expect(engine.events).toContainEqual({ event: 'workspacesChanged' })
})

test('asking for a demo, or for the list, opens no workspace', async () => {
  await engine.api.demo.start({ workspace: 'demo' })
  expect((await engine.api.workspaces.list({})).map(({ open }) => open)).toEqual([false, false])
  await engine.api.sync.status({ workspace: 'own' })
  expect((await engine.api.workspaces.list({})).map(({ open }) => open)).toEqual([false, true])
})

test('where nobody starts demo clouds the workspace goes on as any other', async () => {
  const alone = await openTestEngine({ demoDoor: undefined })
  try {
    await alone.api.workspaces.add({
      name: 'demo',
      system: 'linkdev',
      url: 'http://127.0.0.1:9',
      key: 'k',
      demoAccounts: [account],
    })
    expect(await alone.api.demo.start({ workspace: 'demo' })).toEqual({ state: 'none' })
  } finally {
    await alone.close()
  }
})
