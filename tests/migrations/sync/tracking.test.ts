import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { hello, pull } from './rpc.ts'
import { openShop, type Shop } from './shop.ts'

describe.each(engines)('following tables on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  const now = async () => (await hello(shop.db, shop.agent)).cursor
  const since = async (cursor: string, relation: string) => {
    const page = await pull(shop.db, shop.agent, cursor)
    return {
      rows: page.changed.find((rows) => rows.relation === relation)?.data ?? '',
      gone: page.gone.find((rows) => rows.relation === relation)?.keys ?? [],
    }
  }
  const follow = async (table: string, definition: string) => {
    await shop.db.exec(`create table public.${table} (${definition}); select console_sync.track('public.${table}')`)
  }

  test('a truncate makes every row gone', async () => {
    await follow('emptied', 'id integer primary key')
    await shop.db.exec('insert into public.emptied values (1), (2)')
    const cursor = await now()
    await shop.db.exec('truncate public.emptied; insert into public.emptied values (2)')
    expect(await since(cursor, 'public.emptied')).toEqual({ rows: '2\n', gone: ['["1"]'] })
  })

  test('a truncate makes rows gone that were there before the table was followed', async () => {
    await shop.db.exec('create table public.older (id integer primary key); insert into public.older values (1), (2)')
    await shop.db.exec(`select console_sync.track('public.older')`)
    const cursor = await now()
    await shop.db.exec('truncate public.older; insert into public.older values (2)')
    expect(await since(cursor, 'public.older')).toEqual({ rows: '2\n', gone: ['["1"]'] })
  })

  test('writes under session_replication_role = replica are seen', async () => {
    await follow('restored', 'id integer primary key')
    const cursor = await now()
    await shop.db.exec(
      `begin; set local session_replication_role = replica; insert into public.restored values (1); commit`,
    )
    expect((await since(cursor, 'public.restored')).rows).toBe('1\n')
  })

  test('all ways to write are seen: conflict clauses, merge, savepoints, copies of many rows', async () => {
    await follow('written', 'id integer primary key, text text')
    const cursor = await now()
    await shop.db.exec(`
      begin;
      insert into public.written values (1, 'a'), (2, 'b') on conflict (id) do nothing;
      savepoint one;
      insert into public.written values (9, 'undone');
      rollback to one;
      savepoint two;
      insert into public.written values (1, 'c'), (3, 'd') on conflict (id) do update set text = excluded.text;
      release two;
      merge into public.written w using (values (2), (4)) as v (id) on w.id = v.id
        when matched then delete when not matched then insert values (v.id, 'e');
      commit`)
    expect(await since(cursor, 'public.written')).toEqual({ rows: '1\tc\n3\td\n4\te\n', gone: ['["2"]'] })
  })

  test('partitions count as their table, also when they are written to directly', async () => {
    await follow('parted', 'id integer primary key, text text) partition by range (id')
    await shop.db.exec(`
      create table public.parted_low partition of public.parted for values from (0) to (10);
      create table public.parted_high partition of public.parted for values from (10) to (20);
      select console_sync.track('public.parted')`)
    const cursor = await now()
    await shop.db.exec(
      `insert into public.parted values (1, 'a'), (11, 'b'); insert into public.parted_high values (12, 'c')`,
    )
    expect((await since(cursor, 'public.parted')).rows).toBe('1\ta\n11\tb\n12\tc\n')
    const later = await now()
    await shop.db.exec('update public.parted set id = 13 where id = 1; truncate public.parted_low')
    expect(await since(later, 'public.parted')).toMatchObject({ gone: ['["1"]'] })
    expect((await since(later, 'public.parted')).rows).toContain('13\ta\n')
    expect((await hello(shop.db, shop.agent)).relations.map(({ relation }) => relation)).not.toContain(
      'public.parted_low',
    )
  })

  test('a renamed table, key column and added column go on being followed', async () => {
    await follow('renamed', 'id integer primary key')
    await shop.db.exec('insert into public.renamed values (1)')
    await shop.db.exec(
      'alter table public.renamed rename column id to number; alter table public.renamed add column text text',
    )
    const cursor = await now()
    const before = (await hello(shop.db, shop.agent)).visibility
    await shop.db.exec(`insert into public.renamed values (2, 'x')`)
    expect((await since(cursor, 'public.renamed')).rows).toBe('2\tx\n')
    const after = await hello(shop.db, shop.agent)
    expect(after.visibility).not.toBe(before)
    expect(after.relations.find(({ relation }) => relation === 'public.renamed')?.key).toEqual(['number'])
  })

  test('another primary key makes the index anew, and consoles compare what they hold', async () => {
    await follow('rekeyed', 'id integer primary key, code text not null')
    await shop.db.exec(`insert into public.rekeyed values (1, 'one')`)
    const cursor = await now()
    const before = (await hello(shop.db, shop.agent)).visibility
    await shop.db.exec('alter table public.rekeyed drop constraint rekeyed_pkey, add primary key (code)')
    expect((await hello(shop.db, shop.agent)).leftOut).toContainEqual({
      relation: 'public.rekeyed',
      reason: 'not_followed',
    })
    expect(await since(cursor, 'public.rekeyed')).toEqual({ rows: '', gone: [] })
    await shop.db.exec(`insert into public.rekeyed values (2, 'two')`)
    expect((await since(cursor, 'public.rekeyed')).rows).toBe('2\ttwo\n')
    expect((await hello(shop.db, shop.agent)).visibility).not.toBe(before)
  })

  test('following again after another key makes the triggers for that key, and nothing is compared twice', async () => {
    await follow('refollowed', 'id integer primary key, code text not null')
    await shop.db.exec(`alter table public.refollowed drop constraint refollowed_pkey, add primary key (code);
      insert into public.refollowed values (1, 'one')`)
    const before = (await hello(shop.db, shop.agent)).visibility
    await shop.db.exec(`select console_sync.track('public.refollowed')`)
    const upToDate = await shop.db.query(`select console_sync.is_up_to_date('public.refollowed') as is`)
    expect(upToDate).toEqual([{ is: true }])
    const cursor = await now()
    await shop.db.exec(`insert into public.refollowed values (2, 'two'); delete from public.refollowed where id = 1`)
    expect(await since(cursor, 'public.refollowed')).toEqual({ rows: '2\ttwo\n', gone: ['["one"]'] })
    expect((await hello(shop.db, shop.agent)).visibility).toBe(before)
  })

  test('a key is written the same way whatever the settings of a session are, also once it has changed', async () => {
    await follow('dated', 'id integer primary key, day date not null')
    const habits = `set local datestyle = 'German'; set local timezone = 'America/Caracas'`
    await shop.db.exec('alter table public.dated drop constraint dated_pkey, add primary key (day, id)')
    for (const round of [1, 2]) {
      const cursor = await now()
      await shop.db.exec(`begin; ${habits}; insert into public.dated values (${round}, '2026-03-09');
        delete from public.dated; commit`)
      expect((await since(cursor, 'public.dated')).gone).toEqual([`["2026-03-09", "${round}"]`])
      await shop.db.exec(`select console_sync.track('public.dated')`)
    }
  })

  test('a statement that replaces rows it has just written is seen as what is left of it', async () => {
    await follow('replaced', 'id integer primary key, text text')
    await shop.db.exec(`create function public.replace() returns trigger language plpgsql as
      'begin delete from public.replaced where id = new.id; return new; end';
      create trigger replace before insert on public.replaced for each row execute function public.replace()`)
    const cursor = await now()
    await shop.db.exec(`insert into public.replaced values (1, 'a'), (1, 'b')`)
    expect(await since(cursor, 'public.replaced')).toEqual({ rows: '1\tb\n', gone: [] })
  })

  test('a table that lost its primary key can still be written to, and hello says why it is missing', async () => {
    await follow('unkeyed', 'id integer primary key')
    await shop.db.exec('alter table public.unkeyed drop constraint unkeyed_pkey; insert into public.unkeyed values (1)')
    expect((await hello(shop.db, shop.agent)).leftOut).toContainEqual({ relation: 'public.unkeyed', reason: 'no_key' })
  })

  test('triggers that were off are noticed; following again brings every row and tombstone', async () => {
    await follow('paused', 'id integer primary key')
    await shop.db.exec('insert into public.paused values (1), (2)')
    const cursor = await now()
    const before = (await hello(shop.db, shop.agent)).visibility
    await shop.db.exec(`
      alter table public.paused disable trigger all;
      delete from public.paused where id = 1;
      insert into public.paused values (3);
      alter table public.paused enable trigger all`)
    expect((await hello(shop.db, shop.agent)).leftOut).toContainEqual({
      relation: 'public.paused',
      reason: 'not_followed',
    })
    await shop.db.exec('select console_sync.track_all()')
    expect(await since(cursor, 'public.paused')).toEqual({ rows: '2\n3\n', gone: ['["1"]'] })
    expect((await hello(shop.db, shop.agent)).visibility).not.toBe(before)
  })

  test('a dropped table disappears without a trace, and the same name may come back', async () => {
    await follow('dropped', 'id integer primary key')
    await shop.db.exec('insert into public.dropped values (1)')
    const cursor = await now()
    await shop.db.exec('drop table public.dropped')
    expect(await since(cursor, 'public.dropped')).toEqual({ rows: '', gone: [] })
    await follow('dropped', 'id integer primary key')
    await shop.db.exec('insert into public.dropped values (2)')
    expect(await since(cursor, 'public.dropped')).toEqual({ rows: '2\n', gone: ['["1"]'] })
  })

  test('a product role without any right on our schema writes as before', async () => {
    await shop.db.as(shop.agent, (query) => query(`insert into public.products (name) values ('written by a person')`))
    await expect(shop.db.as('anon', (query) => query(`select * from console_sync.row_index`))).rejects.toThrow()
  })
})
