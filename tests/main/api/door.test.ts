import { expect, test } from 'vitest'
import { answer } from '#main/api/door.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'

const id = '5d1f3a52-6c0e-4a36-9f57-0d7a3a4e6b11'

/** A door with only these handlers behind it, and what it wrote into the log. */
function door(handlers: { [S in keyof Handlers]?: Partial<Handlers[S]> }) {
  const logged: { details: object; message: string }[] = []
  const log = { error: (details: object, message: string) => logged.push({ details, message }) }
  return { logged, call: (path: string, input: unknown) => answer(handlers as Handlers, path, input, log) }
}

const agents = [{ id, name: 'Ines Moreau' }]

test('a call is answered with what its method answers, after its input was completed', async () => {
  const seen: unknown[] = []
  const { call } = door({
    dossiers: {
      agents: async () => agents,
      page: async (input) => {
        seen.push(input)
        return { rows: [], total: 0 }
      },
    },
  })
  expect(await call('dossiers.agents', { workspace: 'main' })).toEqual({ ok: true, value: agents })
  await call('dossiers.page', { workspace: 'main', search: 'ama' })
  expect(seen).toEqual([
    { workspace: 'main', offset: 0, limit: 100, search: 'ama', sort: [], statuses: [], mine: false },
  ])
})

test.each([
  ['dossiers.page', {}, 'workspace', 'This is missing.'],
  ['dossiers.page', { workspace: 'Main!' }, 'workspace', expect.stringContaining('lower-case letters')],
  ['dossiers.page', { workspace: 'main', limit: 0 }, 'limit', 'Enter 1 or more.'],
  ['dossiers.page', { workspace: 'main', limit: 1.5 }, 'limit', 'Enter a whole number.'],
  ['dossiers.page', { workspace: 'main', offset: '1' }, 'offset', 'Enter a number.'],
  ['dossiers.page', { workspace: 'main', search: 'x'.repeat(201) }, 'search', 'Enter at most 200 characters.'],
  [
    'dossiers.page',
    { workspace: 'main', sort: [{ column: 'id; drop table dossiers', direction: 'asc' }] },
    'sort.0.column',
    expect.stringContaining('Choose one of: reference, client'),
  ],
  ['dossiers.get', { workspace: 'main', id: 'x' }, 'id', 'Enter an id.'],
  ['session.signIn', { workspace: 'main', email: ' ', password: 'x' }, 'email', 'Enter your e-mail address.'],
  ['workspaces.add', { name: 'a', system: 'b', url: 'ftp://x', key: 'k' }, 'url', expect.stringContaining('https://')],
  ['entries.submit', { workspace: 'main', request: { kind: 'drop' } }, 'request.kind', expect.any(String)],
  [
    'entries.submit',
    { workspace: 'main', request: { kind: 'call', function: 'f', args: {}, extra: 1 } },
    'request',
    'There is nothing called extra here.',
  ],
  ['dossiers.page', null, undefined, 'Enter a set of named values.'],
  ['dossiers.page', 'main', undefined, 'Enter a set of named values.'],
])('%s with %j is refused, with the field and a sentence', async (path, input, field, message) => {
  const never = async () => expect.fail('The method ran.')
  const { call, logged } = door({
    dossiers: { page: never, get: never },
    session: { signIn: never },
    workspaces: { add: never },
    entries: { submit: never },
  })
  expect(await call(path, input)).toEqual({
    ok: false,
    error: { code: 'bad_request', message, ...(field === undefined ? {} : { field }) },
  })
  expect(logged).toEqual([])
})

test.each(['', 'dossiers', 'dossiers.', '.page', 'dossiers.nothing', 'dossiers.page.input', 'constructor.constructor'])(
  'there is nothing behind “%s”',
  async (path) => {
    const { call } = door({ dossiers: { agents: async () => agents } })
    expect(await call(path, { workspace: 'main' })).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  },
)

test.each(['dossiers.constructor', 'dossiers.__proto__', '__proto__.toString', 'dossiers.hasOwnProperty'])(
  'what every object inherits is not behind the door: “%s”',
  async (path) => {
    const { call } = door({ dossiers: { agents: async () => agents } })
    expect(await call(path, { workspace: 'main' })).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  },
)

test('a path that is no text is refused', async () => {
  const { call } = door({})
  for (const path of [undefined, null, 7, {}, ['dossiers.page']]) {
    expect(await call(path as string, {})).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  }
})

test('what a person may know goes out whole', async () => {
  const { call, logged } = door({
    dossiers: {
      agents: async () => {
        throw new OutpostError('refused', 'Not today.', {
          field: 'id',
          reason: 'too.late',
          params: { days: 3 },
          cause: 1,
        })
      },
    },
  })
  expect(await call('dossiers.agents', { workspace: 'main' })).toEqual({
    ok: false,
    error: { code: 'refused', message: 'Not today.', field: 'id', reason: 'too.late', params: { days: 3 } },
  })
  expect(logged).toEqual([])
})

test.each([new Error('secret: relation "profiles" at /home/ines'), 'secret text', null])(
  'a defect is logged whole and shown as nothing but a defect',
  async (thrown) => {
    const { call, logged } = door({
      dossiers: {
        agents: async () => {
          throw thrown
        },
      },
    })
    const reply = await call('dossiers.agents', { workspace: 'main' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(logged).toEqual([{ details: { err: thrown, path: 'dossiers.agents' }, message: 'a call failed' }])
  },
)

test('an answer that breaks the contract is a defect while it is being tested', async () => {
  const { call, logged } = door({ dossiers: { agents: async () => [{ id: 'x', name: 'Ines' }] } })
  expect(await call('dossiers.agents', { workspace: 'main' })).toMatchObject({ error: { code: 'internal' } })
  expect(logged).toHaveLength(1)
})
