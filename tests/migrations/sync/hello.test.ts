import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { hello, pull, snapshot } from './rpc.ts'
import { openShop, type Shop } from './shop.ts'

describe.each(engines)('hello on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  test('tells who the server is, who the person is, and what can be mirrored', async () => {
    const answer = await hello(shop.db, shop.agent)
    expect(answer).toMatchObject({ system: 'shop', schemaVersion: '7', syncVersion: 2 })
    expect(answer.person).toEqual({ id: shop.agent.sub, email: 'agent@example.com', name: 'The agent', role: 'agent' })
    expect(answer.relations.map(({ relation, key }) => [relation, key])).toEqual([
      ['auth.users', ['id']],
      ['public.lines', ['order_no', 'line']],
      ['public.links', ['id']],
      ['public.logbook', ['id']],
      ['public.products', ['id']],
      ['public.staff', ['id']],
    ])
  })

  test('names a table without a primary key instead of leaving it out silently', async () => {
    expect((await hello(shop.db, shop.agent)).leftOut).toEqual([{ relation: 'public.keyless', reason: 'no_key' }])
  })

  test('names a table that came after the installation until track_all is run again', async () => {
    await shop.db.exec('create table public.later (id integer primary key)')
    const reasons = async () => (await hello(shop.db, shop.agent)).leftOut?.find((r) => r.relation === 'public.later')
    expect(await reasons()).toEqual({ relation: 'public.later', reason: 'not_followed' })
    await shop.db.query('select console_sync.track_all()')
    expect(await reasons()).toBeUndefined()
  })

  test('names a table that the person has no right to read', async () => {
    await shop.db.exec(
      'create table public.closed (id integer primary key); revoke all on public.closed from authenticated',
    )
    await shop.db.query('select console_sync.track_all()')
    expect((await hello(shop.db, shop.agent)).leftOut).toContainEqual({
      relation: 'public.closed',
      reason: 'no_permission',
    })
  })

  test('shows staff the people with four of their columns and no other', async () => {
    const page = await snapshot(shop.db, shop.agent, 'auth.users')
    expect(page.columns).toEqual(['id', 'email', 'last_sign_in_at', 'banned_until'])
    expect(page.count).toBe(3)
  })

  test.each(['customer', 'stranger'] as const)('turns a %s away', async (who) => {
    const person = who === 'customer' ? shop.customer : ('anon' as const)
    const expected =
      who === 'customer' ? { code: '42501', detail: expect.stringContaining('not_staff') } : { code: '42501' }
    await expect(hello(shop.db, person)).rejects.toMatchObject(expected)
    await expect(snapshot(shop.db, person, 'public.products')).rejects.toMatchObject(expected)
    await expect(pull(shop.db, person, '1:1:')).rejects.toMatchObject(expected)
  })

  test('keeps its own tables to itself', async () => {
    for (const table of ['receipts', 'row_index', 'relations', 'identity', 'visibility']) {
      const look = shop.db.as(shop.agent, (query) => query(`select * from console_sync.${table}`))
      await expect(look).rejects.toMatchObject({ code: '42501' })
    }
    for (const inner of ["track('public.staff')", 'track_all()', `bump_visibility('${shop.agent.sub}')`]) {
      const run = shop.db.as(shop.agent, (query) => query(`select console_sync.${inner}`))
      await expect(run).rejects.toMatchObject({ code: '42501' })
    }
  })
})
