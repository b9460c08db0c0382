import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  const account = cloud.accounts.find(({ role }) => role === 'super_admin')
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
  await engine.api.sync.workOffline({ workspace, on: true })
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

const page = (relation: string, more: object = {}) =>
  engine.api.rows.page({ workspace, relation: `public.${relation}`, limit: 500, ...more })
const sql = async <T>(text: string) => (await engine.api.tools.read({ workspace, sql: text })).rows as T[]

test('the catalogue tells of every table how its columns are shown, and what refers to what', async () => {
  const { relations, functions } = await engine.api.catalogue.get({ workspace })
  const tables = relations.filter(({ kind }) => kind === 'table')
  expect(tables).toHaveLength(21)
  const documents = tables.find(({ relation }) => relation === 'public.documents')
  expect(documents).toMatchObject({ key: ['id'], may: { insert: expect.any(Boolean) } })
  const status = documents?.columns.find(({ name }) => name === 'status')
  expect(status).toMatchObject({ kind: 'enum', values: ['MISSING', 'PENDING', 'APPROVED', 'REJECTED'] })
  const dossier = documents?.columns.find(({ name }) => name === 'dossier_id')
  expect(dossier).toMatchObject({ kind: 'uuid', references: { relation: 'public.dossiers', column: 'id' } })
  const profiles = tables.find(({ relation }) => relation === 'public.profiles')
  expect(profiles?.name).toBe('full_name')
  expect(profiles?.referencedBy.map(({ relation }) => relation)).toContain('public.dossiers')
  expect(functions.map(({ name }) => name)).toContain('review_document')
})

test('a window of any table has its rows in order, whichever end they are read from', async () => {
  const all = await sql<{ id: string }>('select id::text from public.events order by created_at desc, id desc')
  const sort = [{ column: 'created_at', direction: 'desc' as const }]
  for (const offset of [0, 7, all.length - 5, all.length + 3]) {
    const { rows, total, exact } = await page('events', { offset, limit: 10, sort })
    expect(rows.map(({ cells }) => cells.id)).toEqual(all.slice(offset, offset + 10).map(({ id }) => id))
    expect({ total, exact }).toEqual({ total: all.length, exact: true })
  }
})

test('several columns sort together, and rows that are equal by them keep one order', async () => {
  const sort = [
    { column: 'status', direction: 'desc' as const },
    { column: 'created_at', direction: 'asc' as const },
  ]
  const { rows } = await page('dossiers', { sort })
  const expected = await sql<{ id: string }>(
    'select id::text from public.dossiers order by status desc, created_at, id desc',
  )
  expect(rows.map(({ cells }) => cells.id)).toEqual(expected.map(({ id }) => id))
})

test('what refers to another row sorts by its words', async () => {
  const { rows } = await page('dossiers', { sort: [{ column: 'user_id', direction: 'asc' as const }] })
  const expected = await sql<{ id: string }>(
    'select d.id::text from public.dossiers d join public.profiles p on p.id = d.user_id order by p.full_name, d.id',
  )
  expect(rows.map(({ cells }) => cells.id)).toEqual(expected.map(({ id }) => id))
})

