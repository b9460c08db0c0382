// Injected faults: everything wrong that a server can answer, at each place where it is asked something.
import dns from 'node:dns'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { passes } from '#main/sync/pace.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { BadServer, type Place } from '#tests/support/bad-server.ts'
import { type Certificate, makeCertificate } from '#tests/support/certificates.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { drip, type Kind, MISDEEDS } from '#tests/support/misdeeds.ts'

const workspace = 'pv'
const limits = { headMs: 5_000, answerMs: 1_000, pauseMs: 1_500, answerBytes: 3_000_000 }
const trusted = getCACertificates('default')
const certificate = makeCertificate('localhost')
let cloud: TestCloud
let server: BadServer
let engine: TestEngine
let dossier: string

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  setDefaultCACertificates([...trusted, certificate.cert])
  server = await BadServer.open(cloud.url, certificate)
  engine = await openTestEngine({ limits })
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: server.url, key: cloud.key })
  await signIn()
  await engine.api.sync.now({ workspace })
  const [row] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  dossier = row?.id ?? ''
})
afterAll(async () => {
  await engine.close()
  await server.leave()
  await cloud.stop()
  setDefaultCACertificates(trusted)
})

const status = () => engine.api.sync.status({ workspace })

async function signIn() {
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await engine.api.session.signIn({ workspace, email: agent?.email ?? '', password: agent?.password ?? '' })
}

let sent = 0
/** Decides something, whatever the network: nothing on the server forbids a second one, so that a double shows. */
async function decide(): Promise<string> {
  sent += 1
  const words = `Message ${sent}`
  const args = { p_dossier_id: dossier, p_body: words }
  await engine.api.entries.submit({ workspace, request: { kind: 'call', function: 'send_message', args } })
  return words
}

const onServer = (words: string) => cloud.sql('select from public.messages where body = $1', [words])

/** The problem that an attempt fails with. */
async function failureOf(attempt: () => Promise<unknown>): Promise<Kind> {
  const failure = await attempt().then(
    () => new Error('It went well.'),
    (error: unknown) => error,
  )
  if (!(failure instanceof OutpostError)) throw failure
  return failure.problem
}

const isWell = async () => {
  const { problem, pending } = await status()
  return problem === null && pending === 0
}

const syncNow = () => engine.api.sync.now({ workspace })

/** A fault at a place: it is told apart and shown, deciding goes on, and what was decided is there at most once. */
async function meet(place: Place, name: string): Promise<void> {
  const words = await decide()
  const kind = misbehave(place, name)
  expect(await failureOf(syncNow)).toMatchObject(kind)
  expect(server.met).toBeGreaterThan(0)
  expect((await status()).problem).toMatchObject(kind)
  expect((await onServer(words)).length).toBeLessThanOrEqual(1)
}

function misbehave(place: Place, name: string): Kind {
  const wrong = MISDEEDS[name]
  if (wrong === undefined) throw new Error(`There is no fault “${name}”.`)
  server.misbehave(place, wrong.does)
  return wrong.at?.[place] ?? wrong.is
}

async function everythingIsThereOnce() {
  const there = await cloud.sql<{ body: string }>(`select body from public.messages where body ~ '^Message \\d+$'`)
  const decided = Array.from({ length: sent }, (_, at) => `Message ${at + 1}`)
  expect(there.map(({ body }) => body).sort()).toEqual(decided.sort())
}

const faults = Object.keys(MISDEEDS)
const passing = faults.filter((name) => passes(new OutpostError(MISDEEDS[name]?.is.code ?? 'internal', '')))

describe.each(['pull', 'push', 'refresh'] as const)('at a %s', (place) => {
  afterEach(() => server.behave())

  test.each(faults)('%s is told apart, and work goes on', async (name) => {
    await meet(place, name)
    server.behave()
    await syncNow()
  })

  // What happens next is the same wherever it happened: at the other places one stands for all.
  test.each(place === 'pull' ? passing : ['502 with a page'])('%s is over by itself', async (name) => {
    await meet(place, name)
    server.behave()
    await engine.until(isWell)
  })

  test('nothing was lost or doubled', everythingIsThereOnce)
})

/** A document that nobody fetches ahead: it does not wait for a decision. */
async function openQuietFile() {
  const [version] = await cloud.sql<{ id: string }>(
    `select v.id from public.document_versions v join public.documents d on d.current_version_id = v.id
     where d.status = 'APPROVED' order by v.id limit 1`,
  )
  return engine.api.files.open({ workspace, versionId: version?.id ?? '' })
}

describe('at a document', () => {
  test.each(faults)('%s is told apart, and does not become the document', async (name) => {
    const kind = misbehave('file', name)
    expect(await failureOf(openQuietFile)).toMatchObject(kind)
  })

  test('the right answer does, however slowly it comes', async () => {
    server.misbehave('file', drip)
    await expect(openQuietFile()).resolves.toMatchObject({ here: true })
    server.behave()
  })
})

describe('at the first word of a server', () => {
  beforeAll(async () => {
    misbehave('hello', '502 with a page')
    await engine.restart()
  })

  test.each(faults)('%s is told apart, and nothing is sent', async (name) => {
    await meet('hello', name)
    expect(await onServer(`Message ${sent}`)).toEqual([])
  })

  test('one good word later everything is sent, by itself', async () => {
    server.behave()
    await engine.until(isWell)
    await everythingIsThereOnce()
  })
})

