import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewApi } from '#main/api/review.ts'
import { review } from '#shared/contract/review.ts'
import { addPerson } from '#tests/support/people.ts'
import { addCatalogue, addDossier, addWaiting } from './clients.ts'
import { Desk } from './desk.ts'

const scene = async (desk: Desk) => {
  const catalogue = await addCatalogue(desk, ['Passport', 'Relevé d’identité', 'Proof of address'])
  const zoe = await addDossier(desk, catalogue, 'Zoé Lefèvre', 12)
  const ama = await addDossier(desk, catalogue, 'Ama Mensah', 7)
  const oeuvre = await addDossier(desk, catalogue, 'Éloi Œuvray', 31)
  await desk.db.query('update dossiers set assigned_to = $1 where id = $2', [desk.agent.sub, ama.id])
  return {
    addressOfAma: await addWaiting(desk, catalogue, ama, 'Proof of address', '2025-05-02T10:00:00Z'),
    passportOfZoe: await addWaiting(desk, catalogue, zoe, 'Passport', '2025-05-01T10:00:00.123456Z'),
    identityOfEloi: await addWaiting(desk, catalogue, oeuvre, 'Relevé d’identité', '2025-05-04T10:00:00Z'),
    passportOfAma: await addWaiting(desk, catalogue, ama, 'Passport', '2025-05-03T10:00:00Z'),
    ama,
    addMore: async () => {
      for (let hour = 10; hour < 20; hour += 1) {
        await addWaiting(desk, catalogue, zoe, 'Passport', `2025-06-01T${hour}:00:00Z`)
      }
    },
  }
}

let desk: Desk
let waiting: Awaited<ReturnType<typeof scene>>

beforeAll(async () => {
  desk = await Desk.open()
  waiting = await scene(desk)
})
afterAll(() => desk.close())

/** Asks as a screen does, and answers the rows as `client type`. */
async function ask(input: object) {
  const answer = await reviewApi(desk.context()).queue(review.queue.input.parse({ workspace: 'main', ...input }))
  const { rows, total } = review.queue.output.parse(answer)
  return { rows, total, words: rows.map((row) => `${row.client}, ${row.documentType}`) }
}

const inOrder = [
  'Zoé Lefèvre, Passport',
  'Ama Mensah, Proof of address',
  'Ama Mensah, Passport',
  'Éloi Œuvray, Relevé d’identité',
]

test('the document that waits longest comes first, with everything that a row shows', async () => {
  const { rows, total, words } = await ask({})
  expect(words).toEqual(inOrder)
  expect(total).toBe(4)
  expect(rows[1]).toEqual({
    documentId: waiting.addressOfAma.id,
    versionId: waiting.addressOfAma.versionId,
    documentType: 'Proof of address',
    client: 'Ama Mensah',
    dossier: 'D-2025-00007',
    dossierId: waiting.ama.id,
    waitingSince: '2025-05-02T10:00:00+00:00',
    version: 1,
    mark: null,
    decided: null,
  })
  expect(rows[0]?.waitingSince).toBe('2025-05-01T10:00:00.123456+00:00')
})

test('every window of the list shows the rows that stand there, from whichever end they are read', async () => {
  for (const sort of [[], [{ column: 'waitingSince', direction: 'desc' }]]) {
    const all = sort.length === 0 ? inOrder : inOrder.toReversed()
    for (let offset = 0; offset <= 5; offset += 1) {
      for (const limit of [1, 2, 3, 10]) {
        const { words, total } = await ask({ sort, offset, limit })
        expect({ offset, limit, words }).toEqual({ offset, limit, words: all.slice(offset, offset + limit) })
        expect(total).toBe(4)
      }
    }
  }
})

test('it can be sorted by every column, by several, and both ways', async () => {
  const [zoe, address, passport, eloi] = inOrder
  expect((await ask({ sort: [{ column: 'client', direction: 'asc' }] })).words).toEqual([address, passport, eloi, zoe])
  expect((await ask({ sort: [{ column: 'client', direction: 'desc' }] })).words).toEqual([zoe, eloi, address, passport])
  expect((await ask({ sort: [{ column: 'dossier', direction: 'desc' }] })).words).toEqual([
    eloi,
    zoe,
    address,
    passport,
  ])
  expect((await ask({ sort: [{ column: 'version', direction: 'asc' }] })).words).toEqual(inOrder)
  const byType = [
    { column: 'documentType', direction: 'asc' },
    { column: 'client', direction: 'desc' },
  ]
  expect((await ask({ sort: byType })).words).toEqual([zoe, passport, address, eloi])
  expect((await ask({ sort: byType, offset: 1, limit: 2 })).words).toEqual([passport, address])
})

test.each([
  ['zoe', 1],
  ['LEFEVRE', 1],
  ['oeuvray', 1],
  ['Œuvray', 1],
  ['éloi releve', 1],
  ['ama passport', 1],
  ['mensah', 2],
  ['d-2025-00007', 2],
  ['00007 address', 2 - 1],
  ['PASSPORT', 2],
  ['releve d’identite', 1],
  ['%', 0],
  ["' or true --", 0],
  ['ama zoe', 0],
  ['   ', 4],
])('searching for “%s” finds %i', async (search, count) => {
  const { total, words } = await ask({ search })
  expect(total).toBe(count)
  expect(words).toHaveLength(count)
})

test('it can be narrowed to some document types, and to the dossiers that I hold', async () => {
  const [zoe, address, passport, eloi] = inOrder
  expect(await ask({ documentTypes: ['Passport'] })).toMatchObject({ words: [zoe, passport], total: 2 })
  expect(await ask({ documentTypes: ['Passport', 'Relevé d’identité'] })).toMatchObject({
    words: [zoe, passport, eloi],
  })
  expect(await ask({ mine: true })).toMatchObject({ words: [address, passport], total: 2 })
  expect(await ask({ mine: true, search: 'passport' })).toMatchObject({ words: [passport], total: 1 })
  expect(await ask({ documentTypes: ['Birth certificate'] })).toMatchObject({ words: [], total: 0 })
})

test('the types of the queue are counted', async () => {
  expect(await reviewApi(desk.context()).types({ workspace: 'main' })).toEqual([
    { label: 'Passport', count: 2 },
    { label: 'Proof of address', count: 1 },
    { label: 'Relevé d’identité', count: 1 },
  ])
})

test('somebody who may not see the documents sees none', async () => {
  const stranger = await addPerson(desk.db, 'inactive')
  const input = review.queue.input.parse({ workspace: 'main', search: 'passport' })
  expect(await reviewApi(desk.context(stranger)).queue(input)).toEqual({ rows: [], total: 0 })
  expect(await reviewApi(desk.context(stranger)).queue({ ...input, search: '' })).toEqual({ rows: [], total: 0 })
})

test('a longer list is the same from both ends', async () => {
  await waiting.addMore()
  const { rows: all, total } = await ask({})
  expect([all.length, total]).toEqual([14, 14])
  expect(all.map((row) => row.waitingSince)).toEqual(all.map((row) => row.waitingSince).toSorted())
  for (let offset = 0; offset < 14; offset += 1) {
    expect((await ask({ offset, limit: 4 })).rows).toEqual(all.slice(offset, offset + 4))
  }
})
