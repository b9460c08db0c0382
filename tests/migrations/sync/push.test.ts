import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { entryOf, hello, pull, push, send, sendOne } from './rpc.ts'
import { openShop, type Shop } from './shop.ts'

/** Entries in one push, each of which stands on the one before. */
const QUEUE = 200

interface Pushed {
  readonly answer: {
    readonly receipts: { readonly outcome: string; readonly reason?: { readonly sqlstate: string } }[]
  }
}

describe.each(engines)('push on %s', (_name, open) => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop(open)
  })
  afterAll(() => shop.db.close())

  const product = async (id: string) => (await shop.db.query('select * from public.products where id = $1', [id]))[0]
  const insert = (values: Record<string, string | number | null>) =>
    ({ kind: 'insert', relation: 'public.products', values }) as const

  test('an insert, an update, a deletion and a call land as they were decided', async () => {
    const [kept, deleted] = [randomUUID(), randomUUID()]
    const receipts = await send(
      shop.db,
      shop.agent,
      insert({ id: kept, name: 'Chair', price: '12345678901.25', stock: 5 }),
      insert({ id: deleted, name: 'Wardrobe' }),
      {
        kind: 'update',
        relation: 'public.products',
        key: { id: kept },
        set: { name: 'Stool' },
        base: '{"name": "Chair"}',
      },
      {
        kind: 'delete',
        relation: 'public.products',
        key: { id: deleted },
        base: '{"name": "Wardrobe", "price": 0.00}',
      },
      { kind: 'call', function: 'sell', args: { p_product: kept, p_count: 2, p_seen_stock: 5 } },
    )
    expect(receipts.map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'))
    expect(receipts[4]).toMatchObject({ merged: false, result: { left: 3 } })
    expect(await product(kept)).toMatchObject({ name: 'Stool', price: '12345678901.25', stock: 3, sold: '2' })
    expect(await product(deleted)).toBeUndefined()
  })

  test('a receipt names the transaction, and the cut that holds its rows sees it', async () => {
    const { cursor } = await hello(shop.db, shop.agent)
    const receipt = await sendOne(shop.db, shop.agent, insert({ name: 'Table' }))
    if (receipt.outcome !== 'applied') throw new Error(receipt.outcome)
    const page = await pull(shop.db, shop.agent, cursor)
    expect(page.changed.map(({ relation, count }) => [relation, count])).toEqual([['public.products', 1]])
    const [seen] = await shop.db.query<{ before: boolean; after: boolean }>(
      'select pg_visible_in_snapshot($1::xid8, $2::pg_snapshot) as before, pg_visible_in_snapshot($1::xid8, $3::pg_snapshot) as after',
      [receipt.xid, cursor, page.cursor],
    )
    expect(seen).toEqual({ before: false, after: true })
  })

  test('an entry that can not be done stops none of the others and leaves nothing behind', async () => {
    const good = [randomUUID(), randomUUID()]
    const receipts = await send(
      shop.db,
      shop.agent,
      insert({ id: good[0] ?? '', name: 'First' }),
      insert({ name: 'Bad', stock: -1 }),
      { kind: 'call', function: 'sell', args: { p_product: good[0] ?? '', p_count: 0, p_seen_stock: 0 } },
      insert({ id: good[1] ?? '', name: 'Last' }),
    )
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['applied', 'rejected', 'rejected', 'applied'])
    expect([await product(good[0] ?? ''), await product(good[1] ?? '')]).toMatchObject([
      { name: 'First' },
      { name: 'Last' },
    ])
    expect(await shop.db.query(`select from public.products where name = 'Bad'`)).toEqual([])
  })

  test('an entry is held while one that it depends on is refused or unknown, and lands once that has landed', async () => {
    const parent = randomUUID()
    const first = entryOf(shop.agent, insert({ id: parent, name: 'Parent', stock: -1 }))
    const second = entryOf(shop.agent, insert({ name: 'Child' }), { dependsOn: [first.id] })
    const third = entryOf(shop.agent, insert({ name: 'Grandchild' }), { dependsOn: [second.id] })
    const answer = await push(shop.db, shop.agent, [first, second, third])
    expect(answer.receipts.slice(1)).toEqual([
      { id: second.id, outcome: 'held', on: first.id },
      { id: third.id, outcome: 'held', on: second.id },
    ])
    const repaired = entryOf(shop.agent, insert({ id: parent, name: 'Parent', stock: 1 }))
    const again = await push(shop.db, shop.agent, [repaired, { ...second, dependsOn: [repaired.id] }, third])
    expect(again.receipts.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied'])
  })

  test('what is held leaves no receipt: under the same number it may come again as another decision', async () => {
    const refused = entryOf(shop.agent, insert({ name: 'Refused', stock: -1 }))
    const held = entryOf(shop.agent, insert({ name: 'Held' }), { dependsOn: [refused.id] })
    await push(shop.db, shop.agent, [refused, held])
    expect(
      await shop.db.query('select id, outcome ->> $2 as outcome from console_sync.receipts where id = any ($1)', [
        [refused.id, held.id],
        'outcome',
      ]),
    ).toEqual([{ id: refused.id, outcome: 'rejected' }])
  })

  test('rows of other tables, and with other columns, may follow each other in any order', async () => {
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()]
    const text = { kind: 'insert', relation: 'public.logbook', values: { id: randomUUID(), text: 'between' } } as const
    const receipts = await send(
      shop.db,
      shop.agent,
      insert({ id: one, name: 'One' }),
      insert({ id: two, name: 'Two', stock: 2 }),
      insert({ id: randomUUID(), colour: 'none' }),
      text,
      insert({ id: three, name: 'Three', stock: 3 }),
      insert({ id: randomUUID(), name: 'Four', stock: -4 }),
    )
    expect(receipts.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'rejected',
      'applied',
      'applied',
      'rejected',
    ])
    expect([await product(one), await product(two), await product(three)]).toMatchObject([
      { name: 'One', stock: 0 },
      { name: 'Two', stock: 2 },
      { name: 'Three', stock: 3 },
    ])
  })

  test('what is no list, is too long, or names an entry twice or not at all, is refused as a whole', async () => {
    const refusal = { code: 'OP400', detail: expect.stringContaining('push.bad_entries') }
    const nameless = { ...entryOf(shop.agent, insert({ name: 'Nameless' })), id: null }
    const many = Array.from({ length: 2_001 }, () => ({ ...nameless, id: randomUUID() }))
    for (const sent of [{}, 'entries', null, [nameless], many]) {
      const pushed = shop.db.as(shop.agent, (query) =>
        query('select public.console_push($1::jsonb)', [JSON.stringify(sent)]),
      )
      await expect(pushed).rejects.toMatchObject(refusal)
    }
    const [once, twice] = [
      entryOf(shop.agent, insert({ name: 'Once' })),
      entryOf(shop.agent, insert({ name: 'Twice' })),
    ]
    await expect(push(shop.db, shop.agent, [once, twice, twice])).rejects.toMatchObject(refusal)
    expect(await shop.db.query(`select from public.products where name in ('Once', 'Twice')`)).toEqual([])
  })

  test('a long queue reads each receipt it needs, not all receipts for each entry', async () => {
    await shop.db.exec('analyze console_sync.receipts')
    const id = randomUUID()
    const entries = [entryOf(shop.agent, insert({ id, name: '0' }))]
    for (let at = 1; at < QUEUE; at += 1) {
      const [set, base] = [{ name: `${at}` }, JSON.stringify({ name: `${at - 1}` })]
      const operation = { kind: 'update', relation: 'public.products', key: { id }, set, base } as const
      entries.push(entryOf(shop.agent, operation, { dependsOn: [entries.at(-1)?.id ?? ''] }))
    }
    const read = await shop.db.as(shop.agent, async (query) => {
      const [pushed] = await query<{ applied: number }>(
        `select jsonb_array_length(jsonb_path_query_array(public.console_push($1::jsonb), '$.receipts[*] ? (@.outcome == "applied")')) as applied`,
        [JSON.stringify(entries)],
      )
      expect(pushed?.applied).toBe(QUEUE)
      return query<{ rows: number }>(
        `select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_all_tables
         where relid = 'console_sync.receipts'::regclass`,
      )
    })
    expect(read[0]?.rows).toBeGreaterThan(QUEUE)
    expect(read[0]?.rows).toBeLessThan(4 * QUEUE)
  })

  test('what is deferred to the end of the transaction is checked for each entry on its own', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    const link = (id: string, next: string | null) =>
      ({ kind: 'insert', relation: 'public.links', values: { id, next } }) as const
    const receipts = await send(shop.db, shop.agent, link(randomUUID(), randomUUID()), link(one, one), link(two, one))
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['conflict', 'applied', 'applied'])
  })

  test('also where nothing moved in between, and after one that was undone', async () => {
    const link = () =>
      ({ kind: 'insert', relation: 'public.links', values: { id: randomUUID(), next: randomUUID() } }) as const
    const end = { kind: 'insert', relation: 'public.links', values: { id: randomUUID(), next: null } } as const
    const receipts = await send(shop.db, shop.agent, end, insert({ name: 'Between' }), link(), link(), end, link())
    expect(receipts.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'conflict',
      'conflict',
      'conflict',
      'conflict',
    ])
  })

  test('of many rows of one shape each has its own answer, and the session keeps nothing of them', async () => {
    const ids = Array.from({ length: 8 }, () => randomUUID())
    const shapes = [
      ...ids.map((id, at) => insert({ id, name: `Row ${at}`, code: `row ${at}` })),
      insert({ id: randomUUID(), name: 'Again', code: 'row 3' }),
      insert({ id: randomUUID(), name: 'forbidden', code: 'row 8' }),
      insert({ id: randomUUID(), name: 'None', code: 'row 9', stock: -1 }),
      insert({ id: randomUUID(), name: 'None', code: 'row 9', stock: -2 }),
      insert({ id: randomUUID(), name: 'Last', code: 'row 10', stock: 1 }),
      insert({ id: randomUUID(), name: 'Last', code: 'row 10b', stock: 2 }),
      insert({ id: randomUUID(), name: 'Last', code: 'row 11' }),
      insert({ id: randomUUID(), name: 'Last', code: 'row 12' }),
    ]
    const entries = shapes.map((operation) => entryOf(shop.agent, operation))
    const [pushed, kept] = await shop.db.as(shop.agent, async (query) => {
      const push = 'select public.console_push($1::jsonb) as answer'
      const [first] = await query<Pushed>(push, [JSON.stringify(entries)])
      // In the same transaction, in which settings still stand.
      const more = ['row 13', 'row 14'].map((code) => insert({ id: randomUUID(), name: 'More', code }))
      const [second] = await query<Pushed>(push, [JSON.stringify(more.map((one) => entryOf(shop.agent, one)))])
      const prepared = await query(`select name from pg_prepared_statements where name like 'console%'`)
      return [[...(first?.answer.receipts ?? []), ...(second?.answer.receipts ?? [])], prepared]
    })
    expect(pushed.map(({ outcome, reason }) => reason?.sqlstate ?? outcome)).toEqual([
      ...Array(8).fill('applied'),
      'conflict',
      '42501',
      '23514',
      '23514',
      ...Array(6).fill('applied'),
    ])
    expect(kept).toEqual([])
    const rows = await shop.db.query<{ name: string }>(
      'select name from public.products where id = any ($1) order by code',
      [ids],
    )
    expect(rows.map(({ name }) => name)).toEqual(ids.map((_, at) => `Row ${at}`))
    const [counted] = await shop.db.query(`select stock from public.products where code = 'row 10b'`)
    expect(counted).toEqual({ stock: 2 })
  })

  test('rows that a trigger swallows, or a rule leads elsewhere, are told from rows that are there', async () => {
    await shop.db.exec(`
      create table public.letters (id uuid primary key, text text);
      create function public.swallow() returns trigger language plpgsql as $$
        begin return case when new.text = 'none' then null else new end; end $$;
      create trigger swallow before insert on public.letters for each row execute function public.swallow();
      create table public.parcels (id uuid primary key, text text);
      create rule parcels_to_letters as on insert to public.parcels do instead insert into public.letters values (new.*);
      grant all on public.letters, public.parcels to authenticated;
      select console_sync.track_all()`)
    const to = (relation: string, text: string) =>
      ({ kind: 'insert', relation, values: { id: randomUUID(), text } }) as const
    const letters = ['one', 'two', 'none', 'three', 'none'].map((text) => to('public.letters', text))
    const parcels = ['four', 'five', 'six'].map((text) => to('public.parcels', text))
    const receipts = await send(shop.db, shop.agent, ...letters, ...parcels)
    expect(receipts.map(({ outcome }) => outcome)).toEqual([
      'applied',
      'applied',
      'rejected',
      'applied',
      'rejected',
      ...Array(3).fill('applied'),
    ])
    const texts = await shop.db.query<{ text: string }>('select text from public.letters order by text')
    expect(texts.map(({ text }) => text)).toEqual(['five', 'four', 'one', 'six', 'three', 'two'])
  })

  test('a row that its author may not read afterwards can still be written', async () => {
    const receipt = await sendOne(shop.db, shop.agent, {
      kind: 'insert',
      relation: 'public.logbook',
      values: { id: randomUUID(), text: 'seen by nobody' },
    })
    expect(receipt.outcome).toBe('applied')
  })

  test('nobody sends another person’s decisions, and nobody sends any who is no staff', async () => {
    const foreign = entryOf(shop.boss, insert({ name: 'Foreign' }))
    await expect(
      push(shop.db, shop.agent, [entryOf(shop.agent, insert({ name: 'Own' })), foreign]),
    ).rejects.toMatchObject({
      code: '42501',
      detail: expect.stringContaining('other_person'),
    })
    await expect(
      push(shop.db, shop.customer, [entryOf(shop.customer, insert({ name: 'Mine' }))]),
    ).rejects.toMatchObject({
      code: '42501',
      detail: expect.stringContaining('not_staff'),
    })
    await expect(push(shop.db, 'anon', [])).rejects.toMatchObject({ code: '42501' })
    expect(await shop.db.query(`select from public.products where name in ('Own', 'Foreign', 'Mine')`)).toEqual([])
  })
})
