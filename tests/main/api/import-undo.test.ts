import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ImportDesk, openImportDesk, workspace } from './import-desk.ts'

let desk: ImportDesk

beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())
beforeEach(() => offline(false))

const offline = (on: boolean) => desk.engine.api.sync.workOffline({ workspace, on })
const waiting = async () => (await desk.engine.api.outbox.list({ workspace, limit: 500 })).entries
const takeBack = (entries: string[]) => desk.engine.api.batch.undo({ workspace, entries })
const isTold = (event: string) => desk.engine.events.some((one) => one.event === event)
const here = async (from: string) =>
  (
    await desk.read<{ name: string }>(
      `select name from public.people where name like '${from} %' order by split_part(name, ' ', 2)::int`,
    )
  ).map(({ name }) => name)
const there = async (from: string) =>
  (await desk.cloud.sql<{ name: string }>(`select name from public.people where name like $1`, [`${from} %`])).length

/** People of a file, each but the first below the first. */
const people = (from: string, count: number) =>
  desk.open(
    'people',
    'people.csv',
    ['email,name,boss', ...Array.from({ length: count }, (_, at) => line(from, at))].join('\r\n'),
  )
const line = (from: string, at: number) =>
  `${from}${at}@example.com,${from} ${at},${at === 0 ? '' : `${from}0@example.com`}`
const names = (from: string, count: number) => Array.from({ length: count }, (_, at) => `${from} ${at}`)

test('an import stays here as a whole, and is taken back whole, from its last row to its first', async () => {
  const { entries } = await (await people('whole', 750)).apply()
  expect(entries).toHaveLength(750)
  expect((await waiting()).every(({ state, undoMs }) => state === 'pending' && undoMs > 0)).toBe(true)
  desk.engine.events.length = 0
  const taking = takeBack(entries)
  while (!isTold('batchProgress')) await setImmediate()
  const meanwhile = await here('whole')
  expect(meanwhile.length).toBeLessThan(750)
  expect(meanwhile).toEqual(names('whole', meanwhile.length))
  expect(meanwhile).not.toEqual([])
  expect(await taking).toEqual({ undone: 750, late: 0 })
  expect(desk.engine.events).toContainEqual(expect.objectContaining({ event: 'batchProgress', done: 750, total: 750 }))
  expect(await here('whole')).toEqual([])
  expect(await waiting()).toEqual([])
  expect(await desk.engine.api.sync.now({ workspace })).toMatchObject({ pushed: 0, pending: 0 })
  expect(await there('whole')).toBe(0)
})

test('what somebody has sent while it ran stays, and is counted; the rest is taken back', async () => {
  const file = await people('partly', 500)
  desk.engine.events.length = 0
  const applying = file.apply()
  while (!isTold('importProgress')) await setImmediate()
  await desk.engine.api.sync.now({ workspace })
  const { entries } = await applying
  const { undone, late } = await takeBack(entries)
  expect(late).toBeGreaterThan(0)
  expect(undone).toBeGreaterThan(0)
  expect(undone + late).toBe(500)
  expect(await desk.engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, rejected: 0, conflicts: 0 })
  expect(await here('partly')).toEqual(names('partly', late))
  expect(await there('partly')).toBe(late)
})

test('a check takes no decision, and one that was taken back by itself is not called late', async () => {
  const file = await people('alone', 3)
  expect((await file.check()).entries).toEqual([])
  const { entries } = await file.apply()
  await desk.engine.api.entries.undo({ workspace, id: entries[2] ?? '' })
  expect(await takeBack(entries)).toEqual({ undone: 3, late: 0 })
  expect(await here('alone')).toEqual([])
})

test('what waits for a refused decision has not left, and is taken back too', async () => {
  await offline(true)
  const team = randomUUID()
  await desk.engine.api.entries.submit({
    workspace,
    request: { kind: 'insert', relation: 'public.teams', values: { id: team, name: 'Mine' } },
  })
  // A restart ends its time, so that it leaves at once.
  await desk.engine.restart()
  await desk.cloud.sql(`insert into public.teams values ($1, 'Somebody else’s')`, [team])
  const file = await desk.open('words', 'words.csv', `word,team\r\nheld,${team}`)
  const { entries } = await file.apply()
  await offline(false)
  await desk.engine.until(async () => (await waiting()).some(({ state }) => state === 'held'))
  expect(await takeBack(entries)).toEqual({ undone: 1, late: 0 })
  expect((await waiting()).map(({ id }) => id)).not.toContain(entries[0])
})

test('a restart ends the time to take it back: every row is still saved, and goes up once', async () => {
  await offline(true)
  const { entries } = await (await people('restart', 3)).apply()
  await desk.engine.restart()
  expect(await takeBack(entries)).toEqual({ undone: 0, late: 3 })
  expect(await here('restart')).toEqual(names('restart', 3))
  await offline(false)
  await desk.engine.api.sync.now({ workspace })
  expect(await there('restart')).toBe(3)
  expect(await takeBack(entries)).toEqual({ undone: 0, late: 3 })
})
