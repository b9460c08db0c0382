import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { call, insert, refusedOperations } from './refused-operations.ts'
import { entryOf, push, sendOne } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('refusals on %s', (_name, open) => {
  let shop: Shop
  let id: string
  beforeAll(async () => {
    shop = await openShop(open)
    id = await addProduct(shop.db, { name: 'Lamp' })
    await shop.db.query(`insert into public.lines values (1, 1, $1, 'a')`, [id])
    await shop.db.query(
      `create policy read_only_secret on public.products for select using (name = 'Look, don''t touch')`,
    )
  })
  afterAll(() => shop.db.close())

  test.each(refusedOperations)(
    '%s is refused in words, with its name and field',
    async (_what, operation, code, field, words) => {
      const receipt = await sendOne(shop.db, shop.agent, operation(id))
      expect(receipt).toMatchObject({
        outcome: 'rejected',
        reason: { code, field, message: expect.stringMatching(words) },
      })
    },
  )

  test('the product’s own words, hint and values for the sentence come through as they are', async () => {
    const receipt = await sendOne(shop.db, shop.agent, call('sell', { p_product: id, p_count: 0, p_seen_stock: 3 }))
    expect(receipt).toMatchObject({
      reason: {
        sqlstate: 'OP400',
        message: 'Sell at least one.',
        hint: 'Enter a number above 0.',
        params: { least: 1 },
      },
    })
  })

  test('where our words replace the database’s, its own are kept as the hint', async () => {
    const receipt = await sendOne(shop.db, shop.agent, insert({ name: 'x', stock: -1 }))
    expect(receipt).toMatchObject({
      reason: { sqlstate: '23514', constraint: 'stock_not_negative', hint: expect.stringContaining('violates check') },
    })
  })

  test('a row that the person may see but not change is refused, not taken for gone', async () => {
    const seen = await addProduct(shop.db, { name: `Look, don't touch`, secret: true })
    const receipt = await sendOne(shop.db, shop.agent, {
      kind: 'update',
      relation: 'public.products',
      key: { id: seen },
      set: { stock: 1 },
      base: '{"stock": 3}',
    })
    expect(receipt).toMatchObject({ outcome: 'rejected', reason: { code: 'not_allowed' } })
  })

  test('entries without a proper form are refused as a whole, with nothing done', async () => {
    const good = entryOf(shop.agent, insert({ name: 'Never there' }))
    for (const bad of [{ ...good, id: 'x' }, { ...good, person: null }, null]) {
      await expect(push(shop.db, shop.agent, [good, bad])).rejects.toThrow()
    }
    await expect(push(shop.db, shop.agent, Array(2001).fill(good))).rejects.toMatchObject({ code: 'OP400' })
    expect(await shop.db.query(`select from public.products where name = 'Never there'`)).toEqual([])
  })

  test('operations of an unknown or broken form are refused one by one', async () => {
    for (const operation of [
      { kind: 'grant' },
      {},
      null,
      { kind: 'insert', relation: 'public.products', values: [1] },
      { kind: 'call' },
    ]) {
      const { receipts } = await push(shop.db, shop.agent, [{ ...entryOf(shop.agent, call('x')), operation }])
      expect(receipts).toMatchObject([{ outcome: 'rejected' }])
    }
  })

  test('trouble that is not the entry’s fault fails the whole request, with nothing done and no receipt', async () => {
    const batch = [entryOf(shop.agent, insert({ name: 'Rolled back' })), entryOf(shop.agent, call('busy'))]
    await expect(push(shop.db, shop.agent, batch)).rejects.toMatchObject({ code: '40P01' })
    expect(await shop.db.query(`select from public.products where name = 'Rolled back'`)).toEqual([])
    expect(await shop.db.query('select from console_sync.receipts where id = $1', [batch[0]?.id])).toEqual([])
  })
})
