import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Query, TestDatabase } from '#tests/support/database.ts'
import { meeting } from '#tests/support/meeting.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { refusal } from '#tests/support/refusal.ts'
import { addDossier, addProduct, type TestDossier, type TestProduct, upload } from './dossier.ts'

interface Work {
  readonly person: TestPerson
  readonly run: (query: Query) => Promise<unknown>
}

describe('several people at once on Postgres', () => {
  let db: TestDatabase
  let product: TestProduct
  let marie: TestPerson
  let karim: TestPerson
  let agents: TestPerson[]
  let client: TestPerson
  let dossier: TestDossier

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'partners-vrai'] })
    product = await addProduct(db)
    marie = await addPerson(db, 'agent', 'Marie')
    karim = await addPerson(db, 'agent', 'Karim')
    agents = [marie, karim, await addPerson(db, 'agent', 'Inès'), await addPerson(db, 'agent', 'Hugo')]
    client = await addPerson(db, 'client')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    dossier = await addDossier(db, product, client)
  })

  /** Runs each work in a transaction of its own; none begins before all are open, and each holds its locks a moment. */
  const together = (works: readonly Work[]) => {
    const meet = meeting(works.length)
    return Promise.allSettled(
      works.map(({ person, run }) =>
        db.as(person, async (query) => {
          await query('select 1')
          await meet()
          await run(query)
          await query('select pg_sleep(0.05)')
        }),
      ),
    )
  }
  const approve = (person: TestPerson, document: string, version: string): Work => ({
    person,
    run: (query) => query(`select review_document($1, $2, 'APPROVED')`, [document, version]),
  })

  test('of several agents deciding on one document, one decides and the others learn who', async () => {
    const version = await upload(db, client, dossier.id, dossier.passport)
    const outcomes = await together(agents.map((person) => approve(person, dossier.passport, version)))
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost).toHaveLength(agents.length - 1)
    for (const { reason } of lost) {
      expect(await refusal(Promise.reject(reason))).toMatchObject({ sqlstate: 'OP409', code: 'review.already_decided' })
    }
    expect(await db.query('select from document_reviews where document_id = $1', [dossier.passport])).toHaveLength(1)
  })

  test('the last two documents of a step, approved at the same moment, complete it once', async () => {
    const passport = await upload(db, client, dossier.id, dossier.passport)
    const address = await upload(db, client, dossier.id, dossier.address)
    const outcomes = await together([
      approve(marie, dossier.passport, passport),
      approve(karim, dossier.address, address),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await db.query('select status from dossiers where id = $1', [dossier.id])).toEqual([
      { status: 'IN_PREPARATION' },
    ])
    const completed = `select from events where dossier_id = $1 and event_type = 'STEP_COMPLETED'`
    expect(await db.query(completed, [dossier.id])).toHaveLength(1)
  })

  test('uploads and reviews of one dossier wait for each other without a deadlock', async () => {
    const uploading: Work = {
      person: client,
      run: (query) =>
        query(
          `insert into document_versions
             (document_id, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id)
           values ($1, $2, 'b.pdf', 'application/pdf', 1, $3, 'USER', $4)`,
          [dossier.passport, `${dossier.id}/b`, 'c'.repeat(64), client.sub],
        ),
    }
    await upload(db, client, dossier.id, dossier.address)
    for (let round = 0; round < 5; round += 1) {
      const version = await upload(db, client, dossier.id, dossier.passport)
      const rejecting: Work = {
        person: marie,
        run: (query) => query(`select review_document($1, $2, 'REJECTED', 'Unreadable.')`, [dossier.passport, version]),
      }
      const outcomes = await together([uploading, rejecting, uploading])
      expect(outcomes.filter((outcome) => outcome.status === 'rejected' && outcome.reason.code !== 'OP409')).toEqual([])
    }
    const numbers = await db.query<{ version: number }>(
      'select version from document_versions where document_id = $1 order by version',
      [dossier.passport],
    )
    expect(numbers.map((row) => row.version)).toEqual(Array.from({ length: 15 }, (_none, place) => place + 1))
    const current = await db.query(
      `select d.status, v.version from documents d join document_versions v on v.id = d.current_version_id
       where d.id = $1`,
      [dossier.passport],
    )
    expect(current).toEqual([{ status: 'PENDING', version: 15 }])
  })

  test('of several agents taking one dossier, one holds it', async () => {
    const outcomes = await together(
      agents.map((person) => ({
        person,
        run: (query) => query('select assign_dossier($1, $2)', [dossier.id, person.sub]),
      })),
    )
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(lost.map(({ reason }) => reason.code)).toEqual(['OP409', 'OP409', 'OP409'])
    const holders = 'select from dossier_assignments where dossier_id = $1 and released_at is null'
    expect(await db.query(holders, [dossier.id])).toHaveLength(1)
  })

  test('of several agents reminding one client, one does', async () => {
    const debtor = await addPerson(db, 'suspended')
    const [order] = await db.query<{ id: string }>(
      `insert into orders (user_id, product_id, amount, currency) values ($1, $2, 10, 'EUR') returning id`,
      [debtor.sub, product.id],
    )
    await together(
      agents.map((person) => ({ person, run: (query) => query('select send_payment_reminder($1)', [order?.id]) })),
    )
    expect(await db.query('select from payment_reminders where order_id = $1', [order?.id])).toHaveLength(1)
  })
})
