import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { runCli } from './support/run-cli.ts'

const home = mkdtempSync(join(tmpdir(), 'outpost-cli-export-'))
const files = mkdtempSync(join(tmpdir(), 'outpost-exported-'))
let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  const where = ['--system', 'partners-vrai', '--url', cloud.url, '--key', cloud.key]
  expect((await runCli(home, ['workspace', 'add', 'pv', ...where])).err).toBe('')
  const account = cloud.accounts.find(({ role }) => role === 'agent')
  await runCli(home, ['sign-in', 'pv', '--email', account?.email ?? ''], `${account?.password}\n`)
  expect((await runCli(home, ['sync', 'pv'])).code).toBe(0)
})
afterAll(async () => {
  await cloud.stop()
  for (const folder of [home, files]) rmSync(folder, { recursive: true })
})

const run = (...args: string[]) => runCli(home, ['export', 'pv', ...args])

it('exports to the output, filtered, sorted and with the columns that were asked for', async () => {
  const filter = '{"column": "is_active", "is": "true"}'
  const args = ['products', '--filter', filter, '--sort', 'code:desc', '--columns', 'code,price']
  const { code, out } = await run(...args)
  const expected = await cloud.sql<{ code: string; price: string }>(
    `select code, price::text from public.products where is_active order by code desc`,
  )
  expect(code).toBe(0)
  const lines = ['code,price', ...expected.map((row) => `${row.code},${row.price}`)]
  expect(out).toBe(`\uFEFF${lines.join('\r\n')}\r\n`)
})

it('writes a file in the format of its ending, whole or not at all, and replaces none unasked', async () => {
  const out = join(files, 'products.jsonl')
  const { code, out: said } = await run('products', '--out', out)
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(` rows in ${out}.`) })
  const [first] = readFileSync(out, 'utf8').split('\n')
  expect(JSON.parse(first ?? '')).toHaveProperty('price')
  writeFileSync(out, 'mine')
  const again = await run('products', '--out', out)
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining('is there already') })
  expect(readFileSync(out, 'utf8')).toBe('mine')
  expect((await run('products', '--out', out, '--force')).code).toBe(0)
  expect(readdirSync(files)).toEqual(['products.jsonl'])
})

it.each([
  [['nothing'], 'There is no table public.nothing here'],
  [['products', '--columns', 'nope'], 'public.products has no column nope.'],
  [['products', '--filter', '{'], 'The filter must be JSON'],
  [['products', '--filter', '{"column": "price", "is": "more", "value": "dear"}'], 'The filter does not fit'],
  [['products', '--sort', 'code:up'], 'Say a column, or column:desc.'],
  [['products', '--format', 'pdf'], 'Allowed choices are csv, xlsx, jsonl'],
  [['products', '--out', join(files, 'no', 'x.csv')], 'can’t be written'],
])('says in one line why %j can’t be exported, and leaves no file', async (args, sentence) => {
  const { code, err } = await run(...args)
  expect(code).toBe(1)
  expect(err).toMatch(/^error: [^\n]+\n$/)
  expect(err).toContain(sentence)
  expect(readdirSync(files).filter((name) => name.endsWith('.part'))).toEqual([])
})
