import { chmod, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { Agenda } from '#main/demo/data/partners-vrai/agenda.ts'
import { Random } from '#main/demo/data/random.ts'
import { atWork, DAY, HOUR } from '#main/demo/data/time.ts'
import { statusOf } from '#main/demo/database/plain-errors.ts'
import { isRoot, placeOf, removePlace } from '#main/demo/database/postgres-place.ts'
import { Turns } from '#main/demo/database/turns.ts'
import { ObjectStore } from '#main/demo/server/object-store.ts'

test('an SQLSTATE gets the status that PostgREST gives it', () => {
  const given = ['OP400', 'OP409', '23505', '42P01', '40001', '57P01', '53300', 'P0001', 'PT418', '22P02']
  expect(given.map((code) => statusOf(code, false))).toEqual([400, 400, 409, 404, 500, 503, 503, 400, 418, 400])
  expect([statusOf('42501', true), statusOf('42501', false)]).toEqual([401, 403])
})

test('turns are taken one after the other, also after one that failed', async () => {
  const turns = new Turns()
  const seen: string[] = []
  const work = (name: string, ms: number, fails = false) =>
    turns.take(async () => {
      seen.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, ms))
      seen.push(`${name} out`)
      if (fails) throw new Error(name)
    })
  const all = await Promise.allSettled([work('a', 20), work('b', 5, true), work('c', 0)])
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('the files of a Postgres that runs as another user lie where that user can get to them', async () => {
  const closed = await realpath(await mkdtemp(join(tmpdir(), 'outpost-place-')))
  const folder = join(closed, 'cloud', 'postgres')
  await mkdir(join(closed, 'cloud'), { mode: 0o700 })
  try {
    const place = await placeOf(folder)
    expect(place === folder).toBe(!isRoot)
    if (isRoot) await writeFile(join(place, 'PG_VERSION'), '18')
    expect(await placeOf(folder)).toBe(place)
    await removePlace(folder)
    await expect(stat(join(place, 'PG_VERSION'))).rejects.toThrow()

    await chmod(closed, 0o711)
    expect(await placeOf(folder)).toBe(folder)
    await mkdir(folder)
    await chmod(join(closed, 'cloud'), 0o700)
    expect(await placeOf(folder)).toBe(folder)
    expect((await stat(join(closed, 'cloud'))).mode & 0o777).toBe(isRoot ? 0o711 : 0o700)
  } finally {
    await rm(closed, { recursive: true, force: true })
  }
})

test('whatever a key looks like, its bytes come back and lie inside the store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-store-'))
  try {
    const store = await ObjectStore.open(join(folder, 'objects'))
    const keys = ['a/b.pdf', '../../escape', '/etc/passwd', 'nul\0l', 'a\\..\\b', 'é'.repeat(600), 'con']
    for (const key of keys) {
      await store.uploadObject('documents', key, undefined, Buffer.from(key), 'text/plain', 'no-cache')
    }
    for (const key of keys) {
      const { body, metadata } = await store.getObject('documents', key, undefined)
      expect(await text(body as never)).toBe(key)
      expect(metadata).toMatchObject({ size: Buffer.byteLength(key), mimetype: 'text/plain' })
    }
    await store.deleteObject('documents', 'a/b.pdf')
    expect((await store.getObject('documents', 'a/b.pdf', undefined)).body).toBeUndefined()
    expect((await store.getObject('documents', 'x', `seed.${'0'.repeat(64)}.pdf`)).body).toBeUndefined()
    expect((await store.getObject('documents', 'x', 'seed.../../cloud.json.pdf')).body).toBeUndefined()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('an agenda does what is due in order, what comes up meanwhile included, and nothing after its end', () => {
  const agenda = new Agenda()
  const done: string[] = []
  agenda.add(20, () => done.push('late'))
  agenda.add(10, (at) => {
    done.push('early')
    agenda.add(at + 5, () => done.push('between'))
    agenda.add(at + 95, () => done.push('never'))
  })
  agenda.add(null, () => done.push('not at all'))
  agenda.runUntil(100)
  expect(done).toEqual(['early', 'between', 'late'])
})

test('office work happens on weekdays in daylight, and never before it was asked for', () => {
  const random = new Random(3)
  const monday = Date.parse('2026-03-16T00:00:00Z')
  for (let at = monday; at < monday + 14 * DAY; at += 1.7 * HOUR) {
    const when = new Date(atWork(at, random))
    expect(when.getTime()).toBeGreaterThanOrEqual(at)
    expect([1, 2, 3, 4, 5]).toContain(when.getUTCDay())
    expect(when.getUTCHours()).toBeGreaterThanOrEqual(8)
    expect(when.getUTCHours()).toBeLessThan(18)
  }
})

test('a random stream repeats by its seed and differs from the next', () => {
  const draw = (seed: number) => {
    const random = new Random(seed)
    return Array.from({ length: 50 }, () => random.uuid())
  }
  expect(draw(5)).toEqual(draw(5))
  expect(new Set([...draw(5), ...draw(6)]).size).toBe(100)
  for (const id of draw(7)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
