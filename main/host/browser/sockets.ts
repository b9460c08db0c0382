import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type WebSocket, WebSocketServer } from 'ws'
import { MAX_FRAME_BYTES } from '#shared/contract/link.ts'
import type { Doorkeeper } from './doorkeeper.ts'

/** A page that reads slower than the engine tells is cut off, and comes back with fresh questions. Bytes. */
const MAX_UNREAD = 64 * 1024 * 1024
/** WebSocket close codes. */
const RESTARTED = 1012
const UNSUPPORTED = 1003

/** The engine's end of the sockets: false from `connect` when there is no engine just now. */
interface Engine {
  isUp(): boolean
  connect(port: MessagePort): boolean
}

/** Joins each page's WebSocket to a port of the engine: frames pass through unread, the engine's link checks them. */
export class Sockets {
  readonly #door: Doorkeeper
  readonly #engine: Engine
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false })

  constructor(door: Doorkeeper, engine: Engine) {
    this.#door = door
    this.#engine = engine
  }

  /** Takes an upgrade request, or turns it away before anything of it is a WebSocket. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const refusal = this.#refusal(request)
    stream.on('error', () => stream.destroy())
    if (refusal === null) this.#server.handleUpgrade(request, stream, head, (socket) => this.#join(socket))
    else stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  }

  /** Sends every page away for a moment: the engine behind them is gone. */
  restart(): void {
    for (const socket of this.#server.clients) socket.close(RESTARTED)
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate()
    this.#server.close()
  }

  #refusal(request: IncomingMessage): string | null {
    if (!this.#door.isFromOurPage(request)) return '403 Forbidden'
    if (!this.#door.holdsCookie(request)) return '401 Unauthorized'
    if (request.url !== '/engine') return '404 Not Found'
    return this.#engine.isUp() ? null : '503 Service Unavailable'
  }

  #join(socket: WebSocket): void {
    const { port1: ours, port2: engines } = new MessageChannel()
    // A frame that is too long or broken has closed the socket with its reason by the time this is called.
    socket.on('error', () => {})
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(UNSUPPORTED, 'Frames are text.')
      else ours.postMessage(data.toString())
    })
    ours.on('message', (frame: string) => {
      if (socket.bufferedAmount > MAX_UNREAD) socket.terminate()
      else socket.send(frame)
    })
    socket.on('close', () => ours.close())
    ours.on('close', () => socket.close(RESTARTED))
    if (!this.#engine.connect(engines)) ours.close()
  }
}
