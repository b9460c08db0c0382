import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conflict, Receipt } from '#shared/model/receipt.ts'
import { engines } from './engines.ts'
import { sendOne } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('conflicts on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  const relation = 'public.products'
  const change = (id: string, set: Record<string, string | number | null>, base: string) =>
    sendOne(shop.db, shop.agent, { kind: 'update', relation, key: { id }, set, base })
  const product = async (id: string) => (await shop.db.query('select * from public.products where id = $1', [id]))[0]

  test('changes of different columns both stand; a base that holds them says that they were merged', async () => {
    const id = await addProduct(shop.db, { name: 'Lamp', stock: 3 })
    await shop.db.query('update public.products set stock = 9 where id = $1', [id])
    expect(await change(id, { name: 'Torch' }, '{"name": "Lamp"}')).toMatchObject({ outcome: 'applied', merged: false })
    expect(await change(id, { name: 'Lantern' }, '{"name": "Torch", "stock": 3}')).toMatchObject({
      outcome: 'applied',
      merged: true,
    })
    expect(await product(id)).toMatchObject({ name: 'Lantern', stock: 9 })
  })

  test('a column that both changed is a conflict with base, mine and theirs, exact to the last digit', async () => {
    const id = await addProduct(shop.db, { price: '9007199254740.93', stock: 3 })
    await shop.db.query(`update public.products set price = '9007199254740.94', stock = 4 where id = $1`, [id])
    const conflict = conflictOf(
      await change(id, { price: '9007199254740.95', stock: 5 }, '{"price": 9007199254740.93, "stock": 3}'),
    )
    expect(conflict).toMatchObject({
      kind: 'update_update',
      current: null,
      retryArgs: null,
      reason: { code: 'row.update_update' },
    })
    expect(conflict.collisions).toEqual([
      { column: 'price', base: '9007199254740.93', mine: '9007199254740.95', theirs: '9007199254740.94' },
      { column: 'stock', base: 3, mine: 5, theirs: 4 },
    ])
    expect(conflict.theirs).toContain('"price": 9007199254740.94')
    expect(await product(id)).toMatchObject({ stock: 4 })
  })

  test('the same change made twice, another way to write the same value, or no change at all is no conflict', async () => {
    const id = await addProduct(shop.db, { price: '1.50', details: '{"a": 1, "b": [true, null]}' })
    await shop.db.query('update public.products set stock = 7 where id = $1', [id])
    expect(await change(id, { stock: 7 }, '{"stock": 3}')).toMatchObject({ outcome: 'applied' })
    expect(await change(id, { price: '2' }, '{"price": 1.5000}')).toMatchObject({ outcome: 'applied' })
    expect(await change(id, { stock: 3, name: 'New' }, '{"stock": 3, "name": "Lamp"}')).toMatchObject({
      outcome: 'applied',
    })
    expect(await product(id)).toMatchObject({ stock: 7, price: '2.00', name: 'New' })
    expect(await change(id, { details: 'x' }, '{"details": {"b": [true, null], "a": 1.0}}')).toMatchObject({
      outcome: 'applied',
    })
  })

  test('a change of a row that is gone, or that the person sees no more, is a conflict without the row', async () => {
    const [gone, hidden] = [randomUUID(), await addProduct(shop.db, { secret: true })]
    for (const id of [gone, hidden]) {
      expect(conflictOf(await change(id, { name: 'New' }, '{"name": "Lamp"}'))).toMatchObject({
        kind: 'update_delete',
        theirs: null,
      })
    }
    expect(await product(hidden)).toMatchObject({ name: 'Lamp' })
  })

  test('a row that somebody changed is not deleted; one that is gone already is', async () => {
    const id = await addProduct(shop.db, { name: 'Lamp', stock: 3 })
    const remove = () =>
      sendOne(shop.db, shop.agent, {
        kind: 'delete',
        relation,
        key: { id },
        base: '{"name": "Lamp", "stock": 3, "left_since": 1}',
      })
    await shop.db.query('update public.products set stock = 8 where id = $1', [id])
    const conflict = conflictOf(await remove())
    expect(conflict).toMatchObject({
      kind: 'delete_update',
      collisions: [{ column: 'stock', base: 3, mine: null, theirs: 8 }],
    })
    expect(JSON.parse(conflict.theirs ?? '')).toMatchObject({ name: 'Lamp', stock: 8 })
    await shop.db.query('delete from public.products where id = $1', [id])
    expect(await remove()).toMatchObject({ outcome: 'applied' })
  })

  test('an insert where a row stands is a conflict with that row, if the person may see it', async () => {
    const seen = await addProduct(shop.db, { name: 'Theirs', code: 'A-1', stock: 3 })
    await addProduct(shop.db, { code: 'A-2', secret: true })
    const add = (values: Record<string, string | number>) =>
      sendOne(shop.db, shop.agent, { kind: 'insert', relation, values })
    const byKey = conflictOf(await add({ id: seen, name: 'Mine', stock: 3 }))
    expect(byKey).toMatchObject({ kind: 'insert_insert', reason: { code: 'unique_violation', field: 'id' } })
    expect(byKey.collisions).toEqual([{ column: 'name', base: null, mine: 'Mine', theirs: 'Theirs' }])
    const byCode = conflictOf(await add({ id: randomUUID(), name: 'Mine', code: 'A-1' }))
    expect(byCode.reason).toMatchObject({ field: 'code', constraint: 'products_code_key' })
    expect(JSON.parse(byCode.theirs ?? '')).toMatchObject({ id: seen })
    expect(conflictOf(await add({ name: 'Mine', code: 'A-2' }))).toMatchObject({
      kind: 'insert_insert',
      theirs: null,
      collisions: [],
    })
  })

  test('a row that refers to one that is not there is a conflict, not a refusal', async () => {
    const receipt = await sendOne(shop.db, shop.agent, {
      kind: 'insert',
      relation: 'public.lines',
      values: { order_no: '1', line: 1, product: randomUUID() },
    })
    expect(conflictOf(receipt)).toMatchObject({ kind: 'missing_reference', reason: { field: 'product' } })
  })

  test('a function’s lost precondition comes with what is current now and how to decide again', async () => {
    const id = await addProduct(shop.db, { stock: 3 })
    const args = { p_product: id, p_count: 1, p_seen_stock: 5 }
    const conflict = conflictOf(await sendOne(shop.db, shop.agent, { kind: 'call', function: 'sell', args }))
    expect(conflict).toMatchObject({
      kind: 'precondition',
      current: { stock: 3 },
      retryArgs: { ...args, p_seen_stock: 3 },
      reason: { code: 'sale.stock_changed', message: 'The stock has changed.', params: { seen: 5 } },
    })
    const again = { kind: 'call', function: 'sell', args: { ...args, p_seen_stock: 3 } } as const
    expect(await sendOne(shop.db, shop.agent, again)).toMatchObject({ outcome: 'applied' })
  })
})

function conflictOf(receipt: Receipt): Conflict {
  if (receipt.outcome !== 'conflict') throw new Error(`Not a conflict: ${JSON.stringify(receipt)}`)
  return receipt.conflict
}
