// Injected faults: small real HTTP servers that answer as a project would, or as no project should.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { type Gateway, type GatewayOptions, openGateway } from '#main/gateway/gateway.ts'

export type Answer = (response: ServerResponse, request: IncomingMessage, body: string) => void | Promise<void>

export interface FakeProject {
  readonly url: string
  /** The requests that came, as `METHOD path`, with their bearer tokens and bodies. */
  readonly requests: { readonly line: string; readonly token: string | null; readonly body: string }[]
  /** Answers from now on, by the start of the path; `*` for all others. */
  readonly answers: Record<string, Answer>
  close(): Promise<void>
}

export const person = '00000000-0000-4000-8000-00000000000a'

export const grant = (token: string, lifetime = 3600) => ({
  access_token: `access-${token}`,
  refresh_token: `refresh-${token}`,
  expires_in: lifetime,
  user: { id: person, email: 'ama@example.com', user_metadata: { full_name: 'Ama Mensah' } },
})

export const pullAnswer = {
  epoch: 'e',
  visibility: 'v',
  schemaVersion: '1',
  cursor: '5:5:',
  changed: [],
  gone: [],
  outside: [],
  now: '2026-11-20T08:00:00Z',
  next: null,
}

/** Answers a JSON value. */
export const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  }

/** Answers a page, as proxies and guest networks do. */
export const page =
  (status = 200, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<html><body>Welcome</body></html>')
  }

/** A project that lets everybody in and has nothing new to pull, until a test says otherwise. */
export async function startFakeProject(): Promise<FakeProject> {
  const requests: FakeProject['requests'] = []
  const answers: Record<string, Answer> = {
    '/auth/v1/token': json(grant('1')),
    '/auth/v1/logout': (response) => void response.writeHead(204).end(),
    '/rest/v1/rpc/console_pull': json(pullAnswer),
    '*': json({ message: 'Not found' }, 404),
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const token = request.headers.authorization?.replace('Bearer ', '') ?? null
    requests.push({ line: `${request.method} ${request.url}`, token, body })
    const path = Object.keys(answers).find((start) => start !== '*' && request.url?.startsWith(start)) ?? '*'
    await answers[path]?.(response, request, body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answers,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A gateway with its session in memory. */
export function gatewayTo(
  project: { url: string },
  more: Partial<GatewayOptions> = {},
): { gateway: Gateway; store: { text: string | null; saves: number } } {
  const store = { text: null as string | null, saves: 0 }
  const gateway = openGateway({
    url: project.url,
    key: 'sb_publishable_test',
    log: pino({ level: 'silent' }),
    sessionStore: {
      load: async () => store.text,
      save: async (text) => {
        store.text = text
        store.saves += 1
      },
    },
    ...more,
  })
  return { gateway, store }
}

export const pullOnce = (gateway: Gateway) => gateway.pull('1:1:', null, 10)
