import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossiersApi } from '#main/api/dossiers.ts'
import { dossiers } from '#shared/contract/dossiers.ts'
import { addPerson } from '#tests/support/people.ts'
import { addCatalogue, addDossier, addWaiting, type TestDossier } from './clients.ts'
import { Desk } from './desk.ts'

let desk: Desk
let ama: TestDossier

beforeAll(async () => {
  desk = await Desk.open()
  const catalogue = await addCatalogue(desk, ['Passport'])
  const zoe = await addDossier(desk, catalogue, 'Zoé Lefèvre', 3)
  ama = await addDossier(desk, catalogue, 'Ama Mensah', 2)
  const eloi = await addDossier(desk, catalogue, 'Éloi Œuvray', 1)
  await addWaiting(desk, catalogue, ama, 'Passport', '2025-05-01T10:00:00Z')
  const paul = await addPerson(desk.db, 'agent', 'Paul Adjei')
  await addPerson(desk.db, 'inactive', 'Gone Away')
  await desk.db.exec(`
    alter table dossiers disable trigger user;
    update dossiers set assigned_to = '${desk.agent.sub}', status = 'FILED', created_at = '2025-03-03', updated_at = '2025-06-01' where id = '${zoe.id}';
    update dossiers set assigned_to = '${paul.sub}', created_at = '2025-03-02', updated_at = '2025-06-03' where id = '${ama.id}';
    update dossiers set status = 'NEW', created_at = '2025-03-01', updated_at = '2025-06-02' where id = '${eloi.id}';
    alter table dossiers enable trigger user`)
  desk.version += 1
})
afterAll(() => desk.close())

async function ask(input: object = {}) {
  const parsed = dossiers.page.input.parse({ workspace: 'main', ...input })
  const { rows, total } = dossiers.page.output.parse(await dossiersApi(desk.context()).page(parsed))
  return { rows, total, names: rows.map((row) => row.client.split(' ')[0]) }
}

const by = (column: string, direction = 'asc') => ({ sort: [{ column, direction }] })

test('the dossiers that changed last come first, with everything that a row shows', async () => {
  const { rows, total, names } = await ask()
  expect(names).toEqual(['Ama', 'Éloi', 'Zoé'])
  expect(total).toBe(3)
  expect(rows[0]).toEqual({
    id: ama.id,
    reference: 'D-2025-00002',
    client: 'Ama Mensah',
    product: 'LLC',
    type: 'LLC_FORMATION',
    status: 'UNDER_REVIEW',
    assignee: 'Paul Adjei',
    pendingDocuments: 1,
    createdAt: '2025-03-02T00:00:00+00:00',
    updatedAt: '2025-06-03T00:00:00+00:00',
    mark: null,
  })
})

test('every window shows the rows that stand there, by index and by a sorted list', async () => {
  for (const sort of [by('createdAt'), by('client')]) {
    const { names: all } = await ask(sort)
    for (let offset = 0; offset <= 3; offset += 1) {
      const { names, total } = await ask({ ...sort, offset, limit: 2 })
      expect(names).toEqual(all.slice(offset, offset + 2))
      expect(total).toBe(3)
    }
  }
})

test.each([
  ['reference', 'asc', ['Éloi', 'Ama', 'Zoé']],
  ['reference', 'desc', ['Zoé', 'Ama', 'Éloi']],
  ['client', 'asc', ['Ama', 'Éloi', 'Zoé']],
  ['status', 'asc', ['Éloi', 'Ama', 'Zoé']],
  ['assignee', 'asc', ['Zoé', 'Ama', 'Éloi']],
  ['assignee', 'desc', ['Ama', 'Zoé', 'Éloi']],
  ['createdAt', 'asc', ['Éloi', 'Ama', 'Zoé']],
  ['updatedAt', 'asc', ['Zoé', 'Éloi', 'Ama']],
  ['product', 'asc', ['Ama', 'Éloi', 'Zoé']],
])('sorted by %s %s', async (column, direction, names) => {
  expect((await ask(by(column, direction))).names).toEqual(names)
})

test('it can be searched, narrowed to statuses, and to what I hold', async () => {
  expect((await ask({ search: 'lefevre' })).names).toEqual(['Zoé'])
  expect((await ask({ search: 'adjei ama' })).names).toEqual(['Ama'])
  expect((await ask({ search: 'd-2025-00001' })).names).toEqual(['Éloi'])
  expect((await ask({ search: 'llc', limit: 1 })).total).toBe(3)
  expect((await ask({ statuses: ['NEW', 'FILED'] })).names).toEqual(['Éloi', 'Zoé'])
  expect((await ask({ statuses: ['NO_SUCH_STATUS'] })).total).toBe(0)
  expect((await ask({ mine: true })).names).toEqual(['Zoé'])
  expect((await ask({ mine: true, statuses: ['NEW'] })).total).toBe(0)
})

test('a dossier with an open decision is marked', async () => {
  await desk.call('change_dossier_status', {
    p_dossier_id: ama.id,
    p_from_status: 'UNDER_REVIEW',
    p_to_status: 'ON_HOLD',
  })
  const { rows } = await ask()
  expect(rows.map(({ status, mark }) => [status, mark])).toEqual([
    ['ON_HOLD', 'pending'],
    ['NEW', null],
    ['FILED', null],
  ])
})

test('a dossier can be handed to the agents who are at work', async () => {
  const agents = await dossiersApi(desk.context()).agents({ workspace: 'main' })
  expect(dossiers.agents.output.parse(agents).map((agent) => agent.name)).toEqual(['Ines Moreau', 'Paul Adjei'])
})
