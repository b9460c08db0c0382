// Stand-in: the project's Realtime (tests/support/realtime.ts), before a project that answers what a test wants.
import { once } from 'node:events'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Gateway } from '#main/gateway/gateway.ts'
import { openRealtime, type Realtime } from '#tests/support/realtime.ts'
import { type FakeProject, gatewayTo, grant, json, startFakeProject } from './fake-project.ts'

let project: FakeProject
let realtime: Realtime
beforeEach(async () => {
  project = await startFakeProject()
  realtime = await openRealtime(project.url, null)
})
afterEach(async () => {
  await realtime.close()
  await project.close()
})

/** Listens; answers what is heard, in order, and the function that waits for a word of it. */
function listenTo(gateway: Gateway) {
  const heard: string[] = []
  let onWord: () => void = () => undefined
  const say = (word: string) => () => {
    heard.push(word)
    onWord()
  }
  const hangUp = gateway.listenForHints({ joined: say('joined'), hinted: say('hinted'), ended: say('ended') })
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise<void>((resolve) => (onWord = resolve))
  }
  return { heard, hangUp, word: (word: string) => until(() => heard.includes(word)) }
}

async function signedIn(lifetime = 3_600): Promise<Gateway> {
  project.answers['/auth/v1/token'] = json(grant('1', lifetime))
  const { gateway } = gatewayTo(realtime)
  await gateway.signIn('ama@example.com', 'secret')
  return gateway
}

test('a hint is heard after the join, with the token of the person, and nothing after hanging up', async () => {
  const line = listenTo(await signedIn())
  await line.word('joined')
  expect(realtime.tokens).toContain('access-1')
  realtime.hint()
  await line.word('hinted')
  line.hangUp()
  const words = line.heard.length
  realtime.hint()
  realtime.drop()
  await once(process, 'never', { signal: AbortSignal.timeout(300) }).catch(() => undefined)
  expect(line.heard).toHaveLength(words)
})

test('a token that is renewed is shown to the line too', async () => {
  realtime.behave({ joinMs: 1_500 })
  // A token is renewed a minute before its end: this one when the join is answered.
  const line = listenTo(await signedIn(61))
  project.answers['/auth/v1/token'] = json(grant('2'))
  await line.word('joined')
  while (!realtime.tokens.includes('access-2')) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(realtime.tokens[0]).toBe('access-1')
  line.hangUp()
})

test('a refused join, a broken socket and nobody there each end the line, once', async () => {
  const gateway = await signedIn()
  realtime.behave({ refuse: true })
  const refused = listenTo(gateway)
  await refused.word('ended')
  realtime.behave({ refuse: false })
  const broken = listenTo(gateway)
  await broken.word('joined')
  realtime.drop()
  await broken.word('ended')
  expect([refused.heard, broken.heard]).toEqual([['ended'], ['joined', 'ended']])

  const listener = createTcpServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  const kept = gatewayTo(realtime)
  await kept.gateway.signIn('ama@example.com', 'secret')
  const elsewhere = gatewayTo(
    { url: `http://127.0.0.1:${port}` },
    { sessionStore: { load: async () => kept.store.text, save: async () => undefined } },
  )
  const nobody = listenTo(elsewhere.gateway)
  await nobody.word('ended')
  expect(nobody.heard).toEqual(['ended'])
})

test('nobody listens without a session', async () => {
  const { gateway } = gatewayTo(realtime)
  const line = listenTo(gateway)
  await line.word('ended')
  expect(realtime.asked).toBe(0)
})
