// Injected faults: a project that answers what no healthy project does.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, type FakeProject, gatewayTo, json, page, pullOnce, startFakeProject } from './fake-project.ts'

let project: FakeProject
beforeEach(async () => {
  project = await startFakeProject()
})
afterEach(() => project.close())

const database = (code: string, status: number, details: string | null = null): Answer =>
  json({ code, message: 'Words that may change.', details, hint: null }, status)

/** What comes back for a pull, and the kind of failure that it is. */
const answers: [string, Answer, object][] = [
  ['a guest network that shows its own page', page(200), { code: 'not_supabase' }],
  [
    'a guest network that sends people elsewhere',
    page(302, { location: 'http://login.example/' }),
    { code: 'not_supabase' },
  ],
  ['a guest network that says what it is', page(511), { code: 'not_supabase', reason: 'network.sign_in' }],
  ['a web site', page(404), { code: 'not_supabase' }],
  ['another service', json({ message: 'No such route' }, 404), { code: 'not_supabase' }],
  ['another service that says yes', json({ hello: 'world' }), { code: 'bad_answer' }],
  ['no answer at all', (response) => void response.writeHead(200).end(), { code: 'bad_answer' }],
  [
    'half an answer',
    (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"epoch": "e", "chan'),
    { code: 'bad_answer' },
  ],
  [
    'an answer with a wrong value',
    json({ epoch: 'e', visibility: 'v', schemaVersion: '1', cursor: 'soon', changed: [], gone: [], next: null }),
    { code: 'bad_answer' },
  ],
  ['a project without our SQL', database('PGRST202', 404), { code: 'no_sync_sql' }],
  [
    'the key of another project',
    json({ message: 'Invalid API key', hint: 'Double check' }, 401),
    { code: 'wrong_key', field: 'key' },
  ],
  [
    'a key that the gateway names wrong',
    json({ message: 'No', code: 'X' }, 401, { 'sb-error-code': 'UNAUTHORIZED_INVALID_API_KEY' }),
    { code: 'wrong_key' },
  ],
  ['a person who is no staff', database('42501', 403, '{"code": "not_staff"}'), { code: 'not_staff' }],
  ['decisions of somebody else', database('42501', 403, '{"code": "other_person"}'), { code: 'other_person' }],
  ['something the person may not do', database('42501', 403), { code: 'not_allowed' }],
  ['a server that was set back', database('OP410', 400, '{"code": "server.rewound"}'), { code: 'server_replaced' }],
  [
    'a refusal with its own reason',
    database('OP400', 400, '{"code": "relation.unknown", "params": {"relation": "a.b"}}'),
    { code: 'refused', reason: 'relation.unknown', params: { relation: 'a.b' } },
  ],
  ['a question that takes too long', database('57014', 500), { code: 'timeout' }],
  ['a deadlock', database('40P01', 500), { code: 'server_error' }],
  ['a broken gateway with a page', page(502), { code: 'server_error', params: { status: 502 } }],
  [
    'a server that comes back soon',
    page(503, { 'retry-after': '7' }),
    { code: 'server_error', params: { status: 503, retryAfter: 7 } },
  ],
  [
    'too many requests',
    json({ message: 'slow down' }, 429, { 'retry-after': '12' }),
    { code: 'rate_limited', params: { retryAfter: 12 } },
  ],
  ['too many requests, without a word on when', page(429), { code: 'rate_limited', params: { retryAfter: 30 } }],
  ['a request that is too large', page(413), { code: 'too_large' }],
]

test.each(answers)('%s', async (_what, answer, problem) => {
  const { gateway } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers['/rest/v1/rpc/console_pull'] = answer
  await expect(pullOnce(gateway)).rejects.toMatchObject({ name: 'OutpostError', problem })
})

test('the date until which a server wants to be left alone is seconds from now', async () => {
  const { gateway } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  project.answers['/rest/v1/rpc/console_pull'] = page(429, {
    'retry-after': new Date(Date.now() + 90_000).toUTCString(),
  })
  const failure = await pullOnce(gateway).catch((error) => error)
  expect(failure.problem.params.retryAfter).toBeGreaterThan(80)
  expect(failure.problem.params.retryAfter).toBeLessThanOrEqual(91)
})

test('that date is one of the server’s clock, whatever the clock here says', async () => {
  const { gateway } = gatewayTo(project)
  await gateway.signIn('ama@example.com', 'secret')
  const tomorrow = Date.now() + 86_400_000
  project.answers['/rest/v1/rpc/console_pull'] = page(503, {
    date: new Date(tomorrow).toUTCString(),
    'retry-after': new Date(tomorrow + 20_000).toUTCString(),
  })
  await expect(pullOnce(gateway)).rejects.toMatchObject({ problem: { params: { retryAfter: 20 } } })
})

/** What comes back for a sign-in. */
const signIns: [string, Answer, string][] = [
  ['a wrong password', json({ code: 400, error_code: 'invalid_credentials', msg: 'no' }, 400), 'wrong_password'],
  ['a wrong password, in newer words', json({ code: 'invalid_credentials', message: 'no' }, 400), 'wrong_password'],
  [
    'a wrong password, in older words',
    json({ error: 'invalid_grant', error_description: 'no' }, 400),
    'wrong_password',
  ],
  ['a blocked account', json({ code: 400, error_code: 'user_banned', msg: 'no' }, 400), 'account_banned'],
  [
    'an address that was not confirmed',
    json({ code: 400, error_code: 'email_not_confirmed', msg: 'no' }, 400),
    'not_allowed',
  ],
  ['too many tries', json({ code: 429, error_code: 'over_request_rate_limit', msg: 'no' }, 429), 'rate_limited'],
  ['the key of another project at sign-in', json({ message: 'Invalid API key' }, 401), 'wrong_key'],
  ['a guest network at sign-in', page(200), 'not_supabase'],
  ['a web site at sign-in', page(404), 'not_supabase'],
  ['a grant without tokens', json({ user: { id: 'x' } }), 'bad_answer'],
]

test.each(signIns)('%s', async (_what, answer, code) => {
  project.answers['/auth/v1/token'] = answer
  const { gateway, store } = gatewayTo(project)
  await expect(gateway.signIn('ama@example.com', 'secret')).rejects.toMatchObject({ name: 'OutpostError', code })
  expect(store.text).toBeNull()
})

test('passwords and tokens are in no message of a failure', async () => {
  project.answers['/auth/v1/token'] = json({ code: 400, error_code: 'strange', msg: 'Strange.' }, 422)
  const { gateway } = gatewayTo(project)
  const failure = await gateway.signIn('ama@example.com', 'very-secret').catch((error) => error)
  expect(JSON.stringify(failure.problem)).not.toContain('very-secret')
})
