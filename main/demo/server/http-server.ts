import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OutpostError } from '#shared/contract/errors.ts'

/** Larger requests are refused with 413. Bytes. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

/** What of a Supabase project is there. Everything else is not found. */
const SERVED = /^\/(auth|rest|storage)\/v1(\/|$)/

export type Answer = (request: Request) => Promise<Response>

/**
 * Serves on 127.0.0.1. A whole request is read before `answer` is asked, so that a slow sender holds nobody up.
 * @throws when the port is taken
 */
export async function serveOnLoopback(
  answer: Answer,
  port: number,
  log: (line: string) => void,
): Promise<{ port: number; stop(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    handle(answer, incoming, outgoing).catch((error: unknown) => {
      log(`${incoming.method} ${incoming.url?.split('?')[0]}: ${error instanceof Error ? error.message : error}`)
      if (outgoing.headersSent) outgoing.destroy()
      else outgoing.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) }
}

/** Tells about a taken port before anything is made for it. */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', () => reject(portInUse(port)))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}

export function portInUse(port: number): OutpostError {
  return new OutpostError('bad_request', `Port ${port} is in use. Choose another one.`, { field: 'port' })
}

async function handle(answer: Answer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? '127.0.0.1'}`)
  if (!SERVED.test(url.pathname)) {
    outgoing.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not found"}')
    return
  }
  const body = await read(incoming)
  if (body === null) {
    outgoing.writeHead(413, { 'content-type': 'application/json', connection: 'close' }).end('{"message":"Too large"}')
    return
  }
  const headers = new Headers()
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at] as string, incoming.rawHeaders[at + 1] as string)
  }
  const method = incoming.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.byteLength > 0
  const response = await answer(new Request(url, { method, headers, ...(hasBody ? { body } : {}) }))
  outgoing.writeHead(response.status, [...response.headers].flat())
  if (response.body) await pipeline(Readable.fromWeb(response.body as never), outgoing)
  else outgoing.end()
}

/** The body of a request, or null when it is too large. */
async function read(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
