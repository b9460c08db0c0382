import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { get, openSocket, sampleHost } from './support/sample-host.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Asks again as long as nobody listens; what it gets is the very first answer. */
async function firstAnswer<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error
      await setImmediate()
    }
  }
}

it('a page that asks while the host is only beginning is answered, not left waiting for ever', async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const page = firstAnswer(() => get(origin, '', { path: '/' }))
  const socket = firstAnswer(() => openSocket(origin, { origin }))
  const host = await sampleHost(port)
  expect((await page).status).toBe(401)
  expect(await socket).toBe(401)
  await host.remove()
})
