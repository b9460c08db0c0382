import { expect, test } from 'vitest'
import { OutpostError } from '#shared/contract/errors.ts'
import { openShop, Shop, someBytes } from './shop.ts'

test('prefetching brings what is not here, with progress', async () => {
  const shop = new Shop()
  const versions = Array.from({ length: 7 }, () => shop.add(someBytes(1_000)))
  const { store } = await openShop(shop)
  await store.open(versions[0] ?? '')
  const told: unknown[] = []
  expect(await store.prefetch(versions, (progress) => told.push(progress))).toEqual({ fetched: 6, refused: [] })
  expect(told).toHaveLength(6)
  expect(told.at(-1)).toEqual({ done: 6, total: 6, bytes: 6_000 })
  expect(versions.every((versionId) => store.has(versionId))).toBe(true)
  expect(shop.fetches).toBe(7)
})

test('a file that is refused does not keep the others from coming', async () => {
  const shop = new Shop()
  const tooLarge = shop.add(someBytes(1_000), { size: 60 * 1024 * 1024 })
  const corrupt = shop.add(someBytes(1_000), { sha256: 'a'.repeat(64) })
  const good = [shop.add(someBytes(1_000)), shop.add(someBytes(1_000))]
  const { store } = await openShop(shop)
  const { fetched, refused } = await store.prefetch([tooLarge, corrupt, ...good])
  expect(fetched).toBe(2)
  expect(refused).toHaveLength(2)
  expect(refused).toContainEqual({ versionId: tooLarge, code: 'file_too_large' })
  expect(refused).toContainEqual({ versionId: corrupt, code: 'file_corrupt' })
})

test('a network that goes away ends the round at once', async () => {
  const shop = new Shop()
  const versions = Array.from({ length: 50 }, () => shop.add(someBytes(1_000)))
  let asked = 0
  // The fault: the network goes after ten files.
  const { store } = await openShop(shop, async (path, onBytes, signal) => {
    asked += 1
    if (asked > 10) throw new OutpostError('offline', 'No network.')
    await shop.fetch(path, onBytes, signal)
  })
  await expect(store.prefetch(versions)).rejects.toMatchObject({ code: 'offline' })
  expect(store.count()).toBe(10)
  expect(asked).toBeLessThan(15)
})

test('prefetching stops when it is told to', async () => {
  const shop = new Shop()
  const versions = Array.from({ length: 50 }, () => shop.add(someBytes(1_000)))
  const { store } = await openShop(shop)
  const stop = new AbortController()
  const running = store.prefetch(versions, ({ done }) => done === 5 && stop.abort(), stop.signal)
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  expect(store.count()).toBeLessThan(10)
})
