import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { engines } from './engines.ts'
import { entryOf, push } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

const sale = (product: string, count: number, stock: number) =>
  ({ kind: 'call', function: 'sell', args: { p_product: product, p_count: count, p_seen_stock: stock } }) as const

describe.each(engines)('exactly once on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  test('a batch that is sent again gets its first answers, refusals too, and does nothing', async () => {
    const id = await addProduct(shop.db, { stock: 10 })
    const batch = [sale(id, 3, 10), sale(id, 0, 7), sale(id, 1, 10)].map((operation) => entryOf(shop.agent, operation))
    const first = await push(shop.db, shop.agent, batch)
    expect(first.receipts.map(({ outcome }) => outcome)).toEqual(['applied', 'rejected', 'conflict'])
    // The reason for the refusals is gone meanwhile: the answers stay.
    await shop.db.query('update public.products set stock = 10 where id = $1', [id])
    expect(await push(shop.db, shop.agent, batch)).toEqual(first)
    expect(await shop.db.query('select stock, sold from public.products where id = $1', [id])).toEqual([
      { stock: 10, sold: '3' },
    ])
  })

  test('another decision under a number that was used is refused and not run; the first answer stays', async () => {
    const id = await addProduct(shop.db, { stock: 10 })
    const first = entryOf(shop.agent, sale(id, 1, 10))
    const { receipts } = await push(shop.db, shop.agent, [first])
    const changed = await push(shop.db, shop.agent, [{ ...first, operation: sale(id, 2, 9) }])
    expect(changed.receipts).toMatchObject([{ id: first.id, outcome: 'rejected', reason: { code: 'entry.reused' } }])
    expect((await push(shop.db, shop.agent, [first])).receipts).toEqual(receipts)
    expect(await shop.db.query('select sold from public.products where id = $1', [id])).toEqual([{ sold: '1' }])
  })

  test('a number that somebody else used tells nothing of their decision', async () => {
    const id = await addProduct(shop.db, { stock: 10 })
    const own = entryOf(shop.boss, sale(id, 1, 10))
    await push(shop.db, shop.boss, [own])
    const stolen = entryOf(shop.agent, sale(id, 1, 10), { id: own.id })
    await expect(push(shop.db, shop.agent, [stolen])).rejects.toMatchObject({ code: '42501' })
  })

  test('a receipt keeps who decided what, on which device, in which place', async () => {
    const entry = entryOf(shop.agent, { kind: 'insert', relation: 'public.products', values: { name: 'Kept' } })
    await push(shop.db, shop.agent, [entry])
    const [kept] = await shop.db.query('select * from console_sync.receipts where id = $1', [entry.id])
    expect(kept).toMatchObject({ person: shop.agent.sub, device: entry.device, seq: String(entry.seq) })
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(kept?.at).toBeInstanceOf(Date)
  })
})

test('the same batch from two requests at once lands once, and both get the same answers', async () => {
  const shop = await openShop(createDatabase)
  const id = await addProduct(shop.db, { stock: 100 })
  for (let round = 0; round < 10; round++) {
    const batch = Array.from({ length: 5 }, (_, at) => entryOf(shop.agent, sale(id, 1, 100 - round * 5 - at)))
    const answers = await Promise.all([1, 2, 3, 4].map(() => push(shop.db, shop.agent, batch)))
    for (const answer of answers) {
      expect(answer.receipts.map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'))
      expect(answer).toEqual(answers[0])
    }
  }
  expect(await shop.db.query('select stock, sold from public.products where id = $1', [id])).toEqual([
    { stock: 50, sold: '50' },
  ])
  await shop.db.close()
})

test('pushes that hold the same decisions in another order wait for each other in one order, and none gives up', async () => {
  const shop = await openShop(createDatabase)
  for (let round = 0; round < 10; round++) {
    const products = await Promise.all(Array.from({ length: 6 }, () => addProduct(shop.db, { stock: 10 })))
    const batch = products.map((id) => entryOf(shop.agent, sale(id, 1, 10)))
    const answers = await Promise.all(
      [batch, batch.toReversed(), [...batch.slice(3), ...batch.slice(0, 3)]].map((order) =>
        push(shop.db, shop.agent, order),
      ),
    )
    for (const { receipts } of answers) {
      expect(receipts.map(({ outcome }) => outcome)).toEqual(Array(6).fill('applied'))
    }
    const sold = await shop.db.query('select sold from public.products where id = any ($1)', [products])
    expect(sold).toEqual(Array(6).fill({ sold: '1' }))
  }
  await shop.db.close()
})

test('an answer that was lost after the commit changes nothing: the next one is the same', async () => {
  const shop = await openShop(createDatabase)
  const entry = entryOf(shop.agent, {
    kind: 'insert',
    relation: 'public.products',
    values: { id: randomUUID(), name: 'Once' },
  })
  const lost = await push(shop.db, shop.agent, [entry])
  expect(await push(shop.db, shop.agent, [entry])).toEqual(lost)
  // Before the commit: nothing of it is there, and the entry runs as if for the first time.
  const other = entryOf(shop.agent, {
    kind: 'insert',
    relation: 'public.products',
    values: { id: randomUUID(), name: 'Twice' },
  })
  const cut = shop.db.as(shop.agent, async (query) => {
    await query('select public.console_push($1::jsonb)', [JSON.stringify([other])])
    throw new Error('the line went dead')
  })
  await expect(cut).rejects.toThrow('the line went dead')
  expect((await push(shop.db, shop.agent, [other])).receipts).toMatchObject([{ outcome: 'applied' }])
  await shop.db.close()
})
