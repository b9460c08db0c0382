import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { MAX_FRAME_BYTES } from '#shared/contract/link.ts'
import { get, openSocket, type SampleHost, sampleHost } from './support/sample-host.ts'

let host: SampleHost
let cookie: string

beforeAll(async () => {
  host = await sampleHost()
  cookie = await host.enter()
})
afterAll(() => host.remove())

async function socket(): Promise<WebSocket> {
  const opened = await openSocket(host.origin, { cookie, origin: host.origin })
  if (typeof opened === 'number') throw new Error(`turned away with ${opened}`)
  return opened
}

async function answerTo(page: WebSocket, frame: string): Promise<unknown> {
  page.send(frame)
  const [data] = await once(page, 'message')
  return JSON.parse(String(data))
}

describe('the launch token', () => {
  it('is exchanged for a strict cookie and led away from the address', async () => {
    const { status, headers } = await get(host.origin, new URL(host.freshAddress()).search, { path: '/' })
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(headers['set-cookie']?.[0]).toMatch(/^outpost-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('lets nobody in a second time', async () => {
    const query = new URL(host.freshAddress()).search
    await get(host.origin, query, { path: '/' })
    const second = await get(host.origin, query, { path: '/' })
    expect(second.status).toBe(401)
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  it('is void once a fresh address was asked for', async () => {
    const old = new URL(host.freshAddress()).search
    host.freshAddress()
    expect((await get(host.origin, old, { path: '/' })).status).toBe(401)
  })

  it('is not spent by a link preview that only asks for the head', async () => {
    const query = new URL(host.freshAddress()).search
    expect((await get(host.origin, query, { path: '/', method: 'HEAD' })).status).toBe(401)
    expect((await get(host.origin, query, { path: '/' })).status).toBe(303)
  })
})

describe('a request', () => {
  it('without the cookie is told what to do and gets nothing else', async () => {
    for (const path of ['/', '/index.html', '/assets/main-1234.js']) {
      const { status, body } = await get(host.origin, '', { path })
      expect(status).toBe(401)
      expect(body).toContain('address')
      expect(body).not.toContain('<')
    }
  })

  it('with a cookie of another making is turned away', async () => {
    const name = cookie.split('=')[0]
    expect((await get(host.origin, '', { path: '/', headers: { cookie: `${name}=${'x'.repeat(43)}` } })).status).toBe(
      401,
    )
  })

  it.each(['localhost', '127.0.0.1', 'evil.example', '127.0.0.1.evil.example:80'])(
    'that names the host %j is refused, cookie or not',
    async (name) => {
      expect((await get(host.origin, '', { path: '/', headers: { host: name, cookie } })).status).not.toBe(200)
    },
  )

  it.each(['http://evil.example', 'http://localhost:1', 'null', 'https://127.0.0.1'])(
    'from the origin %j is refused, cookie or not',
    async (origin) => {
      expect((await get(host.origin, '', { path: '/', headers: { origin, cookie } })).status).toBe(403)
    },
  )

  it.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/%252e%252e/secret.js',
    '//etc/hostname.js',
    '/%00.js',
    '/%zz',
  ])('for %s finds no file outside the screens', async (path) => {
    const { status, body } = await get(host.origin, '', { path, headers: { cookie } })
    expect([400, 404]).toContain(status)
    expect(body).not.toContain('secret\n')
  })

  it('that would change something is refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get(host.origin, '', { path: '/', method, headers: { cookie } })).status).toBe(405)
  })
})

describe('the page', () => {
  it('comes under a policy that runs only its own files, with a nonce of its own for style sheets', async () => {
    const first = await get(host.origin, '', { path: '/', headers: { cookie } })
    const second = await get(host.origin, '', { path: '/index.html', headers: { cookie } })
    expect(first.status).toBe(200)
    const policy = String(first.headers['content-security-policy'])
    const nonce = /nonce-([^']+)'/.exec(policy)?.[1]
    expect(first.body).toContain(`nonce="${nonce}"`)
    expect(second.body).not.toContain(`nonce="${nonce}"`)
    expect(policy).toContain("default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-")
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('shares nothing with other origins and says so in every header there is for it', async () => {
    const { headers } = await get(host.origin, '', { path: '/assets/main-1234.js', headers: { cookie } })
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(headers['permissions-policy']).toContain('camera=()')
  })

  it('lets WebAssembly be compiled in the PDF worker and nowhere else', async () => {
    const { headers } = await get(host.origin, '', { path: '/assets/pdf.worker-1234.mjs', headers: { cookie } })
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  })
})

describe('a WebSocket', () => {
  it('without the cookie is turned away', async () => {
    expect(await openSocket(host.origin, { origin: host.origin })).toBe(401)
  })

  it.each(['http://evil.example', undefined])('from the origin %j is turned away, cookie or not', async (origin) => {
    expect(await openSocket(host.origin, { cookie, ...(origin && { origin }) })).toBe(403)
  })

  it('that names another host is turned away', async () => {
    expect(await openSocket(host.origin, { cookie, origin: host.origin, host: 'evil.example' })).toBe(403)
  })

  it('to another place than the engine is turned away', async () => {
    expect(await openSocket(host.origin, { cookie, origin: host.origin }, '/')).toBe(404)
  })

  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[1]'],
    ['another method', '{"t":"q","i":"1","m":"constructor","a":["x"]}'],
    ['no path', '{"t":"q","i":"1","m":"call","a":[]}'],
    ['a path that is no text', '{"t":"q","i":"1","m":"call","a":[{"x":1}]}'],
    ['an answer to a question never asked', '{"t":"s","i":"1","r":1}'],
  ])('that sends %s gets bad_request, and goes on working', async (_what, frame) => {
    const page = await socket()
    expect(await answerTo(page, frame)).toMatchObject({ t: 's', r: { ok: false, error: { code: 'bad_request' } } })
    const good = JSON.stringify({ t: 'q', i: '2', m: 'call', a: ['sample.echo', { a: 1 }] })
    expect(await answerTo(page, good)).toEqual({
      t: 's',
      i: '2',
      r: { ok: true, value: { path: 'sample.echo', input: { a: 1 } } },
    })
    page.terminate()
  })

  it('that sends too long a frame is closed with the reason, and others are not troubled', async () => {
    const [page, other] = [await socket(), await socket()]
    page.send('x'.repeat(MAX_FRAME_BYTES + 1))
    const [code] = await once(page, 'close')
    expect(code).toBe(1009)
    const good = JSON.stringify({ t: 'q', i: '2', m: 'call', a: ['sample.echo'] })
    expect(await answerTo(other, good)).toMatchObject({ r: { ok: true } })
    other.terminate()
  })

  it('that sends bytes instead of text is closed with the reason', async () => {
    const page = await socket()
    page.send(Buffer.from([1, 2, 3]))
    const [code] = await once(page, 'close')
    expect(code).toBe(1003)
  })
})
