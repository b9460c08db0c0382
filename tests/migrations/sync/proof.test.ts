import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { proof } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('proof on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
    for (const name of ['Lamp', 'Chair', 'Table']) await addProduct(shop.db, { name })
    await addProduct(shop.db, { name: 'Hidden', secret: true })
  })
  afterAll(() => shop.db.close())

  const columns = ['id', 'name', 'price']
  const seen = (person = shop.agent) => proof(shop.db, person, 'public.products', columns)

  test('counts and hashes what the person sees, and no more', async () => {
    expect((await seen()).count).toBe(3)
    expect((await seen(shop.boss)).count).toBe(4)
    expect((await seen()).hash).not.toBe((await seen(shop.boss)).hash)
  })

  test('shows a single changed character, and two rows that swapped a value', async () => {
    const before = (await seen()).hash
    await shop.db.exec(`update public.products set name = 'lamp' where name = 'Lamp'`)
    const changed = (await seen()).hash
    await shop.db.exec(
      `update public.products set name = case name when 'Chair' then 'Table' else 'Chair' end where name in ('Chair', 'Table')`,
    )
    const swapped = (await seen()).hash
    expect(new Set([before, changed, swapped]).size).toBe(3)
  })

  test('does not depend on the order of rows, and heeds only the columns that are named', async () => {
    const before = (await seen()).hash
    await shop.db.exec(`update public.products set stock = stock + 1`)
    expect((await seen()).hash).toBe(before)
  })

  test('an empty table has a proof too, and unknown columns are refused', async () => {
    expect(await proof(shop.db, shop.agent, 'public.lines', ['order_no'])).toMatchObject({ count: 0, hash: '0' })
    await expect(proof(shop.db, shop.agent, 'public.lines', ['order_no', 'nothing'])).rejects.toMatchObject({
      code: 'OP400',
    })
    await expect(proof(shop.db, shop.customer, 'public.lines', ['order_no'])).rejects.toMatchObject({ code: '42501' })
  })
})
