import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DemoAnswer } from '#shared/contract/demo.ts'

export interface DemoDoor {
  /** `POST <address>/<system>` asks for a cloud; `?again` also for one that has failed. */
  readonly address: string
  close(): void
}

/**
 * The one place at which the console asks for demo clouds: on this computer alone, at an address that only whoever was
 * told it can know.
 */
export async function openDemoDoor(
  systems: readonly string[],
  ask: (system: string, again: boolean) => DemoAnswer,
): Promise<DemoDoor> {
  const secret = randomBytes(32).toString('base64url')
  const server = createServer((request, response) => {
    const [path, query] = (request.url ?? '').split('?', 2)
    const system = systems.find((name) => path === `/${secret}/${name}`)
    if (system === undefined || request.method !== 'POST') {
      response.writeHead(404).end()
      return
    }
    response
      .writeHead(200, { 'content-type': 'application/json', connection: 'close' })
      .end(JSON.stringify(ask(system, query === 'again')))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${secret}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
