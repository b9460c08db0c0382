// Injected faults: everything wrong that a server, or what stands before it, has been seen to answer.
import type { ServerResponse } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { type Exchange, headOf, type Misdeed, type Place } from './bad-server.ts'

/** The kind of a failure, and its finer reason where it has one. */
export interface Kind {
  readonly code: ErrorCode
  readonly reason?: string | undefined
}

export interface Wrong {
  readonly does: Misdeed
  readonly is: Kind
  /** Where it means something else. */
  readonly at?: Partial<Record<Place, Kind>>
}

const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Misdeed =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))

const page =
  (status: number, headers: Record<string, string> = {}): Misdeed =>
  ({ response }) =>
    void response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<!doctype html><title>Hi</title>')

const aside = (code: string, message = 'Words that may change.') => ({ code, message, details: null, hint: null })
const soon = () => new Date(Date.now() + 2_000).toUTCString()

/** The file is known by its length and hash: whatever else comes in its place is not it. */
const notTheFile: Wrong['at'] & object = { file: { code: 'file_corrupt' } }

/** A good answer in eight pieces; the test's limits are shorter than the whole and longer than the time between two. */
export const drip: Misdeed = async (exchange) => {
  const { response, good } = exchange
  const answer = await good()
  response.writeHead(answer.status, { ...headOf(answer), 'content-length': answer.body.length })
  const size = Math.ceil(answer.body.length / 8)
  for (let at = 0; at < answer.body.length; at += size) {
    response.write(answer.body.subarray(at, at + size))
    await after(150)
  }
  response.end()
}

async function half({ response, good }: Exchange): Promise<void> {
  const answer = await good()
  response.writeHead(answer.status, { ...headOf(answer), 'content-length': answer.body.length })
  response.write(answer.body.subarray(0, answer.body.length / 2))
}

function pour(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(50_000, ' ')));
  }
  response.writeHead(200, { 'content-type': 'application/json' }).on('drain', more)
  more()
}

export const MISDEEDS: Readonly<Record<string, Wrong>> = {
  '401 from the gateway': { does: json(401, { message: 'Unauthorized' }), is: { code: 'wrong_key' } },
  '401 for a token, whichever': { does: json(401, aside('PGRST301')), is: { code: 'signed_out' } },
  '403 from the database': { does: json(403, aside('42501')), is: { code: 'not_allowed' } },
  '403 with a page': { does: page(403), is: { code: 'not_supabase' } },
  '404 from the gateway': { does: json(404, { message: 'no Route matched' }), is: { code: 'not_supabase' } },
  '404 with a page': { does: page(404), is: { code: 'not_supabase' } },
  '409 from the database': {
    does: json(409, aside('23505')),
    is: { code: 'refused' },
    at: { signIn: { code: 'not_allowed' }, refresh: { code: 'not_allowed' }, file: { code: 'not_allowed' } },
  },
  '413': { does: page(413), is: { code: 'too_large' } },
  '429 for some seconds': { does: json(429, {}, { 'retry-after': '1' }), is: { code: 'rate_limited' } },
  '429 until a date': {
    does: (exchange) => json(429, {}, { 'retry-after': soon() })(exchange),
    is: { code: 'rate_limited' },
  },
  '500': { does: json(500, aside('XX000')), is: { code: 'server_error' } },
  '502 with a page': { does: page(502), is: { code: 'server_error' } },
  '503 for some seconds': { does: page(503, { 'retry-after': '1' }), is: { code: 'server_error' } },
  '511': { does: page(511), is: { code: 'not_supabase', reason: 'network.sign_in' } },
  'a login page': { does: page(200), is: { code: 'not_supabase' } },
  '302 to a login page': { does: page(302, { location: 'http://login.example/' }), is: { code: 'not_supabase' } },
  '307 to a login page': { does: page(307, { location: 'https://login.example/' }), is: { code: 'not_supabase' } },
  'no end': {
    does: ({ response }) => pour(response),
    is: { code: 'bad_answer', reason: 'answer.endless' },
    at: notTheFile,
  },
  nothing: { does: () => undefined, is: { code: 'timeout' } },
  'a head and no body': {
    does: ({ response }) => response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders(),
    is: { code: 'timeout' },
  },
  'half, then nothing': { does: half, is: { code: 'timeout' } },
  'half, with an end': {
    does: async ({ response, good }) => {
      const answer = await good()
      response.writeHead(answer.status, headOf(answer)).end(answer.body.subarray(0, answer.body.length / 2))
    },
    is: { code: 'bad_answer' },
    at: notTheFile,
  },
  'JSON of another shape': { does: json(200, { hello: ['world'] }), is: { code: 'bad_answer' }, at: notTheFile },
  'gzip that is none': {
    does: ({ response }) =>
      void response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('no gzip'),
    is: { code: 'bad_answer' },
  },
  'less than its length': {
    does: async (exchange) => {
      await half(exchange)
      exchange.socket.end()
    },
    is: { code: 'unreachable' },
  },
  'more than its length': {
    does: async ({ socket, good }) => {
      const { body } = await good()
      const short = Math.floor(body.length / 2)
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${short}\r\n\r\n`)
      socket.write(body)
    },
    is: { code: 'bad_answer' },
    at: notTheFile,
  },
  'no HTTP': { does: ({ socket }) => void socket.end('220 mail.example ESMTP\r\n'), is: { code: 'not_supabase' } },
  'a broken line': { does: ({ socket }) => void socket.destroy(), is: { code: 'unreachable' } },
}
