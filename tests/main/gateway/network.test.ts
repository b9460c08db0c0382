// Injected faults: lines that hang, drip, break and never end.
import { once } from 'node:events'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeProject, gatewayTo, pullAnswer, pullOnce, startFakeProject } from './fake-project.ts'

let project: FakeProject
beforeEach(async () => {
  project = await startFakeProject()
})
afterEach(() => project.close())

const PULL = '/rest/v1/rpc/console_pull'

async function signedIn(limits = {}) {
  const { gateway } = gatewayTo(project, { limits })
  await gateway.signIn('ama@example.com', 'secret')
  return gateway
}

test('a server that never answers is given up in time', async () => {
  const gateway = await signedIn({ headMs: 1_000 })
  project.answers[PULL] = () => undefined
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'timeout' })
})

test('a server that drips its answer is given up in time', async () => {
  const gateway = await signedIn({ answerMs: 150 })
  project.answers[PULL] = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  }
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'timeout' })
})

test('an answer that keeps coming is waited for, however long; one that stops is given up', async () => {
  const gateway = await signedIn({ answerMs: 150, pauseMs: 150 })
  const text = JSON.stringify(pullAnswer).padEnd(1_000)
  project.answers[PULL] = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    let at = 0
    const drip = setInterval(() => {
      response.write(text.slice(at, at + 100))
      at += 100
      if (at < text.length) return
      clearInterval(drip)
      response.end()
    }, 50)
  }
  await expect(pullOnce(gateway)).resolves.toMatchObject({ cursor: '5:5:' })
  project.answers[PULL] = (response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write(text.slice(0, 900))
  }
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'timeout' })
})

test('an answer without end is cut off, and so is one that is small only while it is packed', async () => {
  const gateway = await signedIn({ answerBytes: 100_000 })
  let poured = 0
  project.answers[PULL] = (response) => {
    const more = () => {
      while (!response.destroyed && response.write('x'.repeat(100_000))) poured += 10_000
    }
    response.writeHead(200, { 'content-type': 'application/json' }).on('drain', more)
    more()
  }
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'bad_answer', problem: { reason: 'answer.endless' } })
  // What lies in the buffers of both ends, and no more.
  expect(poured).toBeLessThan(20_000_000)
  project.answers[PULL] = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    response.end(gzipSync(Buffer.alloc(10_000_000, ' ')))
  }
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'bad_answer', problem: { reason: 'answer.endless' } })
})

test('a line that breaks before, at or within the answer is a server that does not answer', async () => {
  const gateway = await signedIn()
  const text = JSON.stringify(pullAnswer)
  for (const sent of [null, '', text.slice(0, 20)]) {
    project.answers[PULL] = (response) => {
      if (sent === null) return void response.destroy()
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': text.length })
      response.write(sent, () => response.destroy())
    }
    await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'unreachable' })
  }
})

test('a large batch of decisions has time to leave on a slow line', async () => {
  const gateway = await signedIn({ headMs: 1_000 })
  project.answers['/rest/v1/rpc/console_push'] = (response) => {
    setTimeout(
      () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"epoch":"e","receipts":[]}'),
      1_400,
    )
  }
  await expect(gateway.push([])).rejects.toMatchObject({ code: 'timeout' })
  const entry = { subject: { text: 'x'.repeat(10_000) } } as unknown as Parameters<typeof gateway.push>[0][number]
  await expect(gateway.push([entry])).resolves.toEqual({ epoch: 'e', receipts: [] })
})

test('an address where nobody listens, and a name that nobody has', async () => {
  const listener = createTcpServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  const nobody = gatewayTo({ url: `http://127.0.0.1:${port}` })
  await expect(nobody.gateway.signIn('a@b.c', 'x')).rejects.toMatchObject({ code: 'unreachable' })
  const nowhere = gatewayTo({ url: 'http://no-such-project.invalid' })
  const failure = await nowhere.gateway.signIn('a@b.c', 'x').catch((error) => error)
  // Without any network at all the name can't even be looked up.
  expect(['unreachable', 'offline']).toContain(failure.code)
})

test('a server that speaks no TLS, or whose line is not safe, is told from one that is away', async () => {
  const plain = gatewayTo({ url: project.url.replace('http:', 'https:') })
  await expect(plain.gateway.signIn('a@b.c', 'x')).rejects.toMatchObject({
    code: 'unreachable',
    problem: { reason: 'network.certificate' },
  })
})

test('closing ends what is under way', async () => {
  const gateway = await signedIn()
  project.answers[PULL] = () => undefined
  const pulling = pullOnce(gateway)
  setTimeout(() => gateway.close(), 50)
  await expect(pulling).rejects.toMatchObject({ code: 'cancelled' })
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'cancelled' })
})
