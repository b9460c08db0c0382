import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines } from './engines.ts'
import { hello, proof, pull, rows, snapshot } from './rpc.ts'
import { openShop, type Shop } from './shop.ts'

const relation = 'public.visits'
const columns = ['id', 'page', 'at', 'day']
const since = (from: string, by = 'at') => ({ by, from, days: 1 })
const MARCH = since('2026-03-01T00:00:00.000Z')
const NONE = { none: true }

describe.each(engines)('scope on %s', (_name, open) => {
  let shop: Shop
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    shop = await openShop(open)
    await shop.db.exec(`
      create table public.visits (id uuid primary key, page text not null, at timestamptz, day date, hour timestamp);
      alter table public.visits enable row level security;
      create policy staff on public.visits for select to authenticated using (page <> 'hidden');
      grant all on public.visits to authenticated;
      select console_sync.track_all()`)
    for (const [page, at] of [
      ['january', '2026-01-10'],
      ['february', '2026-02-10'],
      ['march', '2026-03-10'],
      ['undated', null],
      ['hidden', '2026-03-11'],
    ] as const) {
      ids[page] = randomUUID()
      await shop.db.query(
        'insert into public.visits values ($1, $2, $3::timestamptz, $3::timestamptz::date, $3::timestamptz::timestamp)',
        [ids[page], page, at],
      )
    }
  })
  afterAll(() => shop.db.close())

  const key = (page: string) => `["${ids[page]}"]`
  const pages = ({ data }: { data: string }) =>
    data
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t')[1])
      .sort()
  const copied = async (part: object) => pages(await snapshot(shop.db, shop.agent, relation, null, 100, part))

  test('only what is kept is copied, by each kind of date, and rows without one too', async () => {
    for (const by of ['at', 'day', 'hour']) {
      expect(await copied({ kept: since('2026-02-01T00:00:00.000Z', by) })).toEqual(['february', 'march', 'undated'])
    }
    expect(await copied({ kept: NONE })).toEqual([])
    expect(await copied({})).toEqual(['february', 'january', 'march', 'undated'])
  })

  test('of what is to be kept besides, only the missing part is copied', async () => {
    const february = since('2026-02-01T00:00:00.000Z')
    expect(await copied({ kept: february, held: MARCH })).toEqual(['february'])
    expect(await copied({ kept: null, held: MARCH })).toEqual(['february', 'january'])
    expect(await copied({ kept: MARCH, held: february })).toEqual([])
  })

  test('a change outside of what is kept travels as its key, a row that leaves it too, and one that enters it whole', async () => {
    const { cursor } = await hello(shop.db, shop.agent)
    await shop.db.query(`update public.visits set page = 'january', hour = now() where id = $1`, [ids.january])
    await shop.db.query(`update public.visits set at = '2026-01-01' where id = $1`, [ids.march])
    await shop.db.query(`update public.visits set at = '2026-04-01' where id = $1`, [ids.february])
    await shop.db.query(`delete from public.visits where id = $1`, [ids.undated])
    const page = await pull(shop.db, shop.agent, cursor, null, 100, { [relation]: MARCH })
    expect(page.changed.map(pages)).toEqual([['february']])
    expect(page.outside).toEqual([{ relation, keys: [key('january'), key('march')].sort() }])
    expect(page.gone).toEqual([{ relation, keys: [key('undated')] }])
    expect(await pull(shop.db, shop.agent, cursor, null, 100)).toMatchObject({ outside: [] })
    await shop.db.query(`update public.visits set at = day where id in ($1, $2)`, [ids.march, ids.february])
    await shop.db.query(`insert into public.visits (id, page) values ($1, 'undated')`, [ids.undated])
  })

  test('a pull carries no more data for changes outside of what is kept, however wide they are', async () => {
    const wide = 'x'.repeat(5_000)
    const { cursor } = await hello(shop.db, shop.agent)
    await shop.db.query(`update public.visits set page = $2 where id = $1`, [ids.january, wide])
    const page = await pull(shop.db, shop.agent, cursor, null, 100, { [relation]: MARCH })
    expect(page.changed).toEqual([])
    expect(JSON.stringify(page).length).toBeLessThan(1_000)
    await shop.db.query(`update public.visits set page = 'january' where id = $1`, [ids.january])
  })

  test('a hidden row is gone, not outside: its key tells no more than before', async () => {
    const { cursor } = await hello(shop.db, shop.agent)
    await shop.db.query(`update public.visits set hour = now() where id = $1`, [ids.hidden])
    const page = await pull(shop.db, shop.agent, cursor, null, 100, { [relation]: NONE })
    expect(page).toMatchObject({ outside: [], gone: [{ relation, keys: [key('hidden')] }] })
  })

  test('the proof counts and hashes what is kept', async () => {
    const of = (kept: object | null) => proof(shop.db, shop.agent, relation, columns, kept)
    expect(await of(MARCH)).toMatchObject({ count: 2 })
    expect(await of(NONE)).toMatchObject({ count: 0, hash: '0' })
    expect(await of(null)).toMatchObject({ count: 4 })
  })

  test('rows are answered by their keys and by a value, page by page, as the person sees them', async () => {
    const asked = await rows(shop.db, shop.agent, relation, { keys: ['march', 'hidden'].map(key) })
    expect(pages(asked)).toEqual(['march'])
    expect(asked.gone).toEqual([key('hidden')])
    const none = await rows(shop.db, shop.agent, relation, { keys: [key('hidden')] })
    expect(none).toMatchObject({ count: 0, data: '', columns: asked.columns, gone: [key('hidden')] })
    for (let n = 0; n < 3; n += 1) {
      await shop.db.query(`insert into public.visits (id, page) values ($1, 'again')`, [randomUUID()])
    }
    const by = (after: string | null) =>
      rows(shop.db, shop.agent, relation, { column: 'page', value: 'again' }, after, 2)
    const first = await by(null)
    const second = await by(first.next)
    expect([first.count, second.count, second.next]).toEqual([2, 1, null])
    await shop.db.exec(`delete from public.visits where page = 'again'`)
  })

  test('a column that is none, is no date, or holds code, and a moment that is none, are refused', async () => {
    const refusal = (kept: object) => snapshot(shop.db, shop.agent, relation, null, 1, { kept })
    for (const by of ['nothing', 'page', 'at" is null) or ("at']) {
      await expect(refusal(since('2026-03-01T00:00:00Z', by))).rejects.toMatchObject({
        code: 'OP400',
        detail: expect.stringContaining('scope.no_such_time'),
      })
    }
    for (const from of ['yesterdayish', `2026-01-01'; drop table public.visits; --`]) {
      await expect(refusal(since(from))).rejects.toMatchObject({
        code: 'OP400',
        detail: expect.stringContaining('scope.no_moment'),
      })
    }
    await expect(rows(shop.db, shop.agent, relation, { column: 'no', value: '1' })).rejects.toMatchObject({
      code: 'OP400',
    })
    await expect(rows(shop.db, shop.customer, relation, { keys: [] })).rejects.toMatchObject({ code: '42501' })
  })
})
