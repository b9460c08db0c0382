// Injected faults: a proxy between console and cloud, over TLS, that answers as no healthy project does.
import { once } from 'node:events'
import { request as ask, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Certificate } from './certificates.ts'

/** Where a fault strikes: the start of such requests' lines. */
export const PLACES = {
  hello: 'POST /rest/v1/rpc/console_hello',
  snapshot: 'POST /rest/v1/rpc/console_snapshot',
  pull: 'POST /rest/v1/rpc/console_pull',
  push: 'POST /rest/v1/rpc/console_push',
  signIn: 'POST /auth/v1/token?grant_type=password',
  refresh: 'POST /auth/v1/token?grant_type=refresh_token',
  file: 'GET /storage/v1/object/',
} as const
export type Place = keyof typeof PLACES

interface Good {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Exchange {
  readonly response: ServerResponse
  readonly socket: Socket
  /** What the console sent. */
  readonly sent: Buffer
  /** What the cloud answers. It is asked only when a fault wants to know. */
  good(): Promise<Good>
}

export type Misdeed = (exchange: Exchange) => void | Promise<void>

export class BadServer {
  readonly #target: URL
  readonly #sockets = new Set<Socket>()
  #server: Server
  #port = 0
  #place: Place | null = null
  #misdeed: Misdeed | null = null
  /** Access tokens that are taken for spent. */
  readonly #spent = new Set<string>()
  #lastToken = ''
  /** Requests that met the fault. */
  met = 0

  private constructor(target: string, certificate: Certificate) {
    this.#target = new URL(target)
    this.#server = this.#made(certificate)
  }

  static async open(target: string, certificate: Certificate): Promise<BadServer> {
    const bad = new BadServer(target, certificate)
    await bad.listen()
    return bad
  }

  get url(): string {
    return `https://localhost:${this.#port}`
  }

  /** From now on, at one place, until `behave`. A refresh has something to do only when tokens are spent. */
  misbehave(place: Place, misdeed: Misdeed): void {
    this.#place = place
    this.#misdeed = misdeed
    this.met = 0
    if (place === 'refresh') this.#spent.add(this.#lastToken)
  }

  behave(): void {
    this.#place = null
    this.#misdeed = null
  }

  async listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Breaks every line; the next request makes a new one. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Nobody listens any more. */
  async leave(): Promise<void> {
    this.hangUp()
    this.#server.close()
    await once(this.#server, 'close')
  }

  /** Comes back at the same place, as somebody else. */
  async present(certificate: Certificate): Promise<void> {
    await this.leave()
    this.#server = this.#made(certificate)
    await this.listen()
  }

  #made(certificate: Certificate): Server {
    const server = createServer(certificate, this.#serve)
    server.on('secureConnection', (socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      // Broken lines are what this is for.
      socket.on('error', () => undefined)
    })
    return server
  }

  readonly #serve: RequestListener = async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const line = `${request.method} ${request.url}`
    const token = request.headers.authorization ?? ''
    const sent = Buffer.concat(chunks)
    const exchange = { response, socket: request.socket, sent, good: () => this.#forward(request, sent) }
    if (line.includes('/rpc/') && this.#spent.has(token)) return give(response, spent)
    if (line.includes('/rpc/')) this.#lastToken = token
    if (this.#misdeed === null || this.#place === null || !line.startsWith(PLACES[this.#place])) {
      const answer = await exchange.good()
      if (line.startsWith(PLACES.refresh) && answer.status === 200) this.#spent.clear()
      return give(response, answer)
    }
    this.met += 1
    await this.#misdeed(exchange)
  }

  #forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Good> {
    const { connection: _, 'transfer-encoding': __, ...rest } = headers
    const { hostname, port } = this.#target
    const onward = ask({
      hostname,
      port,
      method,
      path: url,
      agent: false,
      headers: { ...rest, 'content-length': body.length },
    })
    onward.end(body)
    return new Promise((resolve, reject) => {
      onward.on('error', reject)
      onward.on('response', async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk as Buffer)
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) })
      })
    })
  }
}

const spent: Good = {
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"code":"PGRST303","message":"JWT expired","details":null,"hint":null}'),
}

/** The head of an answer as a proxy hands it on; its length is the caller's business. */
export function headOf({ headers }: Good): IncomingMessage['headers'] {
  const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, 'content-length': ____, ...rest } = headers
  return rest
}

function give(response: ServerResponse, answer: Good): void {
  response.writeHead(answer.status, { ...headOf(answer), 'content-length': answer.body.length }).end(answer.body)
}
