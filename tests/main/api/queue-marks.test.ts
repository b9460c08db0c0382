import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reviewApi } from '#main/api/review.ts'
import { review } from '#shared/contract/review.ts'
import type { EntryState } from '#shared/model/entry.ts'
import { addCatalogue, addDossier, addWaiting, type TestDossier, upload } from './clients.ts'
import { Desk } from './desk.ts'

let desk: Desk
let dossier: TestDossier
let documents: { readonly id: string; readonly versionId: string }[]

beforeAll(async () => {
  desk = await Desk.open()
})
beforeEach(async () => {
  await desk.clear()
  const catalogue = await addCatalogue(desk, ['Passport', 'Proof of address', 'Bank statement'])
  dossier = await addDossier(desk, catalogue, 'Ama Mensah', 7)
  documents = []
  for (const [at, label] of [...catalogue.types.keys()].entries()) {
    documents.push(await addWaiting(desk, catalogue, dossier, label, `2025-05-0${at + 1}T10:00:00Z`))
  }
})
afterAll(() => desk.close())

function decide(which: number, p_status: 'APPROVED' | 'REJECTED', state: EntryState = 'pending'): Promise<void> {
  const { id = '', versionId = '' } = documents[which] ?? {}
  const comment = p_status === 'REJECTED' ? { p_comment: 'Blurred.' } : {}
  const args = { p_document_id: id, p_version_id: versionId, p_status, p_review_id: randomUUID(), ...comment }
  return desk.call('review_document', args, state)
}

async function ask(input: object = {}) {
  const parsed = review.queue.input.parse({ workspace: 'main', ...input })
  const { rows, total } = review.queue.output.parse(await reviewApi(desk.context()).queue(parsed))
  return { rows: rows.map((row) => [row.documentType, row.mark, row.decided]), total }
}

test('a decided document stays at its place, marked with the decision, until the server has accepted it', async () => {
  await decide(1, 'REJECTED')
  expect(await ask()).toEqual({
    rows: [
      ['Passport', null, null],
      ['Proof of address', 'pending', 'REJECTED'],
      ['Bank statement', null, null],
    ],
    total: 3,
  })
  expect(await ask({ offset: 1, limit: 1 })).toEqual({ rows: [['Proof of address', 'pending', 'REJECTED']], total: 3 })
  expect(await ask({ offset: 2 })).toEqual({ rows: [['Bank statement', null, null]], total: 3 })
  expect(await ask({ search: 'address' })).toEqual({ rows: [['Proof of address', 'pending', 'REJECTED']], total: 1 })
  expect(await ask({ documentTypes: ['Passport'] })).toEqual({ rows: [['Passport', null, null]], total: 1 })
  expect(await ask({ sort: [{ column: 'documentType', direction: 'desc' }] })).toMatchObject({ total: 3 })

  const types = await reviewApi(desk.context()).types({ workspace: 'main' })
  expect(types.map((type) => type.count)).toEqual([1, 1, 1])

  desk.entries.splice(0, 1, ...desk.entries.map((entry) => ({ ...entry, state: 'applied' as const })))
  expect(await ask()).toEqual({
    rows: [
      ['Passport', null, null],
      ['Bank statement', null, null],
    ],
    total: 2,
  })
})

test('a decision in conflict and a refused one are marked as such, on documents that may still wait', async () => {
  await decide(0, 'APPROVED', 'conflict')
  await decide(1, 'REJECTED', 'rejected')
  await decide(2, 'APPROVED', 'held')
  expect(await ask()).toEqual({
    rows: [
      ['Passport', 'conflict', 'APPROVED'],
      ['Proof of address', 'rejected', 'REJECTED'],
      ['Bank statement', 'pending', 'APPROVED'],
    ],
    total: 3,
  })
})

test('a document that somebody else has decided stays in the list while my decision is in conflict', async () => {
  await decide(0, 'APPROVED', 'conflict')
  await desk.db.query(`update documents set status = 'REJECTED', waiting_since = null where id = $1`, [
    documents[0]?.id,
  ])
  desk.version += 1
  expect((await ask()).rows[0]).toEqual(['Passport', 'conflict', 'APPROVED'])
})

test('the list changes as soon as rows do', async () => {
  expect((await ask({ search: 'ama' })).total).toBe(3)
  expect((await ask()).rows[0]?.[0]).toBe('Passport')
  await upload(desk, dossier, documents[0]?.id ?? '', '2025-06-01T10:00:00Z')
  expect((await ask()).rows.map(([type]) => type)).toEqual(['Proof of address', 'Bank statement', 'Passport'])
  expect((await ask({ search: 'ama' })).rows.map(([type]) => type)).toEqual([
    'Proof of address',
    'Bank statement',
    'Passport',
  ])
})
