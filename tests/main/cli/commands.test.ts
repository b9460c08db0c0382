import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runCli } from './support/run-cli.ts'

const home = mkdtempSync(join(tmpdir(), 'outpost-cli-'))
afterAll(() => rmSync(home, { recursive: true }))

const where = ['--system', 'partners-vrai', '--url', 'http://127.0.0.1:1', '--key', 'sb_publishable_test']

describe('a command that is not understood', () => {
  it.each([
    [[], 'Say what to do'],
    [['fly'], "Unknown command 'fly'"],
    [['status'], "Missing required argument 'name'"],
    [['workspace', 'add', 'x'], "Required option '--system <system>' not specified"],
    [['cloud', 'start', '--system', 'x', '--size', 'huge'], 'Allowed choices are small, demo, large'],
    [['cloud', 'start', '--system', 'x', '--port', '70000'], 'A port is a number from 0 to 65535'],
    [['status', 'a', 'b'], 'Too many arguments'],
    [['status', 'a', '--fast'], "Unknown option '--fast'"],
  ])('%j exits with 1 and says why in one line', async (args, sentence) => {
    const people = await runCli(home, args)
    expect(people).toMatchObject({ code: 1, out: '' })
    expect(people.err).toMatch(/^error: [^\n]+\n$/)
    expect(people.err).toContain(sentence)
  })

  it('says it to programs as one JSON value', async () => {
    const { code, out, err } = await runCli(home, ['--json', 'status'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(JSON.parse(out)).toEqual({
      error: { code: 'bad_request', message: "Missing required argument 'name'. See --help." },
    })
  })
})

it('help is an answer, not an error', async () => {
  const { code, out } = await runCli(home, ['--help'])
  expect(code).toBe(0)
  for (const word of [
    'cloud',
    'workspace',
    'sign-in',
    'sign-out',
    'server',
    'sync',
    'status',
    'outbox',
    'conflicts',
    'resolve',
    'read',
    'insert',
    'update',
    'delete',
    'call',
    'scope',
    'fetch',
    'doctor',
    'export',
  ])
    expect(out).toMatch(new RegExp(`^  ${word} `, 'm'))
})

describe('a faulty argument names itself', () => {
  it.each([
    [['insert', 'x', 'documents', '{'], 'json'],
    [['insert', 'x', 'documents', '[1]'], 'json'],
    [['update', 'x', 'documents', 'null', '{}'], 'key-json'],
    [['update', 'x', 'documents', '{"id":1}', '1'], 'set-json'],
    [['delete', 'x', 'documents', '"id"'], 'key-json'],
    [['call', 'x', 'f', 'p=1'], 'args-json'],
    [['scope', 'x', 'documents', 'some'], 'what'],
    [['fetch', 'x', 'documents', 'id'], 'key-json'],
    [['resolve', 'x', '7b0c9bb2-5f0b-4c3e-9d10-0d5f6a1f4b11', '--take', 'ours'], 'take'],
    [['cloud', 'install', '--system', 'plain', '--db-url', 'localhost'], 'db-url'],
    [['cloud', 'install', '--system', 'nothing', '--db-url', 'postgres://127.0.0.1:1/x'], 'system'],
  ])('%j: %s', async (args, field) => {
    const { code, out } = await runCli(home, ['--json', ...args])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'bad_request', field } })
  })
})

describe('workspaces', () => {
  it('are added, listed and removed, and the key is shown to nobody', async () => {
    const added = await runCli(home, ['--json', 'workspace', 'add', 'one', ...where])
    expect(JSON.parse(added.out)).toEqual({ name: 'one', system: 'partners-vrai', url: 'http://127.0.0.1:1' })
    const listed = await runCli(home, ['workspace', 'list'])
    expect(listed.out).toBe('one  partners-vrai  http://127.0.0.1:1\n')
    expect((await runCli(home, ['workspace', 'remove', 'one'])).code).toBe(0)
    expect(JSON.parse((await runCli(home, ['--json', 'workspace', 'list'])).out)).toEqual([])
  })

  it('that are not there are named in the error', async () => {
    const { code, out } = await runCli(home, ['--json', 'status', 'nowhere'])
    expect(code).toBe(1)
    expect(JSON.parse(out).error).toMatchObject({
      code: 'workspace_unknown',
      message: expect.stringContaining('nowhere'),
    })
  })

  it('refuse a name, an address or a system that can’t be', async () => {
    const refused = async (args: string[]) =>
      JSON.parse((await runCli(home, ['--json', 'workspace', 'add', ...args])).out)
    expect(await refused(['Big Name', ...where])).toMatchObject({ error: { code: 'bad_request', field: 'name' } })
    const [, system, , url, , key] = where
    expect(await refused(['x', '--system', 'zz', '--url', url ?? '', '--key', key ?? ''])).toMatchObject({
      error: { field: 'system' },
    })
    expect(await refused(['x', '--system', system ?? '', '--url', 'ftp://x', '--key', key ?? ''])).toMatchObject({
      error: { field: 'url' },
    })
  })
})

describe('the password', () => {
  it('is taken from the input when it is not in the environment', async () => {
    await runCli(home, ['workspace', 'add', 'two', ...where])
    const { code, out } = await runCli(home, ['--json', 'sign-in', 'two', '--email', 'a@b.example'], 'secret\n')
    expect(code).toBe(1)
    expect(JSON.parse(out).error.code).toMatch(/offline|unreachable/)
    expect(out).not.toContain('secret')
  })

  it('is asked for by name when there is none', async () => {
    const { code, out } = await runCli(home, ['--json', 'sign-in', 'two', '--email', 'a@b.example'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'bad_request', field: 'password' } })
  })
})
