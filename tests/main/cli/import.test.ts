import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { runCli } from './support/run-cli.ts'

const home = mkdtempSync(join(tmpdir(), 'outpost-cli-import-'))
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  const where = ['--system', 'partners-vrai', '--url', cloud.url, '--key', cloud.key]
  expect((await runCli(home, ['workspace', 'add', 'pv', ...where])).err).toBe('')
  const account = cloud.accounts.find(({ role }) => role === 'super_admin')
  await runCli(home, ['sign-in', 'pv', '--email', account?.email ?? ''], `${account?.password}\n`)
  expect((await runCli(home, ['sync', 'pv'])).code).toBe(0)
})
afterAll(async () => {
  await cloud.stop()
  rmSync(home, { recursive: true })
})

const file = (name: string, text: string) => {
  const path = join(home, name)
  writeFileSync(path, text)
  return path
}
const run = (...args: string[]) => runCli(home, ['import', 'pv', ...args])

it('tries a file and writes nothing, then imports it when told to, and it goes up with the next sync', async () => {
  const path = file('kinds.csv', 'Code,Nom\nlease,Bail\nutility,Facture\nblank,  \n')
  const args = ['document_types', '--file', path, '--map', 'label=Nom', '--set', 'description=Imported']
  const tried = await run(...args)
  expect(tried).toMatchObject({
    code: 1,
    out: expect.stringContaining('2 new, 0 changed, 0 there already, 1 left out.'),
  })
  expect(tried.out).toContain('line 4  label  "  "')
  expect((await runCli(home, ['outbox', 'pv'])).out).toContain('Nothing waits here.')
  expect(tried.out).not.toContain('sent')
  const { out } = await run(...args, '--apply')
  expect(out).toContain('Imported. 3 rows: 2 new')
  expect(out).toContain('Nothing has been sent yet: “outpost sync pv” sends it')
  expect((await run(...args)).out).toContain('0 new, 0 changed, 2 there already, 1 left out.')
  expect((await runCli(home, ['sync', 'pv'])).code).toBe(0)
  const rows = await cloud.sql(`select code, description from public.document_types where code in ('lease', 'utility')`)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ description: 'Imported' })
})

it.each([
  [['document_types', '--file', 'nothing.csv'], 'can’t be read'],
  [['document_types', '--file', 'README.md'], 'ends in .csv, .xlsx or .jsonl'],
  [['document_types', '--file', 'FILE', '--map', 'label=Nope'], 'The file has no column “Nope”'],
  [['document_types', '--file', 'FILE', '--map', 'label'], 'Say it as column=value.'],
  [['document_types', '--file', 'FILE', '--dry-run', '--apply'], 'cannot be used with'],
  [['nothing', '--file', 'FILE'], 'There is no table public.nothing here'],
])('says in one line why %j can’t be done', async (args, sentence) => {
  const path = file('words.csv', 'code\na\n')
  const { code, err } = await run(...args.map((arg) => (arg === 'FILE' ? path : arg)))
  expect(code).toBe(1)
  expect(err).toMatch(/^error: [^\n]+\n$/)
  expect(err).toContain(sentence)
})
