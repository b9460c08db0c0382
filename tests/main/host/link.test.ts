import { MessageChannel } from 'node:worker_threads'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileVault } from '#main/host/file-vault.ts'
import { serveLink } from '#main/host/link.ts'
import { threadChannel, utilityChannel } from '#main/host/port-channel.ts'
import type { EngineEvent } from '#shared/contract/contract.ts'
import { type Channel, type Line, LineLost, openLine } from '#shared/lib/line.ts'
import { utilityPorts } from './support/electron.ts'
import { openSampleEngine } from './support/sample-engine.ts'
import { openSocket, type SampleHost, sampleHost, scratch } from './support/sample-host.ts'
import { socketChannel } from './support/socket-channel.ts'

const log = pino({ level: 'silent' })
const folder = scratch()
let host: SampleHost
let cookie: string

beforeAll(async () => {
  host = await sampleHost()
  cookie = await host.enter()
})
afterAll(async () => {
  await host.remove()
  folder.remove()
})

async function served(ours: Channel, engines: Channel): Promise<Channel> {
  const engine = await openSampleEngine({ home: folder.path, vault: fileVault(folder.path), log })
  serveLink(engine, engines, log)
  return ours
}

const transports: Record<string, () => Promise<Channel>> = {
  async 'a port of a worker thread'() {
    const { port1, port2 } = new MessageChannel()
    return await served(threadChannel(port1), threadChannel(port2))
  },
  async 'a port of a utility process'() {
    const { port1, port2 } = utilityPorts()
    return await served(utilityChannel(port1), utilityChannel(port2))
  },
  async 'a WebSocket of the browser host'() {
    const socket = await openSocket(host.origin, { cookie, origin: host.origin })
    if (typeof socket === 'number') throw new Error(`turned away with ${socket}`)
    return socketChannel(socket)
  },
}

describe.each(Object.entries(transports))('over %s', (_name, connect) => {
  async function line(onEvent: (event: EngineEvent) => void = () => {}): Promise<Line> {
    return openLine(await connect(), onEvent)
  }

  it('a call is answered with what the engine answered', async () => {
    const opened = await line()
    const input = { text: 'é\u2028😀', number: 1.5, nothing: null, list: [1, [2]] }
    expect(await opened.call('sample.echo', input)).toEqual({ ok: true, value: { path: 'sample.echo', input } })
    opened.close()
  })

  it('many calls at once each get their own answer', async () => {
    const opened = await line()
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => opened.call('sample.echo', n)))
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual(
      Array.from({ length: 200 }, (_, input) => ({ path: 'sample.echo', input })),
    )
    opened.close()
  })

  it('a megabyte goes through whole', async () => {
    const opened = await line()
    const input = 'x'.repeat(1_000_000)
    expect(await opened.call('sample.echo', input)).toEqual({ ok: true, value: { path: 'sample.echo', input } })
    opened.close()
  })

  it('a defect of the engine is told without anything of its inside', async () => {
    const opened = await line()
    const answer = await opened.call('sample.throw', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
    opened.close()
  })

  it('events come to everyone who is linked, and to nobody else', async () => {
    const heard: EngineEvent[] = []
    const opened = await line((event) => void heard.push(event))
    await opened.call('sample.tell', {})
    await expect.poll(() => heard).toEqual([{ event: 'workspacesChanged' }])
    opened.close()
    const other = await line()
    await expect.poll(async () => await other.call('sample.tell', {})).toEqual({ ok: true, value: 1 })
    expect(heard).toHaveLength(1)
    other.close()
  })

  it('a call that waits when the link closes is told so', async () => {
    const opened = await line()
    const waiting = opened.call('sample.wait', {})
    await opened.call('sample.echo', {})
    opened.close()
    await expect(waiting).rejects.toBeInstanceOf(LineLost)
    await expect(opened.call('sample.echo', {})).rejects.toBeInstanceOf(LineLost)
  })
})
