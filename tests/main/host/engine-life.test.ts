import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { startEngineThread } from '#main/host/browser/engine-thread.ts'
import { Supervisor } from '#main/host/supervisor.ts'
import { ReconnectingBridge } from '../../../preload/bridge.ts'
import { openSocket, type SampleHost, sampleHost, scratch } from './support/sample-host.ts'
import { socketChannel } from './support/socket-channel.ts'

const entry = new URL('./support/sample-engine-process.ts', import.meta.url)
const undo: (() => void | Promise<void>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** The browser host with one page in it, which comes back as a browser's page would. */
async function hostWithPage(): Promise<{ host: SampleHost; page: ReconnectingBridge['bridge']; links: boolean[] }> {
  const host = await sampleHost()
  undo.push(() => host.remove())
  const cookie = await host.enter()
  const link = new ReconnectingBridge('browser')
  const links: boolean[] = []
  let stopped = false
  undo.push(() => {
    stopped = true
  })
  const connect = async () => {
    if (stopped) return
    const socket = await openSocket(host.origin, { cookie, origin: host.origin })
    if (typeof socket === 'number') return void setTimeout(connect, 50)
    socket.on('close', () => setTimeout(connect, 50))
    link.attach(socketChannel(socket))
  }
  link.bridge.onLink((up) => links.push(up))
  await connect()
  return { host, page: link.bridge, links }
}

function supervised(): { home: string; supervisor: Supervisor<MessagePort>; ups: () => number; downs: string[] } {
  const folder = scratch()
  undo.push(() => folder.remove())
  let ups = 0
  const downs: string[] = []
  const supervisor = new Supervisor<MessagePort>({
    start: () => startEngineThread(entry),
    home: folder.path,
    log: pino({ level: 'silent' }),
    closeLimit: 300,
    onUp: () => {
      ups += 1
    },
    onDown: (reason) => void downs.push(reason),
  })
  undo.push(() => supervisor.close())
  return { home: folder.path, supervisor, ups: () => ups, downs }
}

it('an engine that dies is started again, and the page gets its answer from the new one', async () => {
  const { host, page, links } = await hostWithPage()
  expect(await page.call('sample.dieOnce', 7)).toEqual({ ok: true, value: { path: 'sample.dieOnce', input: 7 } })
  expect(host.downs).toEqual(['died as asked'])
  expect(links).toEqual([false, true, false, true])
})

it('a decision that was under way when the engine died is never sent twice, and the page is told', async () => {
  const { page } = await hostWithPage()
  const decision = page.call('entries.submit', {})
  await page.call('sample.dieOnce', {})
  expect(await decision).toMatchObject({ ok: false, error: { code: 'cancelled' } })
})

it('a call made while there is no engine waits for the next one', async () => {
  const { host, page, links } = await hostWithPage()
  void page.call('sample.dieOnce', {})
  await expect.poll(() => links.at(-1)).toBe(false)
  expect(await page.call('entries.undo', 1)).toMatchObject({ ok: true })
  expect(host.downs).toHaveLength(1)
})

it('an engine that can not be opened at the start says why and is not tried again', async () => {
  const { home, supervisor, downs } = supervised()
  writeFileSync(join(home, 'broken'), '')
  await expect(supervisor.open()).rejects.toMatchObject({ code: 'disk_full', message: 'The disk is full.' })
  expect(supervisor.isUp()).toBe(false)
  expect(downs).toEqual([])
})

it('an engine that fails after it had run is tried again until it comes up', async () => {
  const { home, supervisor, ups, downs } = supervised()
  await supervisor.open()
  writeFileSync(join(home, 'broken'), '')
  const { port1, port2 } = new MessageChannel()
  supervisor.connect(port2)
  port1.postMessage(JSON.stringify({ t: 'q', i: '1', m: 'call', a: ['sample.dieOnce'] }))
  await expect.poll(() => downs, { timeout: 5_000 }).toEqual(['died as asked', 'The disk is full.'])
  rmSync(join(home, 'broken'))
  await expect.poll(ups, { timeout: 5_000 }).toBe(2)
})

it('an engine that does not close in time is ended', async () => {
  const { home, supervisor, downs } = supervised()
  await supervisor.open()
  writeFileSync(join(home, 'stuck'), '')
  await supervisor.close()
  expect(supervisor.isUp()).toBe(false)
  expect(downs).toEqual([])
})

it('an engine that closes has closed its data first', async () => {
  const { home, supervisor } = supervised()
  await supervisor.open()
  await supervisor.close()
  expect(existsSync(join(home, 'closed'))).toBe(true)
})
