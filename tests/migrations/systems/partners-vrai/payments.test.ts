import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addProduct, type TestProduct } from './dossier.ts'

describe.each(databases)('payment links and reminders on $engine', ({ open }) => {
  let db: TestDatabase
  let product: TestProduct
  let agent: TestPerson
  let debtor: TestPerson
  let order: string

  beforeAll(async () => {
    db = await open()
    product = await addProduct(db)
    agent = await addPerson(db, 'agent')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    debtor = await addPerson(db, 'suspended', 'Chidi Okafor')
    const [row] = await db.query<{ id: string }>(
      `insert into orders (user_id, product_id, amount, currency) values ($1, $2, 499, 'EUR') returning id`,
      [debtor.sub, product.id],
    )
    order = row?.id ?? ''
  })

  const call = (sql: string, params: unknown[]) =>
    db.as(
      agent,
      async (query) => (await query<{ answer: Record<string, string> }>(`select ${sql} as answer`, params))[0]?.answer,
    )
  const remind = (id = randomUUID()) => call(`send_payment_reminder($1, 'EMAIL', $2)`, [order, id])

  test('tokens are 43 url-safe characters, and never the same', async () => {
    const tokens = await db.query<{ token: string }>(
      'select generate_payment_link_token() as token from generate_series(1, 1000)',
    )
    expect(new Set(tokens.map((row) => row.token)).size).toBe(1000)
    for (const { token } of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  test('a link asks for the price of the product, lasts 14 days and has one token on both sides', async () => {
    const [made] = await db.query<{ token: string }>('select generate_payment_link_token() as token')
    const id = randomUUID()
    const madeAt = new Date(Date.now() - 86_400_000)
    const answer = await call(
      `create_payment_link(p_product_id => $1, p_prospect_email => ' New.Person@Example.com'::text, p_link_id => $2,
         p_token => $3, p_created_at => $4)`,
      [product.id, id, made?.token, madeAt],
    ).catch((error: unknown) => error)
    expect(answer).toMatchObject({ code: 'OP400', column: 'p_prospect_email' })

    await call(
      `create_payment_link(p_product_id => $1, p_prospect_email => 'New.Person@Example.com', p_link_id => $2,
         p_token => $3, p_created_at => $4)`,
      [product.id, id, made?.token, madeAt],
    )
    expect(await db.query('select * from payment_links where id = $1', [id])).toMatchObject([
      {
        token: made?.token,
        prospect_email: 'new.person@example.com',
        amount: '499.00',
        currency: 'EUR',
        created_by: agent.sub,
        expires_at: new Date(madeAt.getTime() + 14 * 86_400_000),
      },
    ])
    expect(await db.query('select * from events where entity_id = $1', [id])).toMatchObject([
      { event_type: 'PAYMENT_REQUESTED', actor_id: agent.sub },
    ])
  })

  test('a link that makes no sense is refused on the right field', async () => {
    const link = (args: string) => refusal(call(`create_payment_link(${args})`, [product.id]))
    expect(await link(`$1, 'nobody'`)).toMatchObject({ code: 'link.email_invalid', field: 'p_prospect_email' })
    expect(await link(`$1, null`)).toMatchObject({ code: 'link.email_invalid' })
    expect(await link(`$1, 'a@b.co', null, -1`)).toMatchObject({ code: 'link.amount_invalid', field: 'p_amount' })
    expect(await link(`$1, 'a@b.co', null, 1.005`)).toMatchObject({ code: 'link.amount_invalid' })
    expect(await link(`$1, 'a@b.co', null, 'NaN'`)).toMatchObject({ code: 'link.amount_invalid' })
    expect(await link(`$1, 'a@b.co', null, 1e12`)).toMatchObject({ code: 'link.amount_invalid' })
    const [past, far] = [`now() - interval '1 hour'`, `now() + interval '91 days'`]
    expect(await link(`$1, 'a@b.co', null, 1, ${past}`)).toMatchObject({ code: 'link.expiry_invalid' })
    // Decided long ago, or by a slow clock: it would have expired before anybody could open it.
    expect(await link(`$1, 'a@b.co', null, 1, ${past}, p_created_at => now() - interval '1 day'`)).toMatchObject({
      code: 'link.expiry_invalid',
    })
    expect(await link(`$1, 'a@b.co', null, 1, ${far}`)).toMatchObject({
      code: 'link.expiry_invalid',
      params: { days: 90 },
    })
    expect(await link(`$1, 'a@b.co', p_token => 'guess'`)).toMatchObject({ code: 'link.token_invalid' })
    await db.query('update products set is_active = false where id = $1', [product.id])
    expect(await link(`$1, 'a@b.co'`)).toMatchObject({ code: 'link.product_not_sold', field: 'p_product_id' })
    await db.query('update products set is_active = true where id = $1', [product.id])
  })

  test('a reminder is written down, and queued for the client', async () => {
    const id = randomUUID()
    await remind(id)
    expect(await db.query('select * from payment_reminders where id = $1', [id])).toMatchObject([
      { user_id: debtor.sub, order_id: order, channel: 'EMAIL', sent_by_type: 'AGENT', sent_by_id: agent.sub },
    ])
    expect(
      await db.query(
        `select n.template, n.params, d.channel from notifications n
         join notification_deliveries d on d.notification_id = n.id where n.user_id = $1`,
        [debtor.sub],
      ),
    ).toMatchObject([{ template: 'payment.reminder', params: { amount: '499.00', currency: 'EUR' }, channel: 'EMAIL' }])
  })

  test('a client is reminded of an order at most once in 3 days', async () => {
    const at = (interval: string) =>
      call(`send_payment_reminder($1, p_sent_at => now() + $2::interval)`, [order, interval])
    await db.query(
      `insert into payment_reminders (user_id, order_id, sent_by_type, sent_at, created_at)
       values ($1, $2, 'SYSTEM', now() - interval '71 hours', now() - interval '71 hours')`,
      [debtor.sub, order],
    )
    const refused = await refusal(remind())
    expect(refused).toMatchObject({ sqlstate: 'OP400', code: 'reminder.too_soon', field: 'p_order_id' })
    expect(refused.params).toMatchObject({
      client: 'Chidi Okafor',
      next_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    })
    expect(await refusal(at('4 days'))).toMatchObject({ code: 'reminder.too_soon' })
    expect(await refusal(at('-4 days'))).toMatchObject({ code: 'reminder.too_soon' })
    await db.query(
      `update payment_reminders set sent_at = now() - interval '73 hours', created_at = now() - interval '73 hours'`,
    )
    await remind()
  })

  test('a reminder that reached the server late counts from when it did', async () => {
    await db.query(
      `insert into payment_reminders (user_id, order_id, sent_by_type, sent_at, created_at)
       values ($1, $2, 'SYSTEM', now() - interval '9 days', now() - interval '1 day')`,
      [debtor.sub, order],
    )
    expect(await refusal(remind())).toMatchObject({ code: 'reminder.too_soon' })
  })

  test('only a suspended client with an unpaid order is reminded', async () => {
    expect(await refusal(call('send_payment_reminder($1)', [randomUUID()]))).toMatchObject({
      code: 'reminder.order_unknown',
    })
    expect(await refusal(call('send_payment_reminder($1, null)', [order]))).toMatchObject({
      code: 'reminder.channel_required',
      field: 'p_channel',
    })
    await db.query(`update orders set status = 'PAID', paid_at = now() where id = $1`, [order])
    expect(await refusal(remind())).toMatchObject({ code: 'reminder.order_not_unpaid' })
    await db.query(`update orders set status = 'PENDING' where id = $1`, [order])
    await db.query(`update profiles set status = 'ACTIVE' where id = $1`, [debtor.sub])
    expect(await refusal(remind())).toMatchObject({ code: 'reminder.client_not_suspended' })
  })

  test('the list of suspended clients says who can be reminded, under the policies of who asks', async () => {
    const list = (person: TestPerson) =>
      db.as(person, (query) => query('select can_be_reminded from suspended_unpaid where order_id = $1', [order]))
    expect(await list(agent)).toEqual([{ can_be_reminded: true }])
    await remind()
    expect(await list(agent)).toEqual([{ can_be_reminded: false }])
    expect(await list(await addPerson(db, 'client'))).toEqual([])
  })
})
