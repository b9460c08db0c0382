import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesApi } from '#main/api/files.ts'
import { reviewApi } from '#main/api/review.ts'
import { reviewDocument } from '#shared/contract/review.ts'
import { addPerson } from '#tests/support/people.ts'
import { addCatalogue, addDocument, addDossier, addWaiting, type TestDossier, upload } from './clients.ts'
import { Desk } from './desk.ts'

let desk: Desk
let dossier: TestDossier
let empty: string
let documentId: string
let versions: string[]
const reviews = [randomUUID(), randomUUID()]

beforeAll(async () => {
  desk = await Desk.open()
  const catalogue = await addCatalogue(desk, ['Passport', 'Proof of address'])
  dossier = await addDossier(desk, catalogue, 'Ama Mensah', 7)
  await desk.db.query('update dossiers set assigned_to = $1 where id = $2', [desk.agent.sub, dossier.id])
  empty = await addDocument(desk, catalogue, dossier, 'Proof of address')
  const first = await addWaiting(desk, catalogue, dossier, 'Passport', '2025-05-01T10:00:00Z')
  documentId = first.id
  await decide(first.versionId, 'REJECTED', reviews[0] ?? '', 'The photo is cut off.')
  desk.entries.length = 0
  versions = [await upload(desk, dossier, documentId, '2025-05-03T09:30:00Z'), first.versionId]
})
afterAll(() => desk.close())

function decide(versionId: string, p_status: string, p_review_id: string, p_comment = ''): Promise<void> {
  const args = { p_document_id: documentId, p_version_id: versionId, p_status, p_review_id, p_comment }
  return desk.call('review_document', args)
}

async function read(id = documentId) {
  return reviewDocument.parse(await reviewApi(desk.context()).document({ workspace: 'main', documentId: id }))
}

test('a document shows whose it is, where it stands, all its versions and its earlier reviews', async () => {
  const shown = await read()
  expect(shown).toMatchObject({
    documentId,
    documentType: 'Passport',
    status: 'PENDING',
    client: { id: dossier.client.sub, name: 'Ama Mensah', email: dossier.client.email },
    dossier: { id: dossier.id, reference: 'D-2025-00007', product: 'LLC' },
    step: { label: 'Identity', place: 1, of: 3 },
    heldBy: 'Ines Moreau',
    waitingSince: '2025-05-03T09:30:00+00:00',
    mark: null,
  })
  expect(shown.versions.map(({ versionId, version, current }) => [versionId, version, current])).toEqual([
    [versions[1], 1, false],
    [versions[0], 2, true],
  ])
  expect(shown.versions[1]).toMatchObject({
    uploadedAt: '2025-05-03T09:30:00+00:00',
    uploadedBy: 'Ama Mensah',
    file: { name: 'scan.pdf', mime: 'application/pdf', here: false },
  })
  expect(shown.reviews).toEqual([
    expect.objectContaining({
      version: 1,
      status: 'REJECTED',
      comment: 'The photo is cut off.',
      reviewer: 'Ines Moreau',
      mark: null,
    }),
  ])
})

test('a document without any upload has no versions', async () => {
  expect(await read(empty)).toMatchObject({ status: 'MISSING', versions: [], reviews: [], waitingSince: null })
})

test('its file is fetched when it is opened, is here from then on, and is read in pieces', async () => {
  const files = filesApi(desk.context())
  const versionId = versions[0] ?? ''
  expect(await files.open({ workspace: 'main', versionId })).toMatchObject({ versionId, name: 'scan.pdf', here: true })
  const { base64, done } = await files.read({ workspace: 'main', versionId, offset: 0 })
  expect(Buffer.from(base64, 'base64').toString()).toBe(`%PDF of ${versionId}`)
  expect(done).toBe(true)
  const shown = await read()
  expect(shown.versions.map((version) => version.file.here)).toEqual([false, true])
})

test('a review that the server has not accepted is there, and marked', async () => {
  await decide(versions[0] ?? '', 'APPROVED', reviews[1] ?? '')
  const shown = await read()
  expect(shown).toMatchObject({ status: 'APPROVED', mark: 'pending', waitingSince: null })
  expect(shown.reviews.map(({ version, status, comment, mark }) => [version, status, comment, mark])).toEqual([
    [1, 'REJECTED', 'The photo is cut off.', null],
    [2, 'APPROVED', null, 'pending'],
  ])
})

test('a document that is not there, or not for this person, is not found', async () => {
  const gone = reviewApi(desk.context()).document({ workspace: 'main', documentId: randomUUID() })
  await expect(gone).rejects.toMatchObject({ code: 'not_found' })
  const stranger = desk.context(await addPerson(desk.db, 'inactive'))
  const hidden = reviewApi(stranger).document({ workspace: 'main', documentId })
  await expect(hidden).rejects.toMatchObject({ code: 'not_found' })
})
