import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labels } from '#shared/systems/partners-vrai/labels.ts'
import { partnersVrai } from '#shared/systems/partners-vrai/manifest.ts'
import { messages } from '#shared/systems/partners-vrai/messages.ts'
import { manifestOf } from '#shared/systems/systems.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { createPglite } from '#tests/support/pglite.ts'
import { addDossier, addProduct, type TestDossier, type TestProduct, upload } from './dossier.ts'

describe('the words of partners-vrai', () => {
  let db: TestDatabase
  let agent: TestPerson
  let client: TestPerson
  let product: TestProduct
  let dossier: TestDossier

  beforeAll(async () => {
    db = await createPglite({ layers: ['platform', 'partners-vrai'] })
    agent = await addPerson(db, 'agent', 'Marie Dupont')
    client = await addPerson(db, 'suspended', 'Ama Mensah')
    product = await addProduct(db)
    dossier = await addDossier(db, product, client)
  })
  afterAll(() => db?.close())

  const subject = (action: string, args: Record<string, unknown>) =>
    db.as(agent, (query) => query(partnersVrai.actions[action]?.subject ?? '', [JSON.stringify(args)]))

  test('name every value of every enum', async () => {
    const values = await db.query<{ type: string; value: string }>(
      `select t.typname as type, e.enumlabel as value from pg_enum e join pg_type t on t.oid = e.enumtypid
       order by t.typname, e.enumlabel`,
    )
    const named = Object.entries(labels).flatMap(([type, words]) =>
      Object.keys(words).map((value) => ({ type, value })),
    )
    const inOrder = (list: { type: string; value: string }[]) => list.map((v) => `${v.type}.${v.value}`).sort()
    expect(inOrder(named)).toEqual(inOrder(values))
  })

  test('have a sentence for every code that the functions raise, with the params that they give', async () => {
    const folder = join(import.meta.dirname, '../../../../migrations/systems/partners-vrai')
    const files = await readdir(folder)
    const sql = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
    const refused = [...sql.matchAll(/partners_vrai\.(?:refuse|lost)\([\s\S]*?;\n/g)].map(([call]) => call)
    const raised = new Set(
      refused.flatMap((call) => [...call.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, code]) => code)),
    )
    for (const [, code] of sql.matchAll(/"code": "([a-z_.]+)"/g)) raised.add(code)
    expect([...raised].sort()).toEqual(Object.keys(messages).sort())

    for (const [code, { en, fr }] of Object.entries(messages)) {
      const params = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
      expect(params(fr), code).toEqual(params(en))
      const calls = refused.filter((call) => call.includes(`'${code}'`))
      for (const name of params(en))
        expect(
          calls.every((call) => call.includes(String(name))),
          code,
        ).toBe(true)
    }
  })

  test('say what each decision is about', async () => {
    await db.query(`update profiles set status = 'ACTIVE' where id = $1`, [client.sub])
    const version = await upload(db, client, dossier.id, dossier.passport)
    const [order] = await db.query<{ id: string }>(
      `insert into orders (user_id, product_id, amount, currency) values ($1, $2, 1, 'EUR') returning id`,
      [client.sub, product.id],
    )
    const aboutDossier = { dossier: dossier.reference, client: 'Ama Mensah' }
    expect(await subject('review_document', { p_document_id: dossier.passport, p_version_id: version })).toEqual([
      { document: 'Passport', version: '1', ...aboutDossier },
    ])
    for (const action of ['change_dossier_status', 'send_message']) {
      expect(await subject(action, { p_dossier_id: dossier.id })).toEqual([
        { ...aboutDossier, product: 'LLC, Delaware' },
      ])
    }
    expect(await subject('assign_dossier', { p_dossier_id: dossier.id, p_agent_id: agent.sub })).toEqual([
      { ...aboutDossier, agent: 'Marie Dupont' },
    ])
    expect(await subject('create_payment_link', { p_product_id: product.id, p_prospect_email: 'a@b.co' })).toEqual([
      { product: 'LLC, Delaware', prospect: 'a@b.co' },
    ])
    expect(await subject('send_payment_reminder', { p_order_id: order?.id })).toEqual([
      { client: 'Ama Mensah', product: 'LLC, Delaware' },
    ])
    const listed = await db.as(agent, (query) => query(partnersVrai.files?.list ?? ''))
    expect(listed).toEqual([
      {
        version_id: version,
        path: `${dossier.id}/${dossier.passport}/${version}.pdf`,
        name: 'scan.pdf',
        mime: 'application/pdf',
        size: '1234',
        sha256: 'a'.repeat(64),
      },
    ])
  })

  test('name a function of the database in every action', async () => {
    const functions = await db.query<{ name: string }>(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
    )
    const names = functions.map((row) => row.name)
    for (const action of Object.keys(partnersVrai.actions)) expect(names).toContain(action)
  })

  test('are found by the name of the system, and only by it', () => {
    expect(manifestOf('partners-vrai')).toBe(partnersVrai)
    expect(manifestOf('plain')).toBeNull()
  })
})
