import { stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OutpostError } from '#shared/contract/errors.ts'
import { CHUNK_BYTES } from '#shared/contract/files.ts'
import { listFiles, openShop, readAll, Shop, someBytes } from './shop.ts'

test('a file is fetched at its first opening, and read from the disk from then on', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const versionId = shop.add(bytes)
  const { store, again } = await openShop(shop)
  expect(store.has(versionId)).toBe(false)

  expect(await store.open(versionId)).toEqual({
    versionId,
    name: 'passport.pdf',
    mime: 'application/pdf',
    size: bytes.byteLength,
    here: true,
  })
  await store.open(versionId)
  const reopened = await again()
  expect(reopened.has(versionId)).toBe(true)
  await reopened.open(versionId)
  expect(await readAll(reopened, versionId)).toEqual(Buffer.from(bytes))
  expect(shop.fetches).toBe(1)
})

test('a file longer than one answer is read piece by piece, and past its end there is nothing', async () => {
  const shop = new Shop()
  const bytes = someBytes(CHUNK_BYTES * 2 + 17)
  const versionId = shop.add(bytes)
  const { store } = await openShop(shop)
  await store.open(versionId)
  expect((await store.read(versionId, 0)).done).toBe(false)
  expect((await store.read(versionId, CHUNK_BYTES * 2)).bytes).toEqual(bytes.subarray(CHUNK_BYTES * 2))
  expect(await readAll(store, versionId)).toEqual(Buffer.from(bytes))
  expect(await store.read(versionId, CHUNK_BYTES * 9)).toEqual({ bytes: new Uint8Array(0), done: true })
})

test('an empty file is a file', async () => {
  const shop = new Shop()
  const versionId = shop.add(new Uint8Array(0))
  const { store } = await openShop(shop)
  await store.open(versionId)
  expect(await store.read(versionId, 0)).toEqual({ bytes: new Uint8Array(0), done: true })
})

test('two openings of one file at once download it once', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes())
  const { store } = await openShop(shop)
  const opened = await Promise.all([store.open(versionId), store.open(versionId), store.open(versionId)])
  expect(opened.map((file) => file.here)).toEqual([true, true, true])
  expect(shop.fetches).toBe(1)
})

test('two versions with the same bytes are one content, fetched once', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const versions = [shop.add(bytes), shop.add(bytes), shop.add(bytes)]
  const { store, folder } = await openShop(shop)
  await Promise.all(versions.map((versionId) => store.open(versionId)))
  expect(shop.fetches).toBe(1)
  expect(store.count()).toBe(3)
  expect(store.bytes()).toBe(bytes.byteLength)
  expect((await listFiles(folder)).filter((path) => path.startsWith('content'))).toHaveLength(1)
  for (const versionId of versions) expect(await readAll(store, versionId)).toEqual(Buffer.from(bytes))
})

test('a version that the person can not see is missing', async () => {
  const { store } = await openShop(new Shop())
  const refused = store.open('00000000-0000-4000-8000-000000000000')
  await expect(refused).rejects.toMatchObject({ code: 'file_missing', problem: { reason: 'file.unknown' } })
})

test('without a network, what is here opens and what is not says so', async () => {
  const shop = new Shop()
  const here = shop.add(someBytes())
  const elsewhere = shop.add(someBytes())
  const { store, again } = await openShop(shop)
  await store.open(here)

  // The fault: a network that is gone, as the gateway reports it.
  const offline = await again(async () => {
    throw new OutpostError('offline', 'No network.')
  })
  expect((await offline.open(here)).here).toBe(true)
  await expect(offline.open(elsewhere)).rejects.toMatchObject({ code: 'offline' })
  await expect(offline.read(elsewhere, 0)).rejects.toMatchObject({ problem: { reason: 'file.not_here' } })
})

test('a file that was damaged on this disk is found by verify, and fetched again when it is opened', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const damaged = shop.add(bytes)
  const sound = shop.add(someBytes())
  const { store, folder } = await openShop(shop)
  await store.open(damaged)
  await store.open(sound)
  const path = join(folder, 'content', shop.entries.get(damaged)?.sha256 ?? '')
  await writeFile(path, someBytes(bytes.byteLength))
  await utimes(path, new Date(), new Date(Date.now() + 60_000))

  const told: number[] = []
  expect(await store.verify((done, total) => told.push(done, total))).toEqual({ damaged: [damaged] })
  expect(told).toEqual([1, 2, 2, 2])
  await store.open(damaged)
  expect(await readAll(store, damaged)).toEqual(Buffer.from(bytes))
  expect(await store.verify()).toEqual({ damaged: [] })
})

test('where the server knows no hash, the first fetch is what holds', async () => {
  const shop = new Shop()
  const bytes = someBytes()
  const versionId = shop.add(bytes, { sha256: null, size: null })
  const { store, folder } = await openShop(shop)
  await store.open(versionId)
  const [content] = (await listFiles(folder)).filter((path) => path.startsWith('content'))
  await writeFile(join(folder, content ?? ''), someBytes())
  expect(await store.verify()).toEqual({ damaged: [versionId] })
  await store.open(versionId)
  expect(await readAll(store, versionId)).toEqual(Buffer.from(bytes))
})

test('dropping the store leaves an empty one', async () => {
  const shop = new Shop()
  const versionId = shop.add(someBytes())
  const { store, folder } = await openShop(shop)
  await store.open(versionId)
  await store.drop()
  expect([store.count(), store.bytes(), store.has(versionId)]).toEqual([0, 0, false])
  expect(await listFiles(folder)).toEqual([])
  await store.open(versionId)
  expect(store.has(versionId)).toBe(true)
})

test('only the person of this computer may look into the store', async () => {
  const shop = new Shop()
  const { store, folder } = await openShop(shop)
  await store.open(shop.add(someBytes()))
  for (const name of ['', 'incoming', 'content', 'versions']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o700)
  }
  for (const path of await listFiles(folder)) expect((await stat(join(folder, path))).mode & 0o777).toBe(0o600)
})
