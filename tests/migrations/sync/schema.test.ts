import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serverSchema } from '#shared/model/protocol.ts'
import { engines } from './engines.ts'
import { hello, pull } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('the schema on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  const digest = async () => (await hello(shop.db, shop.agent)).schemaDigest
  const schema = () =>
    shop.db.as(shop.agent, async (query) => {
      const [row] = await query<{ answer: unknown }>('select public.console_schema() as answer')
      return serverSchema.parse(row?.answer)
    })
  const sqlOf = async (name: string) =>
    (await schema()).objects.filter((object) => object.name === name).map(({ sql }) => sql)

  test('is told to staff as statements, without what keeps the books', async () => {
    const { objects, schemaDigest } = await schema()
    expect(schemaDigest).toBe(await digest())
    expect(objects.filter(({ sql }) => /console_sync|console_hello/.test(sql))).toEqual([])
    expect(await sqlOf('public.lines')).toContain(
      'create table public.lines (order_no bigint, line smallint, product uuid, note character varying(10))',
    )
    expect(await sqlOf('public.products.stock_not_negative')).toEqual([
      'alter table public.products add constraint stock_not_negative CHECK ((stock >= 0)) not valid',
    ])
    expect((await sqlOf('routine public.for_the_boss()'))[0]).not.toContain('to authenticated')
    await expect(shop.db.as(shop.customer, (query) => query('select public.console_schema()'))).rejects.toMatchObject({
      code: '42501',
    })
  })

  test.each([
    'alter table public.products add column colour text',
    'alter table public.products alter column colour set not null',
    'alter table public.products rename column colour to hue',
    'alter table public.products alter column hue type varchar(9)',
    'alter table public.products drop column hue',
    `create type public.mood as enum ('calm')`,
    `alter type public.mood add value 'wild'`,
    'create table public.more (id integer primary key)',
    'alter table public.more add constraint some_more check (id > 0)',
    'create index more_backwards on public.more (id desc)',
    'create view public.most as select max(id) from public.more',
    `create or replace function public.for_the_boss() returns void language sql as 'select 1'`,
    'grant execute on function public.for_the_boss() to authenticated',
    'create policy others on public.lines for select to anon using (true)',
    `comment on table public.more is 'More of it.'`,
    'drop table public.more cascade',
  ])('shows in every answer that it has changed: %s', async (statement) => {
    const before = await digest()
    const { cursor } = await hello(shop.db, shop.agent)
    await shop.db.exec(statement)
    expect((await pull(shop.db, shop.agent, cursor)).schemaDigest).not.toBe(before)
  })

  test('is not said to have changed when only rows have', async () => {
    const before = await digest()
    await addProduct(shop.db)
    await shop.db.exec('analyze')
    expect(await digest()).toBe(before)
  })

  test('decisions that were tried under another one are not run, and may be sent again', async () => {
    const id = await addProduct(shop.db, { name: 'Before' })
    const entry = {
      id: '6c0f6a3e-3b0e-4f5e-9d0e-0a0000000001',
      seq: 1,
      person: shop.agent.sub,
      device: '6c0f6a3e-3b0e-4f5e-9d0e-0a0000000002',
      madeAt: '2026-01-01T00:00:00Z',
      operation: {
        kind: 'update',
        relation: 'public.products',
        key: { id },
        set: { name: 'After' },
        base: '{"name": "Before"}',
      },
      subject: {},
      dependsOn: [],
    }
    const send = (known: string | undefined) =>
      shop.db.as(shop.agent, async (query) => {
        const [row] = await query<{ answer: { receipts: unknown[]; schemaChanged?: boolean } }>(
          'select public.console_push($1::jsonb, $2::jsonb) as answer',
          [JSON.stringify([entry]), JSON.stringify({ schema: known })],
        )
        return row?.answer
      })
    expect(await send('another')).toMatchObject({ schemaChanged: true, receipts: [] })
    expect(await shop.db.query('select name from public.products where id = $1', [id])).toEqual([{ name: 'Before' }])
    expect(await send(await digest())).toMatchObject({ receipts: [{ outcome: 'applied' }] })
  })
})
