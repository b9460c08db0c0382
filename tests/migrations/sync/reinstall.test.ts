import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { migrationsOf } from '#tests/support/database.ts'
import { engines } from './engines.ts'
import { hello, pull, sendOne } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('installing again on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  test('changes nothing: the same server, the same cursors, the same receipts', async () => {
    const id = await addProduct(shop.db)
    await sendOne(shop.db, shop.agent, {
      kind: 'delete',
      relation: 'public.products',
      key: { id },
      base: '{"stock": 3}',
    })
    const before = await hello(shop.db, shop.agent)
    const receipts = await shop.db.query('select * from console_sync.receipts')

    for (const { sql } of await migrationsOf(['sync'])) await shop.db.exec(sql)

    const after = await hello(shop.db, shop.agent)
    expect({ ...after, cursor: '', now: '' }).toEqual({ ...before, cursor: '', now: '' })
    expect(await pull(shop.db, shop.agent, before.cursor)).toMatchObject({ changed: [], gone: [] })
    expect(await shop.db.query('select * from console_sync.receipts')).toEqual(receipts)
  })

  test('a mirror says so before, and nothing is followed there', async () => {
    const mirror = await open({ layers: ['platform'] })
    const sql = (await migrationsOf(['sync'])).map((migration) => migration.sql).join('\n')
    await mirror.exec(
      `create table public.things (id integer primary key); begin; set local console_sync.mirror = 'on'; ${sql}; commit`,
    )
    expect(await mirror.query('select tgname from pg_trigger where not tgisinternal')).toEqual([])
    await mirror.close()
  })
})
