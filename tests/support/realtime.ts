// Stands in for a hosted project's Realtime: a server that speaks Phoenix channels, before a cloud that has none.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request as ask, createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

interface Frame {
  readonly topic: string
  readonly event: string
  readonly ref: string | null
  readonly payload: { readonly access_token?: string; readonly config?: { readonly private?: boolean } }
}

/** The database behind the service; without one everybody may listen and nothing is ever said. */
export type Sql = <T extends Record<string, unknown>>(text: string, params?: readonly unknown[]) => Promise<T[]>

export interface Realtime {
  readonly url: string
  /** Sockets that were asked for. */
  readonly asked: number
  /** Sockets that have joined and are there. */
  readonly listening: number
  readonly joins: number
  /** Every token that was shown, the newest last. */
  readonly tokens: readonly string[]
  /** Broadcasts that the database has made. */
  readonly told: number
  /** Calls of our functions that went through to the cloud, by name. */
  calls(name: string): number
  /** From now on: whether joins are refused, broadcasts lost, and joins answered only after a while. */
  behave(how: { refuse?: boolean; lose?: boolean; joinMs?: number }): void
  /** Sends text to everybody, as it is. */
  say(text: string): void
  /** What the service sends for a change. */
  hint(): void
  /** Breaks every socket. */
  drop(): void
  close(): Promise<void>
}

/** Makes a database have what a hosted project's has; consoles are told of changes from then on. */
export async function addRealtime(run: (script: string) => Promise<unknown>): Promise<void> {
  await run(await readFile(new URL('./realtime.sql', import.meta.url), 'utf8'))
}

const HINT = JSON.stringify({
  topic: 'realtime:console_sync',
  event: 'broadcast',
  ref: null,
  payload: { type: 'broadcast', event: 'changed', payload: {} },
})

/** @param target the cloud's own address; everything but sockets is handed on to it */
export async function openRealtime(target: string, sql: Sql | null): Promise<Realtime> {
  const { hostname, port } = new URL(target)
  const calls = new Map<string, number>()
  const joined = new Set<WebSocket>()
  const tokens: string[] = []
  const how = { refuse: false, lose: false, joinMs: 0 }
  let asked = 0
  let joins = 0
  let told = 0

  const server = createServer((request, response) => {
    const call = /\/rpc\/(\w+)/.exec(request.url ?? '')?.[1] ?? ''
    calls.set(call, (calls.get(call) ?? 0) + 1)
    const { method, url, headers } = request
    const onward = ask({ hostname, port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    asked += 1
    if (!request.url?.startsWith('/realtime/v1/websocket?')) return socket.destroy()
    sockets.handleUpgrade(request, socket, head, (client) => serve(client))
  })

  function serve(client: WebSocket) {
    client.on('message', async (data) => {
      const { topic, event, ref, payload } = JSON.parse(String(data)) as Frame
      const answer = (status: string, response: object) =>
        client.send(JSON.stringify({ topic, event: 'phx_reply', ref, payload: { status, response } }))
      if (payload.access_token !== undefined) tokens.push(payload.access_token)
      if (event === 'heartbeat') answer('ok', {})
      if (event !== 'phx_join') return
      joins += 1
      await new Promise((resolve) => setTimeout(resolve, how.joinMs))
      if (how.refuse || !(await mayHear(topic, payload))) return answer('error', { reason: 'Unauthorized' })
      joined.add(client)
      answer('ok', { postgres_changes: [] })
    })
    client.on('close', () => joined.delete(client))
  }

  async function mayHear(topic: string, { access_token, config }: Frame['payload']): Promise<boolean> {
    if (sql === null) return true
    const claims = Buffer.from(access_token?.split('.')[1] ?? '', 'base64url').toString()
    const [row] = await sql<{ may: boolean }>('select realtime.may_hear($1, $2) as may', [
      claims,
      topic.replace('realtime:', ''),
    ])
    return config?.private === true && row?.may === true
  }

  const say = (text: string) => {
    for (const client of joined) client.send(text)
  }
  let isOpen = sql !== null
  /** The service reads the database's log; here each message is taken out once its transaction has ended. */
  const reading = (async () => {
    while (isOpen && sql !== null) {
      const messages = await sql('delete from realtime.messages returning event')
      told += messages.length
      for (const _ of messages) if (!how.lose) say(HINT)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get asked() {
      return asked
    },
    get listening() {
      return joined.size
    },
    get joins() {
      return joins
    },
    get told() {
      return told
    },
    tokens,
    calls: (name) => calls.get(name) ?? 0,
    behave: (next) => void Object.assign(how, next),
    say,
    hint: () => say(HINT),
    drop: () => {
      for (const client of sockets.clients) client.terminate()
    },
    close: async () => {
      isOpen = false
      await reading
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