const filters: [string, string, Filter, string][] = [
  ['is', 'dossiers', { column: 'status', is: 'is', value: 'NEW' }, `status = 'NEW'`],
  [
    'is not, and unknown is not that either',
    'dossiers',
    { column: 'assigned_to', is: 'is_not', value: 'a0000000-0000-4000-8000-000000000001' },
    `assigned_to is distinct from 'a0000000-0000-4000-8000-000000000001'`,
  ],
  [
    'contains, without accents and case',
    'profiles',
    { column: 'full_name', is: 'contains', value: 'ÉLI' },
    `full_name ~* '[eé]li'`,
  ],
  [
    'one of',
    'documents',
    { column: 'status', is: 'one_of', values: ['APPROVED', 'REJECTED'] },
    `status in ('APPROVED', 'REJECTED')`,
  ],
  [
    'in the last days',
    'events',
    { column: 'created_at', is: 'more', value: { ago: 30, unit: 'days' } },
    `created_at > now() - interval '30 days'`,
  ],
  ['me', 'dossiers', { column: 'assigned_to', is: 'is', value: { me: true } }, 'assigned_to = auth.uid()'],
  ['empty', 'profiles', { column: 'phone', is: 'empty' }, `coalesce(phone, '') = ''`],
  ['between', 'orders', { column: 'amount', is: 'between', value: '100', to: '900' }, 'amount between 100 and 900'],
  [
    'both and either',
    'dossiers',
    {
      any: [
        {
          all: [
            { column: 'status', is: 'is', value: 'NEW' },
            { column: 'assigned_to', is: 'empty' },
          ],
        },
        { column: 'status', is: 'is', value: 'COMPLETED' },
      ],
    },
    `(status = 'NEW' and assigned_to is null) or status = 'COMPLETED'`,
  ],
]

test.each(filters)('a filter finds what it says: %s', async (_, relation, filter, where) => {
  const { rows, total } = await page(relation, { filter })
  const expected = await sql<{ id: string }>(`select id::text from public.${relation} where ${where} order by id`)
  expect(rows.map(({ cells }) => cells.id ?? '').sort()).toEqual(expected.map(({ id }) => id))
  expect(total).toBe(expected.length)
})

test('a filter that does not fit is refused on the filter, in words', async () => {
  const number: Filter = { column: 'amount', is: 'more', value: 'a lot' }
  await expect(page('orders', { filter: number })).rejects.toMatchObject({
    problem: { code: 'bad_request', field: 'filter' },
  })
  const unknown: Filter = { column: 'amount"; drop table orders; --', is: 'empty' }
  await expect(page('orders', { filter: unknown })).rejects.toMatchObject({
    problem: { code: 'bad_request', field: 'filter' },
  })
})

test('foreign keys come with the words of the rows that they point to', async () => {
  const { rows, labels } = await page('dossiers', { limit: 5 })
  for (const { cells } of rows) {
    const [client] = await sql<{ name: string }>(
      `select full_name as name from public.profiles where id = '${cells.user_id}'`,
    )
    expect(labels.user_id?.[cells.user_id ?? '']).toBe(client?.name)
  }
})

test('a record shows every value whole, its related rows by each foreign key, and marks what is pending', async () => {
  const [row] = (await page('profiles', { limit: 1 })).rows
  const key = row?.key ?? ''
  const id = row?.cells.id ?? ''
  const before = await engine.api.record.get({ workspace, relation: 'public.profiles', key })
  expect(before.title).toBe(row?.cells.full_name)
  const dossiers = before.related.find(({ relation }) => relation === 'public.dossiers')
  const [count] = await sql<{ n: number }>(`select count(*)::int as n from public.dossiers where user_id = '${id}'`)
  expect(dossiers?.rows).toBe(count?.n)
  expect((await page('dossiers', { filter: dossiers?.filter })).total).toBe(count?.n)

  await engine.api.entries.submit({
    workspace,
    request: { kind: 'update', relation: 'public.profiles', key: { id }, set: { phone: '+33 1 23 45 67 89' } },
  })
  const after = await engine.api.record.get({ workspace, relation: 'public.profiles', key })
  expect(after.cells.phone).toBe('+33 1 23 45 67 89')
  expect(after.marks.phone).toBe('pending')
  expect(after.marks.full_name).toBeUndefined()
  expect((await page('profiles', { filter: { column: 'id', is: 'is', value: id } })).rows[0]?.mark).toBe('pending')
  const { entries } = await engine.api.record.history({ workspace, relation: 'public.profiles', key })
  expect(entries.map(({ operation }) => operation.kind)).toEqual(['update'])
})

