// Injected faults: an auth service that refuses, fails and is away.
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type FakeProject,
  gatewayTo,
  grant,
  json,
  page,
  person,
  pullAnswer,
  pullOnce,
  startFakeProject,
} from './fake-project.ts'

let project: FakeProject
beforeEach(async () => {
  project = await startFakeProject()
})
afterEach(() => project.close())

const PULL = '/rest/v1/rpc/console_pull'
const TOKEN = '/auth/v1/token'

const renewals = () => project.requests.filter(({ line }) => line.includes('grant_type=refresh_token'))
const tokensOfPulls = () =>
  project.requests.filter(({ line }) => line.includes('console_pull')).map(({ token }) => token)
const expired = json({ code: 'PGRST303', message: 'x', details: null, hint: null }, 401)

/** Takes only this token. */
const takes =
  (token: string) => (response: Parameters<typeof expired>[0], request: Parameters<typeof expired>[1], body: string) =>
    request.headers.authorization === `Bearer ${token}`
      ? json(pullAnswer)(response, request, body)
      : expired(response, request, body)

test('a sign-in tells who it is, and the session is known again without a network', async () => {
  const { gateway, store } = gatewayTo(project)
  expect(await gateway.signIn('ama@example.com', 'secret')).toMatchObject({
    id: person,
    email: 'ama@example.com',
    name: 'Ama Mensah',
  })
  const count = project.requests.length
  const later = gatewayTo(project, { sessionStore: { load: async () => store.text, save: async () => undefined } })
  expect(await later.gateway.session()).toMatchObject({ personId: person, email: 'ama@example.com' })
  expect(project.requests).toHaveLength(count)
})

test('without a session nothing is sent', async () => {
  const { gateway } = gatewayTo(project)
  expect(await gateway.session()).toBeNull()
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'signed_out' })
  expect(project.requests).toEqual([])
})

test('a session that can not be read is no session', async () => {
  for (const text of ['', '{}', 'null', '{"accessToken": 1}']) {
    const { gateway } = gatewayTo(project, { sessionStore: { load: async () => text, save: async () => undefined } })
    expect(await gateway.session()).toBeNull()
  }
})

test('a token near its end is renewed once, however many ask', async () => {
  project.answers[TOKEN] = json(grant('1', 30))
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers[TOKEN] = json(grant('2'))
  await Promise.all([1, 2, 3, 4, 5].map(() => pullOnce(gateway)))
  expect(renewals()).toHaveLength(1)
  expect(renewals()[0]?.body).toContain('refresh-1')
  expect(new Set(tokensOfPulls())).toEqual(new Set(['access-2']))
  expect(store.text).toContain('refresh-2')
})

test('a token that the server does not take is renewed once and the request made again', async () => {
  const { gateway } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers[TOKEN] = json(grant('2'))
  project.answers[PULL] = takes('access-2')
  await Promise.all([1, 2, 3].map(() => pullOnce(gateway)))
  expect(renewals()).toHaveLength(1)
  expect(tokensOfPulls().filter((token) => token === 'access-2')).toHaveLength(3)
})

test('a new refresh token is kept before it is used', async () => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers[TOKEN] = json(grant('2'))
  let keptThen: string | null = ''
  project.answers[PULL] = (response, request, body) => {
    if (request.headers.authorization === 'Bearer access-2') keptThen = store.text
    return takes('access-2')(response, request, body)
  }
  await pullOnce(gateway)
  expect(keptThen).toContain('refresh-2')
})

test.each([
  ['was used already', json({ code: 400, error_code: 'refresh_token_already_used', msg: 'x' }, 400), 'signed_out'],
  ['is unknown', json({ code: 'refresh_token_not_found', message: 'x' }, 400), 'signed_out'],
  ['is refused in older words', json({ error: 'invalid_grant', error_description: 'x' }, 400), 'signed_out'],
  ['belongs to a blocked account', json({ code: 403, error_code: 'user_banned', msg: 'x' }, 403), 'account_banned'],
])('a refresh token that %s ends the session', async (_what, answer, code) => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers[PULL] = expired
  project.answers[TOKEN] = answer
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code })
  expect(store.text).toBeNull()
  expect(await gateway.session()).toBeNull()
})

test.each([
  ['the line breaks', (response: Parameters<typeof expired>[0]) => void response.destroy(), 'unreachable'],
  ['a guest network answers', page(200), 'not_supabase'],
  ['the auth service is down', page(503), 'server_error'],
  ['the auth service has had enough', json({}, 429), 'rate_limited'],
  ['somebody else refuses it', json({ code: 'nobody.knows', message: 'x' }, 401), 'signed_out'],
  ['the key is refused', json({ message: 'Invalid API key' }, 401), 'wrong_key'],
])('when a token must be renewed and %s, the session stays for later', async (_what, answer, code) => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  const kept = store.text
  project.answers[PULL] = takes('access-2')
  project.answers[TOKEN] = answer
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code })
  expect(store.text).toBe(kept)
  project.answers[TOKEN] = json(grant('2'))
  await expect(pullOnce(gateway)).resolves.toMatchObject({ cursor: '5:5:' })
})

test('a server that takes no token, however new, is asked no more than twice, and the session stays', async () => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers[PULL] = expired
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'signed_out' })
  expect(tokensOfPulls()).toHaveLength(2)
  expect(store.text).not.toBeNull()
})

test('signing out forgets the tokens here, also without a network, and on the server if it can be reached', async () => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  await gateway.signOut()
  expect(store.text).toBeNull()
  expect(project.requests.at(-1)).toMatchObject({ line: 'POST /auth/v1/logout?scope=local', token: 'access-1' })
  await gateway.signIn('ama@example.com', 'secret')
  project.answers['/auth/v1/logout'] = (response) => void response.destroy()
  await gateway.signOut()
  expect(await gateway.session()).toBeNull()
})

test('a session that was ended while its token was renewed stays ended', async () => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers[PULL] = takes('access-2')
  project.answers[TOKEN] = async (response, request, body) => {
    await gateway.signOut()
    json(grant('2'))(response, request, body)
  }
  await expect(pullOnce(gateway)).rejects.toMatchObject({ code: 'signed_out' })
  expect(store.text).toBeNull()
})

test('a clock that is a day ahead or behind changes nothing', async () => {
  const { gateway, store } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  const kept = JSON.parse(store.text ?? '')
  for (const hours of [24, -24]) {
    const moved = JSON.stringify({ ...kept, since: kept.since + hours * 3_600_000 })
    const later = gatewayTo(project, { sessionStore: { load: async () => moved, save: async () => undefined } })
    await expect(pullOnce(later.gateway)).resolves.toMatchObject({ cursor: '5:5:' })
  }
})
