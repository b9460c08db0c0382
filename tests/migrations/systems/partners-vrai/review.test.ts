import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addDossier, addProduct, type TestDossier, type TestProduct, upload } from './dossier.ts'

describe.each(databases)('review_document on $engine', ({ open }) => {
  let db: TestDatabase
  let product: TestProduct
  let agent: TestPerson
  let other: TestPerson
  let client: TestPerson
  let dossier: TestDossier
  let version: string

  beforeAll(async () => {
    db = await open()
    product = await addProduct(db)
    agent = await addPerson(db, 'agent', 'Marie Dupont')
    other = await addPerson(db, 'agent', 'Karim Haddad')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    client = await addPerson(db, 'client', 'Ama Mensah')
    dossier = await addDossier(db, product, client)
    version = await upload(db, client, dossier.id, dossier.passport)
  })

  const review = (args: Record<string, unknown>, person: TestPerson = agent) =>
    db.as(person, async (query) => {
      const values = { p_document_id: dossier.passport, p_version_id: version, p_status: 'APPROVED', ...args }
      const names = Object.keys(values).map((name, place) => `${name} => $${place + 1}`)
      const [row] = await query<{ answer: Record<string, unknown> }>(
        `select review_document(${names.join(', ')}) as answer`,
        Object.values(values),
      )
      return row?.answer
    })
  const documentStatus = async (id = dossier.passport) =>
    (await db.query<{ status: string; waiting_since: Date | null }>('select * from documents where id = $1', [id]))[0]
  const dossierRow = async () =>
    (
      await db.query<{ status: string; step: string }>(
        `select d.status, s.label as step from dossiers d join step_instances si on si.id = d.current_step_instance_id
       join steps s on s.id = si.step_id where d.id = $1`,
        [dossier.id],
      )
    )[0]

  test('an approval sets the status, writes review and event, and queues the notification', async () => {
    const id = randomUUID()
    await review({ p_review_id: id, p_comment: '  ', p_decided_at: '2025-11-20T10:00:00Z' })

    expect(await documentStatus()).toMatchObject({ status: 'APPROVED', waiting_since: null })
    expect(await db.query('select * from document_reviews where id = $1', [id])).toMatchObject([
      {
        document_version_id: version,
        reviewer_id: agent.sub,
        status: 'APPROVED',
        comment: null,
        reviewed_at: new Date('2025-11-20T10:00:00Z'),
      },
    ])
    const events = await db.query<{ id: string }>(
      `select * from events where event_type = 'DOCUMENT_REVIEWED' and dossier_id = $1`,
      [dossier.id],
    )
    expect(events).toMatchObject([
      {
        entity_id: dossier.passport,
        user_id: client.sub,
        actor_type: 'AGENT',
        actor_id: agent.sub,
        payload: { review_id: id, version: 1, status: 'APPROVED', document: 'Passport' },
      },
    ])
    const told = await db.query<{ way: string }>(
      `select n.template, n.event_id, d.channel || ' ' || d.status as way
       from notifications n join notification_deliveries d on d.notification_id = n.id
       where n.user_id = $1 order by d.channel`,
      [client.sub],
    )
    expect(told).toEqual([
      { template: 'document.approved', event_id: events[0]?.id, way: 'EMAIL PENDING' },
      { template: 'document.approved', event_id: events[0]?.id, way: 'IN_APP PENDING' },
    ])
  })

  test('a rejection needs a comment, and asks the client for a correction', async () => {
    for (const comment of [null, '', ' \n\t ']) {
      expect(await refusal(review({ p_status: 'REJECTED', p_comment: comment }))).toMatchObject({
        sqlstate: 'OP400',
        code: 'review.comment_required',
        field: 'p_comment',
      })
    }
    expect(await documentStatus()).toMatchObject({ status: 'PENDING' })

    await upload(db, client, dossier.id, dossier.address)
    await review({ p_status: 'REJECTED', p_comment: 'Page 2 is missing.' })
    expect(await documentStatus()).toMatchObject({ status: 'REJECTED', waiting_since: null })
    expect(await dossierRow()).toMatchObject({ status: 'CORRECTIONS_REQUESTED', step: 'Documents' })
  })

  test('a comment may have 4000 characters, whatever their width, and not one more', async () => {
    expect(await refusal(review({ p_comment: 'é'.repeat(4001) }))).toMatchObject({
      sqlstate: 'OP400',
      code: 'review.comment_too_long',
      field: 'p_comment',
      params: { length: 4001, max: 4000 },
    })
    expect(await refusal(review({ p_comment: 'x'.repeat(100_000) }))).toMatchObject({ code: 'review.comment_too_long' })
    await review({ p_comment: '漢'.repeat(4000) })
    expect(await documentStatus()).toMatchObject({ status: 'APPROVED' })
  })

  test('a version that is no longer current is a lost precondition, which says what is current', async () => {
    const second = await upload(db, client, dossier.id, dossier.passport)
    const lost = await refusal(review({}))
    expect(lost).toMatchObject({
      sqlstate: 'OP409',
      code: 'review.superseded',
      params: { version: 1, current_version: 2 },
      current: { version_id: second, version: 2, status: 'PENDING' },
      retryArgs: { p_version_id: second },
    })
    expect(String(lost.current?.uploaded_at)).toMatch(/\+00:00$/)
    await review({ ...lost.retryArgs })
    expect(await documentStatus()).toMatchObject({ status: 'APPROVED' })
  })

  test('what another agent has decided is not replaced silently, and is replaced on purpose', async () => {
    const first = randomUUID()
    await review({ p_review_id: first, p_status: 'REJECTED', p_comment: 'Too dark.' }, other)
    const lost = await refusal(review({}))
    expect(lost).toMatchObject({
      sqlstate: 'OP409',
      code: 'review.already_decided',
      params: { reviewer: 'Karim Haddad', version: 1 },
      current: { status: 'REJECTED', reviewer: 'Karim Haddad', comment: 'Too dark.', review_id: first },
      retryArgs: { p_replaces_review_id: first },
    })

    const second = randomUUID()
    await review({ ...lost.retryArgs, p_review_id: second })
    expect(await documentStatus()).toMatchObject({ status: 'APPROVED' })
    expect(await refusal(review({ ...lost.retryArgs }, other))).toMatchObject({
      code: 'review.already_decided',
      retryArgs: { p_replaces_review_id: second },
    })
  })

  test('a superseded decision whose new version is decided too can be repeated in one go', async () => {
    const second = await upload(db, client, dossier.id, dossier.passport)
    await review({ p_version_id: second, p_status: 'REJECTED', p_comment: 'Blurred.' }, other)
    const lost = await refusal(review({}))
    expect(lost).toMatchObject({ code: 'review.superseded', current: { status: 'REJECTED', reviewer: 'Karim Haddad' } })
    await review({ ...lost.retryArgs })
    expect(await documentStatus()).toMatchObject({ status: 'APPROVED' })
  })

  test('the same decision sent again under its own id lands once', async () => {
    const id = randomUUID()
    await review({ p_review_id: id })
    expect(await refusal(review({ p_review_id: id }))).toMatchObject({ sqlstate: 'OP409' })
    expect(await db.query('select from document_reviews where document_id = $1', [dossier.passport])).toHaveLength(1)
  })

  test('the last approval of a step completes it and moves the dossier to the next', async () => {
    const address = await upload(db, client, dossier.id, dossier.address)
    expect(await dossierRow()).toMatchObject({ status: 'UNDER_REVIEW' })
    await review({})
    expect(await dossierRow()).toMatchObject({ status: 'UNDER_REVIEW', step: 'Documents' })
    const answer = await review({ p_document_id: dossier.address, p_version_id: address })

    expect(answer).toMatchObject({ document_status: 'APPROVED', dossier_status: 'IN_PREPARATION' })
    expect(await dossierRow()).toMatchObject({ status: 'IN_PREPARATION', step: 'Filing' })
    expect(await db.query('select * from step_instances where id = $1', [dossier.step])).toMatchObject([
      { completed_by_type: 'AGENT', completed_by_id: agent.sub, completed_at: expect.any(Date) },
    ])
    const kinds = await db.query<{ event_type: string }>('select event_type from events where dossier_id = $1', [
      dossier.id,
    ])
    expect(kinds.map((row) => row.event_type).sort()).toEqual([
      'DOCUMENT_REVIEWED',
      'DOCUMENT_REVIEWED',
      'DOCUMENT_UPLOADED',
      'DOCUMENT_UPLOADED',
      'DOSSIER_CREATED',
      'DOSSIER_STATUS_CHANGED',
      'DOSSIER_STATUS_CHANGED',
      'STEP_COMPLETED',
    ])
  })

  test('a dossier on hold completes its step and stays on hold', async () => {
    const address = await upload(db, client, dossier.id, dossier.address)
    await db.query(`update dossiers set status = 'ON_HOLD' where id = $1`, [dossier.id])
    await review({})
    await review({ p_document_id: dossier.address, p_version_id: address })
    expect(await dossierRow()).toMatchObject({ status: 'ON_HOLD', step: 'Filing' })
  })

  test('both sides make the same rows of the same call', async () => {
    const id = randomUUID()
    await review({ p_review_id: id })
    const made = await db.query(
      `select (select count(*)::int from events where id = md5($1 || ':reviewed')::uuid) as events,
         (select count(*)::int from notifications where id = md5($1 || ':notification')::uuid) as notifications,
         (select count(*)::int from notification_deliveries where id = md5($1 || ':delivery EMAIL')::uuid) as deliveries`,
      [id],
    )
    expect(made).toEqual([{ events: 1, notifications: 1, deliveries: 1 }])
  })

  test('a clock that runs ahead is not believed', async () => {
    const id = randomUUID()
    await review({ p_review_id: id, p_decided_at: '2999-01-01T00:00:00Z' })
    const [row] = await db.query<{ near: boolean }>(
      `select reviewed_at <= now() as near from document_reviews where id = $1`,
      [id],
    )
    expect(row?.near).toBe(true)
  })

  test('only active staff decide', async () => {
    const inactive = await addPerson(db, 'inactive')
    for (const person of [client, inactive]) {
      expect(await refusal(review({}, person))).toMatchObject({ sqlstate: '42501', code: 'not_staff' })
    }
    const stranger = db.as('anon', (query) =>
      query(`select review_document($1, $2, 'APPROVED')`, [dossier.passport, version]),
    )
    expect(await refusal(stranger)).toMatchObject({ sqlstate: '42501' })
    expect(await documentStatus()).toMatchObject({ status: 'PENDING' })
  })

  test('documents and versions that do not exist are named as such', async () => {
    expect(await refusal(review({ p_document_id: randomUUID() }))).toMatchObject({ code: 'review.document_unknown' })
    expect(await refusal(review({ p_version_id: randomUUID() }))).toMatchObject({ code: 'review.version_unknown' })
    expect(await refusal(review({ p_document_id: dossier.address }))).toMatchObject({ code: 'review.version_unknown' })
    expect(await refusal(review({ p_status: null }))).toMatchObject({ code: 'review.status_required' })
  })
})
