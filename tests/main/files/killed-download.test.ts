import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { listFiles, openShop, readAll, Shop, someBytes } from './shop.ts'

const downloader = fileURLToPath(new URL('./endless-download.ts', import.meta.url))

test('a process killed in the middle of a download leaves nothing half behind', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const versionId = shop.add(bytes)
  const { folder, again } = await openShop(shop)

  const child = fork(downloader, [folder, versionId])
  await once(child, 'message')
  expect((await listFiles(folder)).filter((path) => path.startsWith('incoming'))).toHaveLength(1)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const store = await again()
  expect(store.has(versionId)).toBe(false)
  expect(await listFiles(folder)).toEqual([])
  await store.open(versionId)
  expect(await readAll(store, versionId)).toEqual(Buffer.from(bytes))
})

test('what lies in the folder without belonging there is cleared away at the start', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes())
  const { store, folder, again } = await openShop(shop)
  await store.open(versionId)
  const before = await listFiles(folder)
  await writeFile(join(folder, 'content', 'f'.repeat(64)), 'killed before its note was written')
  await writeFile(join(folder, 'versions', `${versionId.replace(/^./, '0')}.${'a'.repeat(64)}.7`), '')
  await mkdir(join(folder, 'versions', 'Thumbs'))
  expect((await again()).count()).toBe(1)
  expect(await listFiles(folder)).toEqual(before)
})
