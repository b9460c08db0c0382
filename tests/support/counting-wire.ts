// Injected fault: an HTTP wire between console and cloud that counts requests and bytes, and loses answers when asked to.
import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Passed {
  readonly path: string
  /** What was asked. */
  readonly body: string
  readonly status: number
  /** Of the answer. */
  readonly bytes: number
  readonly ms: number
}

export interface Wire {
  readonly url: string
  /** Everything that went through since it was last emptied. */
  readonly passed: Passed[]
  /** How many requests named this path. */
  count(path: string): number
  /** Whether the answer to a request is lost, once the server has done its work. */
  loses: (path: string) => boolean
  /** A status with which a request is answered in the server's place; null lets it through. */
  refuses: (path: string) => number | null
  close(): Promise<void>
}

/** Characters of a request that are kept. */
const LONGEST_KEPT = 1_000

export async function openWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target)
  const passed: Passed[] = []
  const server = createServer((near, answer) => {
    const from = performance.now()
    const path = near.url ?? ''
    const refused = wire.refuses(path)
    if (refused !== null) {
      near.resume()
      answer.writeHead(refused, { 'content-type': 'application/json' }).end('{"message":"refused","code":"PGRST303"}')
      return
    }
    const isLost = wire.loses(path)
    const far = send({ hostname, port, path, method: near.method, headers: near.headers }, (response) => {
      let bytes = 0
      if (!isLost) answer.writeHead(response.statusCode ?? 502, response.headers)
      response.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (!isLost) answer.write(piece)
      })
      response.on('end', () => {
        passed.push({ path, body, status: response.statusCode ?? 0, bytes, ms: performance.now() - from })
        if (isLost) near.socket.resetAndDestroy()
        else answer.end()
      })
    })
    far.on('error', () => near.socket.destroy())
    // Who asked may be gone: what the server does with it goes on.
    near.on('error', () => undefined)
    let body = ''
    near.on('data', (piece: Buffer) => {
      if (body.length < LONGEST_KEPT) body += piece.toString('latin1')
    })
    near.pipe(far)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const wire: Wire = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    count: (path) => passed.filter((one) => one.path.includes(path)).length,
    loses: () => false,
    refuses: () => null,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return wire
}
