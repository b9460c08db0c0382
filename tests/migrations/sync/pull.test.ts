import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { hello, pull } from './rpc.ts'
import { addProduct, openShop, type Shop } from './shop.ts'

describe.each(engines)('pull on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  const now = async () => (await hello(shop.db, shop.agent)).cursor
  const changedNames = async (cursor: string) => {
    const { changed } = await pull(shop.db, shop.agent, cursor)
    return changed.flatMap(({ data }) =>
      data
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[1]),
    )
  }

  test('brings what changed since the cursor and nothing else', async () => {
    await addProduct(shop.db, { name: 'Before' })
    const cursor = await now()
    expect((await pull(shop.db, shop.agent, cursor)).changed).toEqual([])
    await addProduct(shop.db, { name: 'After' })
    expect(await changedNames(cursor)).toEqual(['After'])
    expect((await pull(shop.db, shop.agent, await now())).changed).toEqual([])
  })

  test('tells a deleted row, a row under its old key, and one that the person sees no more, as gone', async () => {
    const [deleted, hidden] = [await addProduct(shop.db), await addProduct(shop.db)]
    const product = await addProduct(shop.db)
    await shop.db.query(`insert into public.lines values (1, 1, $1, 'a')`, [product])
    const cursor = await now()
    await shop.db.query('delete from public.products where id = $1', [deleted])
    await shop.db.query('update public.products set secret = true where id = $1', [hidden])
    await shop.db.query('update public.lines set line = 2 where order_no = 1')
    const page = await pull(shop.db, shop.agent, cursor)
    expect(page.gone).toEqual([
      { relation: 'public.lines', keys: ['["1", "1"]'] },
      { relation: 'public.products', keys: [deleted, hidden].map((id) => `["${id}"]`).sort() },
    ])
    expect(page.changed.map(({ relation, count }) => [relation, count])).toEqual([['public.lines', 1]])
    const seenByBoss = await pull(shop.db, shop.boss, cursor)
    expect(seenByBoss.gone.find(({ relation }) => relation === 'public.products')?.keys).toEqual([`["${deleted}"]`])
  })

  test('brings a row that was deleted and made again as it is now', async () => {
    const id = await addProduct(shop.db, { name: 'Old' })
    const cursor = await now()
    await shop.db.query('delete from public.products where id = $1', [id])
    await addProduct(shop.db, { id, name: 'New' })
    expect(await changedNames(cursor)).toEqual(['New'])
    expect((await pull(shop.db, shop.agent, cursor)).gone).toEqual([])
  })

  test('brings a row that several statements or cascades of one transaction touched once', async () => {
    await shop.db.exec(`
      create table public.tags (id integer primary key);
      create table public.pairs (
        id integer primary key, a integer references public.tags on delete set null, b integer references public.tags on delete set null
      );
      select console_sync.track('public.tags'), console_sync.track('public.pairs');
      insert into public.tags values (1);
      insert into public.pairs values (1, 1, 1)`)
    const cursor = await now()
    await shop.db.exec('delete from public.tags')
    const page = await pull(shop.db, shop.agent, cursor)
    expect(page.changed).toMatchObject([{ relation: 'public.pairs', count: 1, data: '1\t\\N\t\\N\n' }])
    expect(page.gone).toEqual([{ relation: 'public.tags', keys: ['["1"]'] }])
  })

  test('pages a large difference without losing or doubling a row', async () => {
    const cursor = await now()
    for (let at = 0; at < 5; at++) {
      await shop.db.query(`insert into public.products (name) select 'paged ' || n from generate_series(1, 5) n`)
    }
    const names: (string | undefined)[] = []
    let after: string | null = null
    do {
      const page = await pull(shop.db, shop.agent, cursor, after, 4)
      names.push(
        ...page.changed.flatMap(({ data }) =>
          data
            .trimEnd()
            .split('\n')
            .map((line) => line.split('\t')[0]),
        ),
      )
      after = page.next
    } while (after !== null)
    expect(names).toHaveLength(25)
    expect(new Set(names).size).toBe(25)
  })

  test('refuses a cursor that this server has not reached yet', async () => {
    await expect(pull(shop.db, shop.agent, '900000000:900000000:')).rejects.toMatchObject({
      code: 'OP410',
      detail: expect.stringContaining('server.rewound'),
    })
  })

  test('says when the person may see other rows although none has changed', async () => {
    const { visibility } = await hello(shop.db, shop.agent)
    const seen = async () => (await pull(shop.db, shop.agent, '1:1:')).visibility
    expect(await seen()).toBe(visibility)
    const told = [visibility]
    for (const change of [
      `update public.staff set role = 'boss' where id = '${shop.agent.sub}'`,
      'drop policy staff_read on public.products; create policy staff_read on public.products for select using (true)',
      'alter table public.links enable row level security',
      `select console_sync.bump_visibility('${shop.agent.sub}')`,
    ]) {
      await shop.db.exec(change)
      told.push(await seen())
    }
    expect(new Set(told).size).toBe(told.length)
    expect(await seen()).toBe(told.at(-1))
  })
})
