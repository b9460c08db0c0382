import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { snapshot } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('snapshot on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
    const product = await addProduct(shop.db)
    await shop.db.query(
      `insert into public.lines (order_no, line, product, note)
       select n / 10, n % 10, $1, 'note ' || n from generate_series(1, 95) n`,
      [product],
    )
  })
  afterAll(() => shop.db.close())

  test('brings every row once, in key order, however it is paged', async () => {
    for (const size of [1, 7, 95, 1000]) {
      const keys: string[] = []
      let after: string | null = null
      do {
        const page = await snapshot(shop.db, shop.agent, 'public.lines', after, size)
        expect(page.count).toBeLessThanOrEqual(size)
        keys.push(
          ...page.data
            .trimEnd()
            .split('\n')
            .map((line) => line.split('\t').slice(0, 2).join('/')),
        )
        after = page.next
      } while (after !== null)
      expect(keys).toEqual(Array.from({ length: 95 }, (_, at) => `${Math.trunc((at + 1) / 10)}/${(at + 1) % 10}`))
    }
  })

  test('resumes after a row that is gone meanwhile', async () => {
    const page = await snapshot(shop.db, shop.agent, 'public.lines', '["3", "100"]', 2)
    expect(page.data).toMatch(/^4\t0\t.*\n4\t1\t.*\n$/)
    expect(page.next).toBe('["4", "1"]')
  })

  test('leaves out what the database computes itself, and what the person may not see', async () => {
    await addProduct(shop.db, { name: 'Hidden', secret: true })
    const page = await snapshot(shop.db, shop.agent, 'public.products')
    expect(page.columns).not.toContain('value')
    expect(page.count).toBe(1)
    expect((await snapshot(shop.db, shop.boss, 'public.products')).count).toBe(2)
  })

  test('ends a page early when its rows are wide, and loses none', async () => {
    await shop.db.exec(`
      create table public.wide (id integer primary key, text text);
      insert into public.wide select n, repeat(md5(n::text), 100000) from generate_series(1, 5) n;
      select console_sync.track('public.wide')`)
    const sizes: number[] = []
    let after: string | null = null
    do {
      const page = await snapshot(shop.db, shop.agent, 'public.wide', after, 100)
      sizes.push(page.count)
      after = page.next
    } while (after !== null)
    expect(sizes).toEqual([2, 2, 1])
  })

  test('knows no relation but tables of the product', async () => {
    for (const relation of ['public.nothing', 'console_sync.receipts', 'pg_catalog.pg_authid', 'nonsense']) {
      await expect(snapshot(shop.db, shop.agent, relation)).rejects.toMatchObject({ code: 'OP400' })
    }
  })
})