test('what a deletion would take along is counted before, through every cascade', async () => {
  const [product] = await sql<{ id: string }>('select product_id::text as id from public.product_steps limit 1')
  const key = JSON.stringify([product?.id])
  const { consequences } = await engine.api.record.deletion({ workspace, relation: 'public.products', key })
  const [steps] = await sql<{ n: number }>(
    `select count(*)::int as n from public.product_steps where product_id = '${product?.id}'`,
  )
  expect(consequences).toContainEqual({
    relation: 'public.product_steps',
    columns: ['product_id'],
    effect: 'deleted',
    rows: steps?.n,
  })
})

test('one box finds rows of every table by words without accents, by reference and by id', async () => {
  const [client] = await sql<{ id: string; name: string }>(
    `select id::text, full_name as name from public.profiles where full_name ~ '[éèëï]' order by id limit 1`,
  )
  const bare =
    client?.name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toUpperCase() ?? ''
  const byWords = await engine.api.search.everything({ workspace, text: bare })
  expect(byWords.hits[0]).toMatchObject({ relation: 'public.profiles', title: client?.name, found: null })
  const byId = await engine.api.search.everything({ workspace, text: client?.id ?? '' })
  expect(byId.hits.map(({ relation }) => relation)).toEqual(
    expect.arrayContaining(['public.profiles', 'public.dossiers']),
  )
  const [dossier] = await sql<{ reference: string }>('select reference from public.dossiers order by id limit 1')
  const byReference = await engine.api.search.everything({ workspace, text: dossier?.reference ?? '' })
  expect(byReference.hits[0]).toMatchObject({ relation: 'public.dossiers', title: dossier?.reference })
})

test('values and choices are found by their words', async () => {
  const values = await engine.api.rows.values({ workspace, relation: 'public.dossiers', column: 'status' })
  const expected = await sql<{ value: string; rows: number }>(
    'select status::text as value, count(*)::int as rows from public.dossiers group by 1 order by 2 desc, 1',
  )
  expect(values).toEqual(expected.map((row) => ({ ...row, label: null })))
  const [product] = await sql<{ id: string; name: string }>(
    'select id::text, name from public.products order by id limit 1',
  )
  const choices = await engine.api.rows.choices({ workspace, relation: 'public.products', search: product?.name ?? '' })
  expect(choices).toContainEqual({ key: JSON.stringify([product?.id]), value: product?.id, label: product?.name })
})

test('a change of a record is compared with what was seen of it, and one that somebody has overtaken leaves no trace', async () => {
  const submit = (set: Record<string, string | null>, seen: Record<string, string | null>, key: { id: string }) =>
    engine.api.entries.submit({
      workspace,
      request: { kind: 'update', relation: 'public.profiles', key, set },
      seen,
    })
  const [profile] = await sql<{ id: string; phone: string }>(
    'select id::text, phone from public.profiles where phone is not null order by id limit 1',
  )
  if (!profile) throw new Error('Nobody has a telephone.')
  const key = { id: profile.id }
  await expect(submit({ phone: '1' }, { phone: 'as it was' }, key)).rejects.toMatchObject({
    code: 'conflict',
    problem: { reason: 'row.update_update' },
  })
  await expect(submit({ phone: '1' }, { full_name: 'x' }, key)).rejects.toMatchObject({ problem: { field: 'seen' } })
  await expect(
    engine.api.entries.submit({ workspace, request: { kind: 'delete', relation: 'public.profiles', key }, seen: {} }),
  ).rejects.toMatchObject({ code: 'bad_request', problem: { field: 'seen' } })
  expect(await sql(`select phone from public.profiles where id = '${profile.id}'`)).toEqual([{ phone: profile.phone }])
  await submit({ phone: '1' }, { phone: profile.phone }, key)
  expect(await sql(`select phone from public.profiles where id = '${profile.id}'`)).toEqual([{ phone: '1' }])
})
