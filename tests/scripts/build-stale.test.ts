import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { buildIfStale } from '../../scripts/build-stale.ts'

const folder = mkdtempSync(join(tmpdir(), 'outpost-build-'))
afterAll(() => rmSync(folder, { recursive: true }))

const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
const build = {
  stamp: 'out/it.built',
  output: 'out/it.js',
  sources: ['source', 'lock.json'],
  run: async () => {
    mkdirSync(join(folder, 'out'), { recursive: true })
    write('out/it.js', 'built')
  },
}
const failing = { ...build, run: () => Promise.reject(new Error('cut off')) }
const isStale = () => buildIfStale(build, folder)

beforeEach(async () => {
  mkdirSync(join(folder, 'source/deep'), { recursive: true })
  write('source/deep/a.ts', 'a')
  write('lock.json', '{}')
  await isStale()
})

it('nothing is built twice', async () => {
  expect(await isStale()).toBe(false)
})

it.each([
  ['a changed source', () => write('source/deep/a.ts', 'b')],
  ['a new source', () => write('source/deep/b.ts', 'b')],
  ['a source that is gone', () => rmSync(join(folder, 'source/deep/a.ts'))],
  ['another dependency', () => write('lock.json', '{"x": 1}')],
  ['output that is gone', () => rmSync(join(folder, 'out/it.js'))],
])('%s makes it build again', async (_what, change) => {
  change()
  expect(await isStale()).toBe(true)
  expect(existsSync(join(folder, 'out/it.js'))).toBe(true)
})

it('a build that was cut off is not taken for one that ended', async () => {
  write('source/deep/a.ts', 'changed')
  await expect(buildIfStale(failing, folder)).rejects.toThrow('cut off')
  write('source/deep/a.ts', 'a')
  expect(await isStale()).toBe(true)
})

it('a build leaves the environment as it was', async () => {
  const before = process.env.NODE_ENV
  const setting = { ...build, run: async () => void Object.assign(process.env, { NODE_ENV: 'production' }) }
  write('lock.json', '{"y": 1}')
  await buildIfStale(setting, folder)
  expect(process.env.NODE_ENV).toBe(before)
})
