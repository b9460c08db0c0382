// Injected fault: the wire between one console and the cloud, which delays, cuts, loses, doubles and invents answers.
import { once } from 'node:events'
import { request as ask, type ClientRequest, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * never: the request does not arrive · half: it breaks off on its way · lost: it is served, its answer is not delivered ·
 * torn: half of the answer arrives · twice, at-once: it arrives two times, one after the other or together · again: it
 * arrives once more when a later request has been served · late: it is given up, and arrives after a later one · the numbers: what stands before the cloud answers, once ·
 * before, after: it, or its answer, is on its way until `release`.
 */
export const FAULTS = [
  'never',
  'half',
  'lost',
  'torn',
  'twice',
  'at-once',
  'again',
  'late',
  '401',
  '500',
  '502',
  'served-502',
  'portal',
  'before',
  'after',
] as const
export type Fault = (typeof FAULTS)[number]

export interface Plan {
  readonly fault: Fault
  /** Calls with this name, or any call. */
  readonly call: 'console_push' | 'console_pull' | 'console_snapshot' | 'console_hello' | null
  /** How many such calls go through before. */
  readonly after: number
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export class FaultyWire {
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  #target = new URL('http://127.0.0.1:1')
  #plan: Plan | null = null
  #passed = 0
  #cut = false
  #pullRows: number | null = null
  #holding: (() => void) | null = null
  #twin: (() => Promise<unknown>) | null = null
  #onHeld: () => void = () => undefined
  readonly #working = new Set<Promise<unknown>>()

  static async open(): Promise<FaultyWire> {
    const wire = new FaultyWire()
    wire.#server.keepAliveTimeout = 60_000
    wire.#server.listen(0, '127.0.0.1')
    await once(wire.#server, 'listening')
    return wire
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  get holds(): boolean {
    return this.#holding !== null
  }

  /** Leads somewhere else from now on. */
  lead(target: string): void {
    this.#target = new URL(target)
    this.mend()
  }

  /** Does one thing wrong, once. */
  arm(plan: Plan): void {
    this.#plan = plan
    this.#passed = 0
  }

  /** Gives so few rows in one answer to a pull that a small difference comes in pages, as a large one does in life. */
  stint(rows: number | null): void {
    this.#pullRows = rows
  }

  cut(): void {
    this.#cut = true
  }

  /** Serves everything from now on, also what is held. */
  mend(): void {
    this.#plan = null
    this.#cut = false
    this.#pullRows = null
    this.release()
  }

  /** Resolves when a request, or an answer, is held. */
  async held(): Promise<void> {
    if (this.holds) return
    await new Promise<void>((resolve) => {
      this.#onHeld = resolve
    })
  }

  release(): void {
    this.#holding?.()
    this.#holding = null
  }

  /** Waits until everything that the cloud was asked through here has been answered. */
  async quiet(): Promise<void> {
    while (this.#working.size > 0) await Promise.allSettled([...this.#working])
  }

  async close(): Promise<void> {
    this.mend()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await wholeBody(request).catch(() => null)
    if (asked === null || this.#cut) return void request.socket.destroy()
    const isStinted = this.#pullRows !== null && request.url?.endsWith('/rpc/console_pull')
    const body = isStinted ? withRows(asked, this.#pullRows) : asked
    const fault = this.#faultOf(request)
    try {
      await this.#answer(fault, request, body, response)
    } catch {
      // The cloud is gone, or the console is: the one that is left finds out the same way as in life.
      request.socket.destroy()
    }
  }

  #faultOf(request: IncomingMessage): Fault | null {
    const plan = this.#plan
    const call = /\/rpc\/(\w+)/.exec(request.url ?? '')?.[1]
    if (plan === null || call === undefined || (plan.call !== null && plan.call !== call)) return null
    if (this.#passed++ < plan.after) return null
    this.#plan = null
    return plan.fault
  }

  async #answer(fault: Fault | null, request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const forward = () => this.#forward(request, body)
    const drop = () => void request.socket.destroy()
    switch (fault) {
      case 'never':
        return drop()
      case 'half':
        await this.#forwardHalf(request, body)
        return drop()
      case 'lost':
        await forward()
        return drop()
      case 'torn': {
        const answer = await forward()
        const torn = answer.body.subarray(0, Math.floor(answer.body.length / 2))
        response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length })
        response.write(torn, drop)
        return
      }
      case 'twice':
        await forward()
        return give(response, await forward())
      case 'at-once': {
        const [first] = await Promise.all([forward(), forward()])
        return give(response, first)
      }
      case 'again': {
        const answer = await forward()
        this.#twin = forward
        return give(response, answer)
      }
      case 'late':
        this.#twin = forward
        return drop()
      case 'before':
        await this.#hold()
        return give(response, await forward())
      case 'after': {
        const answer = await forward()
        await this.#hold()
        return give(response, answer)
      }
      case 'served-502':
        await forward()
        return give(response, invented['502'])
      case '401':
      case '500':
      case '502':
      case 'portal':
        return give(response, invented[fault])
      case null: {
        const answer = await forward()
        const twin = this.#twin
        this.#twin = null
        await twin?.()
        return give(response, answer)
      }
    }
  }

  #hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#holding = resolve
      this.#onHeld()
    })
  }

  #forward(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const working = new Promise<Answer>((resolve, reject) => {
      const onward = this.#onward(request, { 'content-length': body.length }, resolve, reject)
      onward.end(body)
    })
    return this.#watched(working)
  }

  #forwardHalf(request: IncomingMessage, body: Buffer): Promise<void> {
    const working = new Promise<void>((resolve) => {
      const onward = this.#onward(
        request,
        { 'content-length': body.length + 1 },
        () => resolve(),
        () => resolve(),
      )
      onward.write(body.subarray(0, Math.ceil(body.length / 2)), () => onward.destroy())
    })
    return this.#watched(working)
  }

  #onward(
    { method, url, headers }: IncomingMessage,
    more: { 'content-length': number },
    resolve: (answer: Answer) => void,
    reject: (error: unknown) => void,
  ): ClientRequest {
    const { connection: _, 'transfer-encoding': __, ...rest } = headers
    const { hostname, port } = this.#target
    const onward = ask({ hostname, port, method, path: url, headers: { ...rest, ...more }, agent: false }, (answer) => {
      wholeBody(answer).then(
        (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
        reject,
      )
    })
    onward.on('error', reject)
    return onward
  }

  #watched<T>(working: Promise<T>): Promise<T> {
    this.#working.add(working)
    const done = () => this.#working.delete(working)
    working.then(done, done)
    return working
  }
}

function withRows(asked: Buffer, rows: number | null): Buffer {
  return Buffer.from(JSON.stringify({ ...JSON.parse(asked.toString()), p_max_rows: rows }))
}

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...rest } = headers
  response.writeHead(status, { ...rest, 'content-length': body.length })
  response.end(body)
}

async function wholeBody(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const page = (status: number, type: string, text: string): Answer => ({
  status,
  headers: { 'content-type': type },
  body: Buffer.from(text),
})

const invented = {
  '401': page(401, 'application/json', '{"code":"PGRST301","message":"JWT expired","details":null,"hint":null}'),
  '500': page(500, 'application/json', '{"code":"XX000","message":"internal error","details":null,"hint":null}'),
  '502': page(502, 'text/html', '<html><body><h1>502 Bad Gateway</h1></body></html>'),
  portal: page(200, 'text/html', '<!doctype html><title>Welcome to our hotel</title>'),
}
