import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FetchFile } from '#main/files/file-source.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { MAX_FILE_BYTES } from '#shared/contract/files.ts'
import { listFiles, openShop, readAll, Shop, someBytes } from './shop.ts'

/** The fault: so many downloads come back with one bit turned, then the line is good. */
function damagedTimes(shop: Shop, times: number): FetchFile {
  let left = times
  return async (path, onBytes, signal) => {
    const damaged = left-- > 0
    await shop.fetch(
      path,
      (bytes) => onBytes(damaged ? bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) : bytes),
      signal,
    )
  }
}

test('a file that arrives damaged is fetched once more', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const versionId = shop.add(bytes)
  const { store } = await openShop(shop, damagedTimes(shop, 1))
  await store.open(versionId)
  expect(await readAll(store, versionId)).toEqual(Buffer.from(bytes))
  expect(shop.fetches).toBe(2)
})

test('a file that arrives damaged twice is refused, nothing is kept, and the next opening tries again', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes())
  const { store, folder } = await openShop(shop, damagedTimes(shop, 2))
  await expect(store.open(versionId)).rejects.toMatchObject({ code: 'file_corrupt' })
  expect(store.has(versionId)).toBe(false)
  expect(await listFiles(folder)).toEqual([])
  expect((await store.open(versionId)).here).toBe(true)
})

test('a file that ends early or goes on too long is refused', async () => {
  const shop = new Shop()
  for (const size of [24_999, 25_001]) {
    const versionId = shop.add(someBytes(25_000), { size, sha256: null })
    const { store, folder } = await openShop(shop)
    await expect(store.open(versionId)).rejects.toMatchObject({ code: 'file_corrupt' })
    expect(await listFiles(folder)).toEqual([])
  }
})

test('a file that is said to be too large is not even asked for', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes(), { size: 200 * 1024 * 1024 })
  const { store } = await openShop(shop)
  await expect(store.open(versionId)).rejects.toMatchObject({
    code: 'file_too_large',
    problem: { params: { name: 'passport.pdf', limit: 50 } },
  })
  expect(shop.fetches).toBe(0)
})

test('a file that turns out too large is cut off, and nothing of it stays', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes(), { size: null, sha256: null })
  let sent = 0
  // The fault: a server that never stops, and a reader of it that reports our abort as a cut line.
  const endless: FetchFile = async (_path, onBytes, signal) => {
    const piece = new Uint8Array(1024 * 1024)
    try {
      for (; sent < 200; sent += 1) await onBytes(piece)
    } catch {
      throw new OutpostError(signal.aborted ? 'unreachable' : 'internal', 'The line was cut.')
    }
  }
  const { store, folder } = await openShop(shop, endless)
  await expect(store.open(versionId)).rejects.toMatchObject({ code: 'file_too_large' })
  expect(sent).toBe(MAX_FILE_BYTES / 1024 / 1024)
  expect(await listFiles(folder)).toEqual([])
})

test('a line that cuts a file off by its own limit is told in the same words', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes(), { size: null, sha256: null })
  const { store, folder } = await openShop(shop, async () => {
    throw new OutpostError('file_too_large', 'Longer than the line takes.')
  })
  await expect(store.open(versionId)).rejects.toMatchObject({
    problem: { params: { name: 'passport.pdf', limit: 50 } },
  })
  expect(await listFiles(folder)).toEqual([])
})

test('names and paths of the server never lead out of the store', async () => {
  const shop = new Shop()
  const name = '../../../escaped\u0000.pdf'
  const versionId = shop.add(someBytes(), { name, path: '../../etc/passwd' })
  const { store, folder } = await openShop(shop)
  expect((await store.open(versionId)).name).toBe(name)
  expect((await listFiles(folder)).toSorted()).toEqual([
    expect.stringMatching(/^content\/[0-9a-f]{64}$/),
    expect.stringMatching(/^versions\/[0-9a-f-]{36}\.[0-9a-f]{64}\.\d+$/),
  ])
  const outside = join(folder, '..', 'escaped')
  shop.entries.set(outside, { path: 'x', name: 'x', mime: 'x', size: null, sha256: '../../escaped' })
  await expect(store.open(outside)).rejects.toMatchObject({ code: 'file_missing' })
  const oddHash = shop.add(someBytes(), { sha256: '../../../escaped' })
  await expect(store.open(oddHash)).rejects.toMatchObject({ code: 'file_corrupt' })
  await expect(access(outside)).rejects.toThrow()
})

test('a full disk is told as such, and nothing half stays', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes())
  // The fault: the disk's own error, after the first piece was written.
  const { store, folder } = await openShop(shop, async (_path, onBytes) => {
    await onBytes(new Uint8Array(10_000))
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  })
  await expect(store.open(versionId)).rejects.toMatchObject({ code: 'disk_full' })
  expect(await listFiles(folder)).toEqual([])
})

test('a download that is given up leaves nothing, and does not take those along who wait for the same file', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const versionId = shop.add(bytes)
  const giveUp = new AbortController()
  const { store, folder } = await openShop(shop, (path, onBytes, signal) =>
    shop.fetch(
      path,
      async (piece) => {
        await onBytes(piece)
        giveUp.abort()
      },
      signal,
    ),
  )
  const first = store.open(versionId, giveUp.signal)
  const second = store.open(versionId)
  await expect(first).rejects.toMatchObject({ code: 'cancelled' })
  expect((await second).here).toBe(true)
  expect(await readAll(store, versionId)).toEqual(Buffer.from(bytes))
  expect((await listFiles(folder)).filter((path) => path.startsWith('incoming'))).toEqual([])
})
