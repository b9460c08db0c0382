import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { hello, pull } from './rpc.ts'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop(createDatabase)
})
afterAll(() => shop.db.close())

test('a server keeps its identity from one question to the next', async () => {
  const [first, second] = [await hello(shop.db, shop.agent), await hello(shop.db, shop.boss)]
  expect([second.serverId, second.epoch]).toEqual([first.serverId, first.epoch])
  expect((await pull(shop.db, shop.agent, first.cursor)).epoch).toBe(first.epoch)
})

test('a server that was put together again from a dump of itself has another epoch', async () => {
  const before = await hello(shop.db, shop.agent)
  // What a restored dump amounts to: the same rows in tables that were made anew.
  await shop.db.exec(`
    create table public.kept as select * from console_sync.identity;
    drop table console_sync.identity;
    create table console_sync.identity (like public.kept);
    insert into console_sync.identity select * from public.kept;
    drop table public.kept`)
  const after = await hello(shop.db, shop.agent)
  expect(after.serverId).toBe(before.serverId)
  expect(after.epoch).not.toBe(before.epoch)
})

test('two servers are never taken for one another', async () => {
  const other = await openShop(createDatabase)
  const [here, there] = [await hello(shop.db, shop.agent), await hello(other.db, other.agent)]
  expect(there.epoch).not.toBe(here.epoch)
  await other.db.close()
})

test('a project that does not say what system it is shows by its columns when its schema changes', async () => {
  await shop.db.exec('drop function public.console_system()')
  const first = await hello(shop.db, shop.agent)
  expect(first.system).toBe('plain')
  await shop.db.exec('alter table public.products add column colour text')
  expect((await hello(shop.db, shop.agent)).schemaVersion).not.toBe(first.schemaVersion)
})

test('a project that does not say who its staff are shows everybody no people but themselves', async () => {
  await shop.db.exec('drop function public.console_role() cascade; select console_sync.track_all()')
  const answer = await pull(shop.db, shop.customer, '1:1:')
  const people = answer.changed.find(({ relation }) => relation === 'auth.users')
  expect(people?.count).toBe(1)
  expect(people?.data).toContain(shop.customer.sub)
})
