import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossiersApi } from '#main/api/dossiers.ts'
import { dossier as schema } from '#shared/contract/dossiers.ts'
import { addCatalogue, addDocument, addDossier, addWaiting, type TestDossier } from './clients.ts'
import { Desk } from './desk.ts'

let desk: Desk
let dossier: TestDossier
let passport: { readonly id: string; readonly versionId: string }
const orderId = randomUUID()

beforeAll(async () => {
  desk = await Desk.open()
  const catalogue = await addCatalogue(desk, ['Passport', 'Proof of address'])
  dossier = await addDossier(desk, catalogue, 'Ama Mensah', 7)
  const { client } = dossier
  await desk.db.query(
    `insert into orders (id, user_id, product_id, amount, currency, status, paid_at, created_at)
     values ($1, $2, $3, 900, 'EUR', 'PAID', '2025-02-28', '2025-02-27'),
       (gen_random_uuid(), $2, $3, 120.5, 'EUR', 'PENDING', null, '2025-06-01')`,
    [orderId, client.sub, catalogue.product],
  )
  await desk.db.query('update dossiers set order_id = $1, assigned_to = $2 where id = $3', [
    orderId,
    desk.agent.sub,
    dossier.id,
  ])
  await addDocument(desk, catalogue, dossier, 'Proof of address')
  passport = await addWaiting(desk, catalogue, dossier, 'Passport', '2025-05-01T10:00:00Z')
  await desk.db.query(
    `insert into messages (dossier_id, sender_type, sender_id, body, created_at)
     values ($1, 'USER', $2, 'Is my passport enough?', '2025-05-02'), ($1, 'SYSTEM', null, 'Welcome.', '2025-04-01')`,
    [dossier.id, client.sub],
  )
  await desk.db.query(
    `insert into payment_reminders (user_id, order_id, channel, sent_by_type, sent_at)
     values ($1, $2, 'WHATSAPP', 'SYSTEM', '2025-02-28T06:00:00Z')`,
    [client.sub, orderId],
  )
  await desk.db.query(
    `insert into events (event_type, entity_type, entity_id, user_id, actor_type, payload, created_at)
     values ('PAYMENT_RECEIVED', 'orders', $1, $2, 'SYSTEM', '{"amount": "900.00", "note": null}', '2025-02-28T09:00:00Z'),
       ('PAYMENT_REQUESTED', 'orders', $1, $2, 'SYSTEM', '{"reminder_id": "x"}', '2025-02-28T06:00:00Z')`,
    [orderId, client.sub],
  )
})
afterAll(() => desk.close())

async function read() {
  return schema.parse(await dossiersApi(desk.context()).get({ workspace: 'main', id: dossier.id }))
}

test('a dossier shows its client, its holder, and where it may go next', async () => {
  expect(await read()).toMatchObject({
    id: dossier.id,
    reference: 'D-2025-00007',
    type: 'LLC_FORMATION',
    status: 'UNDER_REVIEW',
    allowedStatuses: ['CORRECTIONS_REQUESTED', 'AWAITING_DOCUMENTS', 'IN_PREPARATION', 'ON_HOLD', 'CANCELLED'],
    product: 'LLC',
    client: { id: dossier.client.sub, name: 'Ama Mensah', email: dossier.client.email, phone: null, status: 'ACTIVE' },
    assignee: { id: desk.agent.sub, name: 'Ines Moreau' },
    createdAt: '2025-03-01T08:00:00+00:00',
    mark: null,
  })
})

test('its steps, documents, messages and orders are there, in their order', async () => {
  const { steps, documents, messages, orders } = await read()
  expect(steps.map(({ place, label, status, completedAt }) => [place, label, status, completedAt])).toEqual([
    [1, 'Identity', 'current', null],
    [2, 'Address', 'later', null],
    [3, 'Filing', 'later', null],
  ])
  expect(
    documents.map(({ id, documentType, status, version, step, uploadedAt }) => [
      id === passport.id,
      documentType,
      status,
      version,
      step,
      uploadedAt,
    ]),
  ).toEqual([
    [true, 'Passport', 'PENDING', 1, 'Identity', '2025-05-01T10:00:00+00:00'],
    [false, 'Proof of address', 'MISSING', 0, 'Identity', null],
  ])
  expect(messages.map(({ sender, senderType, body }) => [sender, senderType, body])).toEqual([
    ['System', 'SYSTEM', 'Welcome.'],
    ['Ama Mensah', 'USER', 'Is my passport enough?'],
  ])
  expect(orders.map(({ product, amount, currency, status }) => [product, amount, currency, status])).toEqual([
    ['LLC', '900.00', 'EUR', 'PAID'],
    ['LLC', '120.50', 'EUR', 'PENDING'],
  ])
})

test('its timeline tells everything once, newest first', async () => {
  const { timeline } = await read()
  expect(timeline.map(({ kind, actor, params }) => [kind, actor, params])).toEqual([
    ['message', 'Ama Mensah', { body: 'Is my passport enough?', sender_type: 'USER' }],
    ['DOCUMENT_UPLOADED', 'Ama Mensah', expect.objectContaining({ document: 'Passport', version: '1' })],
    ['message', 'System', { body: 'Welcome.', sender_type: 'SYSTEM' }],
    ['DOSSIER_CREATED', 'System', { status: 'UNDER_REVIEW' }],
    ['PAYMENT_RECEIVED', 'System', { amount: '900.00' }],
    ['payment_reminder', 'System', { channel: 'WHATSAPP', amount: '900.00', currency: 'EUR' }],
  ])
})

test('what was decided here and not yet accepted is there, and marked, with all that it set going', async () => {
  const review = { p_document_id: passport.id, p_version_id: passport.versionId, p_review_id: randomUUID() }
  await desk.call('review_document', { ...review, p_status: 'REJECTED', p_comment: 'Blurred.' })
  await desk.call('send_message', { p_dossier_id: dossier.id, p_body: 'Please try again.', p_message_id: randomUUID() })
  await desk.call(
    'assign_dossier',
    {
      p_dossier_id: dossier.id,
      p_agent_id: desk.agent.sub,
      p_from_agent_id: desk.agent.sub,
      p_assignment_id: randomUUID(),
    },
    'rejected',
  )

  const { timeline, documents, messages, mark, status } = await read()
  expect(status).toBe('CORRECTIONS_REQUESTED')
  expect(mark).toBe('rejected')
  expect(documents.map((document) => document.mark)).toEqual(['pending', null])
  expect(messages.at(-1)).toMatchObject({ body: 'Please try again.', sender: 'Ines Moreau', mark: 'pending' })
  const told = new Set(timeline.map((item) => item.kind))
  expect([told.has('DOCUMENT_REVIEWED'), told.has('MESSAGE_SENT')]).toEqual([false, false])
  const marked = timeline.filter((item) => item.mark !== null)
  expect(marked.map(({ kind, mark }) => [kind, mark]).toSorted()).toEqual([
    ['DOSSIER_STATUS_CHANGED', 'pending'],
    ['message', 'pending'],
    ['review', 'pending'],
  ])
  expect(marked.find((item) => item.kind === 'review')?.params).toMatchObject({
    document: 'Passport',
    version: '1',
    status: 'REJECTED',
    comment: 'Blurred.',
  })
})

test('a dossier that is not there is not found', async () => {
  const gone = dossiersApi(desk.context()).get({ workspace: 'main', id: randomUUID() })
  await expect(gone).rejects.toMatchObject({ code: 'not_found' })
})
