import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import { addPerson, type PersonKind, type TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addDossier, addProduct, type TestDossier, type TestProduct, upload } from './dossier.ts'

describe.each(databases)('who sees and changes what, on $engine', ({ open }) => {
  let db: TestDatabase
  let product: TestProduct
  let dossier: TestDossier
  let suspendedDossier: TestDossier
  let version: string
  const people = {} as Record<PersonKind | 'otherClient', TestPerson>

  beforeAll(async () => {
    db = await open()
    product = await addProduct(db)
    for (const kind of ['client', 'suspended', 'agent', 'inactive', 'super_admin'] as const) {
      people[kind] = await addPerson(db, kind)
    }
    people.otherClient = await addPerson(db, 'client')
    dossier = await addDossier(db, product, people.client)
    suspendedDossier = await addDossier(db, product, people.suspended)
    version = await upload(db, people.client, dossier.id, dossier.passport)
    await db.as(people.agent, async (query) => {
      await query('select assign_dossier($1, $2)', [dossier.id, people.agent.sub])
      await query('select send_message($1, $2)', [dossier.id, 'Hello'])
      await query(`select review_document($1, $2, 'APPROVED')`, [dossier.passport, version])
    })
    await db.query(`insert into stripe_events (stripe_event_id, type) values ('evt_1', 'payment_intent.succeeded')`)
    await db.query(
      `with o as (insert into orders (user_id, product_id, amount, currency) values ($1, $2, 499, 'EUR') returning id)
       insert into payment_reminders (user_id, order_id, sent_by_type) select $1, id, 'SYSTEM' from o`,
      [people.client.sub, product.id],
    )
  })
  afterAll(() => db?.close())

  const rows = (person: Claims, table: string) => db.as(person, (query) => query(`select * from ${table}`))
  const tables = () => db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`)

  test('staff see every row of every table, and only super admins the payment events', async () => {
    for (const { name } of await tables()) {
      const all = await db.query(`select * from ${name}`)
      expect(await rows(people.super_admin, name), name).toHaveLength(all.length)
      expect(await rows(people.agent, name), name).toHaveLength(name === 'stripe_events' ? 0 : all.length)
    }
  })

  test('a client sees their own dossier with all that belongs to it, except who handed it to whom', async () => {
    const own = {
      profiles: 1,
      dossiers: 1,
      documents: 2,
      document_versions: 1,
      document_reviews: 1,
      step_instances: 1,
      messages: 1,
      notifications: 2,
      notification_deliveries: 4,
      orders: 1,
      payment_reminders: 1,
      products: 1,
      steps: 2,
      agents: 0,
      dossier_assignments: 0,
      payment_links: 0,
      stripe_events: 0,
    }
    for (const [name, count] of Object.entries(own)) expect(await rows(people.client, name), name).toHaveLength(count)
    const kinds = await db.as(people.client, (query) => query<{ event_type: string }>('select event_type from events'))
    expect(kinds.map((row) => row.event_type).sort()).toEqual([
      'DOCUMENT_REVIEWED',
      'DOCUMENT_UPLOADED',
      'DOSSIER_CREATED',
      'MESSAGE_SENT',
    ])
  })

  test('another client, an inactive agent and a stranger see nothing of it', async () => {
    const shared = ['products', 'steps', 'product_steps', 'document_types', 'step_document_requirements']
    for (const { name } of await tables()) {
      if (shared.includes(name)) continue
      const expected = name === 'profiles' ? 1 : 0
      expect(await rows(people.otherClient, name), name).toHaveLength(expected)
      expect(await rows(people.inactive, name), name).toHaveLength(0)
      expect(await refusal(rows('anon', name)), name).toMatchObject({ sqlstate: '42501' })
    }
    for (const name of shared) expect(await refusal(rows('anon', name)), name).toMatchObject({ sqlstate: '42501' })
  })

  test('a suspended client reads and writes messages, but uploads nothing', async () => {
    expect(await rows(people.suspended, 'documents')).toHaveLength(2)
    const own = suspendedDossier
    expect(await refusal(upload(db, people.suspended, own.id, own.passport))).toMatchObject({ sqlstate: '42501' })
    const opened = db.as(people.suspended, (query) =>
      query('insert into documents (dossier_id, document_type_id) values ($1, $2)', [own.id, product.selfieType]),
    )
    expect(await refusal(opened)).toMatchObject({ sqlstate: '42501' })
    await db.as(people.suspended, (query) =>
      query(
        `insert into messages (dossier_id, sender_type, sender_id, body) values ($1, 'USER', $2, 'How do I pay?')`,
        [own.id, people.suspended.sub],
      ),
    )
  })

  test('a client uploads into their own dossier only, as themselves, and to its own folder', async () => {
    const attempt = (documentId: string, path: string, uploader = people.client.sub) =>
      db.as(people.client, (query) =>
        query(
          `insert into document_versions
             (document_id, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id)
           values ($1, $2, 'a.pdf', 'application/pdf', 1, $3, 'USER', $4)`,
          [documentId, path, 'b'.repeat(64), uploader],
        ),
      )
    const refused = { sqlstate: '42501' }
    expect(await refusal(attempt(suspendedDossier.passport, `${suspendedDossier.id}/a`))).toMatchObject(refused)
    expect(await refusal(attempt(dossier.address, `${suspendedDossier.id}/a`))).toMatchObject(refused)
    expect(await refusal(attempt(dossier.address, `${dossier.id}/a`, people.agent.sub))).toMatchObject(refused)
    expect(await refusal(attempt(dossier.address, `${dossier.id}/../x`))).toMatchObject({ sqlstate: '23514' })
    await attempt(dossier.address, `${dossier.id}/a`)
  })

  test('no one decides by hand: the decided columns can only be set by the functions', async () => {
    const attempts = [
      `update documents set status = 'APPROVED'`,
      `update dossiers set status = 'COMPLETED'`,
      `update dossiers set assigned_to = null`,
      `update profiles set status = 'ACTIVE'`,
      `insert into document_reviews (document_id, document_version_id, reviewer_id, status)
         values ('${dossier.passport}', '${version}', '${people.agent.sub}', 'APPROVED')`,
      `delete from dossiers`,
      `insert into events (event_type, entity_type, entity_id, actor_type) values ('DOSSIER_CREATED', 'x', gen_random_uuid(), 'SYSTEM')`,
      `insert into notifications (user_id, template) values ('${people.client.sub}', 'a.b')`,
      `select nextval('dossier_reference_number')`,
      `select partners_vrai.write_event(gen_random_uuid(), 'DOSSIER_CREATED', 'x', gen_random_uuid(), null, null, '{}', now())`,
    ]
    for (const person of [people.client, people.agent, people.super_admin]) {
      for (const sql of attempts) {
        expect(await refusal(db.as(person, (query) => query(sql))), sql).toMatchObject({ sqlstate: '42501' })
      }
    }
  })

  test('events are changed and deleted by no one, not even by the owner of the database', async () => {
    const attempts = [`update events set payload = '{}'`, 'delete from events', 'truncate events cascade']
    for (const sql of attempts) {
      expect(await refusal(db.query(sql)), sql).toMatchObject({ sqlstate: '42501', code: 'events.immutable' })
    }
  })

  test('agents correct plain facts, clients only their own', async () => {
    const rename = (person: Claims, name: string) =>
      db.as(person, (query) =>
        query('update profiles set full_name = $1 where id = $2 returning id', [name, people.client.sub]),
      )
    expect(await rename(people.agent, 'Corrected')).toHaveLength(1)
    expect(await rename(people.client, 'Own')).toHaveLength(1)
    expect(await rename(people.otherClient, 'Foreign')).toHaveLength(0)
    expect(await rename(people.inactive, 'Former')).toHaveLength(0)

    const company = (person: Claims) =>
      db.as(person, (query) =>
        query(`update dossiers set company_name = 'Nord LLC' where id = $1 returning id`, [dossier.id]),
      )
    expect(await company(people.agent)).toHaveLength(1)
    expect(await company(people.client)).toHaveLength(0)
  })

  test('only super admins change the catalogue and the staff', async () => {
    const attempts = [
      `update products set price = 599 where id = '${product.id}' returning id`,
      `update agents set is_active = is_active returning id`,
      `update step_document_requirements set is_required = is_required returning id`,
    ]
    for (const sql of attempts) {
      expect((await db.as(people.super_admin, (query) => query(sql))).length, sql).toBeGreaterThan(0)
      for (const person of [people.agent, people.client, people.inactive]) {
        expect(await db.as(person, (query) => query(sql)), sql).toHaveLength(0)
      }
    }
    const added = (person: Claims) =>
      db.as(person, (query) => query(`insert into steps (code, label) values ($1, 'New')`, [randomUUID()]))
    await added(people.super_admin)
    expect(await refusal(added(people.agent))).toMatchObject({ sqlstate: '42501' })
  })

  test('the console is told the role of active staff, and null for everyone else', async () => {
    const role = (person: Claims) =>
      db.as(person, async (query) => (await query<{ role: string | null }>('select console_role() as role'))[0]?.role)
    expect(await role(people.agent)).toBe('agent')
    expect(await role(people.super_admin)).toBe('super_admin')
    expect(await role(people.inactive)).toBeNull()
    expect(await role(people.client)).toBeNull()
    expect(await refusal(role('anon'))).toMatchObject({ sqlstate: '42501' })
  })

  test('every function that staff call refuses clients, former staff and strangers', async () => {
    const calls = [
      `change_dossier_status('${dossier.id}', 'UNDER_REVIEW', 'ON_HOLD')`,
      `assign_dossier('${dossier.id}', '${people.agent.sub}')`,
      `send_message('${dossier.id}', 'Hello')`,
      `create_payment_link('${product.id}', 'a@example.com')`,
      `send_payment_reminder(gen_random_uuid())`,
    ]
    for (const call of calls) {
      for (const person of [people.client, people.suspended, people.inactive]) {
        expect(await refusal(db.as(person, (query) => query(`select ${call}`))), call).toMatchObject({
          sqlstate: '42501',
          code: 'not_staff',
        })
      }
      expect(await refusal(db.as('anon', (query) => query(`select ${call}`))), call).toMatchObject({
        sqlstate: '42501',
      })
    }
  })

  test('a person registers as themselves, waiting, with the address of their account', async () => {
    const sub = randomUUID()
    const register = (id: string, email: string, more = '') =>
      db.as({ sub, email: 'New@example.com' }, (query) =>
        query(`insert into profiles (id, email, full_name${more && ', status'}) values ($1, $2, 'New'${more})`, [
          id,
          email,
        ]),
      )
    await db.query('insert into auth.users (id, email) values ($1, $2)', [sub, 'new@example.com'])
    expect(await refusal(register(people.client.sub, 'new@example.com'))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(register(sub, 'else@example.com'))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(register(sub, 'new@example.com', `, 'ACTIVE'`))).toMatchObject({ sqlstate: '42501' })
    await register(sub, 'new@example.com')
    expect(await rows({ sub }, 'profiles')).toMatchObject([{ status: 'PENDING' }])
  })

  test('files are read by staff and their owner, and added only by an active owner', async () => {
    const add = (person: Claims, path: string) =>
      db.as(person, (query) => query(`insert into storage.objects (bucket_id, name) values ('documents', $1)`, [path]))
    const seen = (person: Claims) =>
      db.as(person, (query) => query(`select from storage.objects where bucket_id = 'documents'`))
    await add(people.client, `${dossier.id}/${dossier.passport}/1.pdf`)
    expect(await refusal(add(people.otherClient, `${dossier.id}/x`))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(add(people.suspended, `${suspendedDossier.id}/x`))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(add(people.agent, `${dossier.id}/x`))).toMatchObject({ sqlstate: '42501' })
    expect(await seen(people.client)).toHaveLength(1)
    expect(await seen(people.agent)).toHaveLength(1)
    expect(await seen(people.otherClient)).toHaveLength(0)
    expect(await seen(people.inactive)).toHaveLength(0)
    expect(await seen('anon')).toHaveLength(0)
  })
})