describe('in a first copy', () => {
  beforeAll(async () => {
    misbehave('snapshot', '502 with a page')
    rmSync(join(engine.home, 'workspaces', workspace, 'mirror'), { recursive: true })
    await engine.restart()
  })

  test.each(faults)('%s is told apart', async (name) => {
    const kind = misbehave('snapshot', name)
    expect(await failureOf(syncNow)).toMatchObject(kind)
    expect(await status()).toMatchObject({ ready: false, problem: kind })
  })

  test('it goes on where it was, by itself, and what it brought is proved', async () => {
    server.behave()
    await engine.until(isWell)
    expect(await status()).toMatchObject({ ready: true, proof: { mended: [], busy: [] } })
    await everythingIsThereOnce()
  })
})

describe('at a sign-in', () => {
  afterEach(() => server.behave())

  test.each(faults)('%s is told apart, and signs nobody in or out', async (name) => {
    const kind = misbehave('signIn', name)
    expect(await failureOf(signIn)).toMatchObject(kind)
    server.behave()
    await decide()
    await syncNow()
  })

  test('the right answer signs in, and nothing was lost or doubled', async () => {
    await signIn()
    await everythingIsThereOnce()
  })
})

test('an answer that only drips is waited for, wherever it comes from', async () => {
  for (const place of ['pull', 'push', 'refresh'] as const) {
    await decide()
    server.misbehave(place, drip)
    await syncNow()
    expect(server.met, place).toBeGreaterThan(0)
  }
  server.misbehave('signIn', drip)
  await signIn()
  await engine.restart()
  server.misbehave('hello', drip)
  await syncNow()
  server.behave()
  await everythingIsThereOnce()
})

test('a server that takes in little at once gets little at once, and what it never takes keeps no news away', async () => {
  await engine.api.sync.workOffline({ workspace, on: true })
  for (let at = 0; at < 9; at++) await decide()
  const long = 'A long message. '.repeat(300).trim()
  const args = { p_dossier_id: dossier, p_body: long }
  await engine.api.entries.submit({ workspace, request: { kind: 'call', function: 'send_message', args } })
  await decide()
  const full = MISDEEDS['413']?.does
  server.misbehave('push', async (exchange) => {
    if (exchange.sent.length > 2_000) return full?.(exchange)
    const { status, headers, body } = await exchange.good()
    exchange.response.writeHead(status, { 'content-type': headers['content-type'] }).end(body)
  })
  const [{ id } = { id: '' }] = await cloud.sql<{ id: string }>(
    `update public.profiles set phone = '+33 1 99 99 99 99' where id = (select id from public.profiles limit 1) returning id`,
  )
  expect(await failureOf(syncNow)).toMatchObject({ code: 'too_large' })
  await everythingIsThereOnce()
  const sql = `select phone from profiles where id = '${id}'`
  expect(await engine.api.tools.read({ workspace, sql })).toMatchObject({ rows: [{ phone: '+33 1 99 99 99 99' }] })
  expect(await onServer(long)).toEqual([])
  server.behave()
  await engine.api.sync.workOffline({ workspace, on: false })
  await engine.until(isWell)
  expect(await onServer(long)).toHaveLength(1)
})

/** What goes wrong before anything can be asked, and how it ends. */
const lines: Record<string, { begin(): Promise<void>; end(): Promise<void>; readonly is: Kind }> = {
  'a name that nobody knows any more': {
    begin: async () => noName('ENOTFOUND'),
    end: async () => void vi.restoreAllMocks(),
    is: { code: 'unreachable', reason: 'network.no_such_host' },
  },
  'a name that nobody can be asked about': {
    begin: async () => noName('EAI_AGAIN'),
    end: async () => void vi.restoreAllMocks(),
    is: { code: 'offline' },
  },
  'a door where nobody listens': {
    begin: () => server.leave(),
    end: () => server.listen(),
    is: { code: 'unreachable' },
  },
  'a certificate that nobody vouches for': {
    begin: () => server.present(makeCertificate('localhost')),
    end: () => server.present(certificate),
    is: { code: 'unreachable', reason: 'network.certificate' },
  },
  'the certificate of another host': {
    begin: () => server.present(trust(makeCertificate('elsewhere.example'))),
    end: () => server.present(certificate),
    is: { code: 'unreachable', reason: 'network.certificate' },
  },
  'a certificate of another time': {
    begin: () => server.present(trust(makeCertificate('localhost', 'long ago'))),
    end: () => server.present(certificate),
    is: { code: 'unreachable', reason: 'network.certificate_expired' },
  },
}

test.for(Object.keys(lines))('%s is told apart, work goes on, and it is over by itself', async (name) => {
  const line = lines[name]
  if (line === undefined) throw new Error(name)
  await engine.restart()
  await engine.until(isWell)
  server.hangUp()
  await line.begin()
  try {
    await decide()
    for (const attempt of [syncNow, signIn]) expect.soft(await failureOf(attempt)).toMatchObject(line.is)
    expect(await status()).toMatchObject({ state: 'offline', problem: line.is })
    await engine.restart()
    await decide()
    expect(await failureOf(syncNow)).toMatchObject(line.is)
  } finally {
    await line.end()
  }
  await engine.until(isWell)
  await everythingIsThereOnce()
})

test('after all of it this computer and the server hold the same', async () => {
  expect(await engine.api.tools.doctor({ workspace })).toMatchObject({ sound: true })
  expect(await engine.api.sync.prove({ workspace })).toMatchObject({ mended: [] })
})

/** Injected fault: a resolver that finds nothing. */
function noName(code: string) {
  const failure = Object.assign(new Error(`getaddrinfo ${code}`), { code, syscall: 'getaddrinfo' })
  vi.spyOn(dns, 'lookup').mockImplementation(((...args: unknown[]) => {
    const done = args.at(-1) as (error: Error) => void
    setImmediate(() => done(failure))
  }) as never)
}

function trust(one: Certificate): Certificate {
  setDefaultCACertificates([...trusted, certificate.cert, one.cert])
  return one
}
