import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Logger } from 'pino'
import type { Reply } from '#shared/contract/contract.ts'
import { openLine } from '#shared/lib/line.ts'
import { Page } from '../page.ts'
import { threadChannel } from '../port-channel.ts'
import { Supervisor } from '../supervisor.ts'
import { Doorkeeper } from './doorkeeper.ts'
import { startEngineThread } from './engine-thread.ts'
import { Sockets } from './sockets.ts'
import { answerRequest } from './web-server.ts'

interface BrowserHostOptions {
  readonly home: string
  /** 0 for any free port. */
  readonly port: number
  /** The folder of the built screens. */
  readonly screens: string
  /** The module that runs the engine in its thread. */
  readonly engine: URL
  readonly log: Logger
  /** The engine ended and is being started again. */
  onEngineDown(reason: string): void
}

export interface BrowserHost {
  readonly origin: string
  /** An address that lets one browser in, once; it replaces the one before. */
  freshAddress(): string
  /** One call to the engine, from the host itself. */
  call(path: string, input: unknown): Promise<Reply>
  close(): Promise<void>
}

/**
 * The console at a loopback address: the engine in a thread, the screens over HTTP, their calls over WebSockets.
 * @throws OutpostError when the engine can't be opened; Error when the port is taken or the screens are not built
 */
export async function openBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const server = createServer()
  const port = await listen(server, options.port)
  const door = new Doorkeeper(port)
  const supervisor = new Supervisor<MessagePort>({
    start: () => startEngineThread(options.engine),
    home: options.home,
    log: options.log,
    onUp: () => options.log.info('the engine is up'),
    onDown(reason) {
      sockets.restart()
      options.onEngineDown(reason)
    },
  })
  const sockets = new Sockets(door, supervisor)

  async function close(): Promise<void> {
    sockets.close()
    server.closeAllConnections()
    server.close()
    await supervisor.close()
  }
  // In the turn in which listening begins: what comes before anybody listens for it would never be answered.
  const page = Page.load(options.screens, `'self' ws://127.0.0.1:${port}`)
  server.on('request', async (request, response) => {
    try {
      await answerRequest(request, response, door, await page)
    } catch (error) {
      options.log.error({ err: error }, 'a request failed')
      response.destroy()
    }
  })
  server.on('upgrade', (request, stream, head) => sockets.upgrade(request, stream, head))
  try {
    await page
    await supervisor.open()
  } catch (error) {
    await close()
    throw error
  }
  return {
    origin: door.origin,
    freshAddress: () => door.freshAddress(),
    call: (path, input) => callOnce(supervisor, path, input),
    close,
  }
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve)
  try {
    await promise
  } catch (error) {
    throw portError(error, port)
  }
  return (server.address() as AddressInfo).port
}

function portError(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code !== 'EADDRINUSE') return error
  return new Error(`Port ${port} is taken by another program. Choose another one with --port, or leave it out.`)
}

async function callOnce(supervisor: Supervisor<MessagePort>, path: string, input: unknown): Promise<Reply> {
  const { port1: ours, port2: engines } = new MessageChannel()
  const line = openLine(threadChannel(ours), () => {})
  try {
    if (!supervisor.connect(engines))
      return { ok: false, error: { code: 'internal', message: 'The engine is not running.' } }
    return await line.call(path, input)
  } finally {
    line.close()
  }
}
