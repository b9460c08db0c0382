import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportFormat } from '#shared/contract/export.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { unzip } from '#tests/support/unzip.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine

/** More than a JavaScript number holds. */
const BYTES = '9007199254740993'

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  await cloud.sql(`update public.products set description = '=HYPERLINK("http://evil.example")', price = 1234567890.10
    where id = (select id from public.products order by code limit 1)`)
  await cloud.sql(
    `update public.products set description = '' where id = (select id from public.products order by code limit 1 offset 1)`,
  )
  await cloud.sql(
    `update public.products set description = null where id = (select id from public.products order by code limit 1 offset 2)`,
  )
  await cloud.sql(`set session_replication_role = replica`)
  await cloud.sql(
    `update public.document_versions set size_bytes = $1, file_name = E'-1\\t"é",\\n.pdf'
     where id = (select id from public.document_versions order by id limit 1)`,
    [BYTES],
  )
  await cloud.sql(
    `insert into public.events
     select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
     from public.events e cross join generate_series(1, 4)`,
  )
  await cloud.sql(`reset session_replication_role`)
  engine = await openTestEngine()
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  const account = cloud.accounts.find(({ role }) => role === 'agent')
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
  await engine.api.sync.workOffline({ workspace, on: true })
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

async function exported(relation: string, format: ExportFormat, more: object = {}) {
  const id = randomUUID()
  const answer = await engine.api.export.write({ id, workspace, relation: `public.${relation}`, format, ...more })
  const chunks: Buffer[] = []
  for (let [offset, done] = [0, false]; !done; ) {
    const part = await engine.api.export.read({ id, offset })
    chunks.push(Buffer.from(part.base64, 'base64'))
    offset += chunks.at(-1)?.length ?? 0
    done = part.done
  }
  await engine.api.export.drop({ id })
  const bytes = Buffer.concat(chunks)
  expect(bytes.length).toBe(answer.bytes)
  return { ...answer, bytes, text: bytes.toString('utf8') }
}

const csv = (text: string) => Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data
const sql = async <T>(text: string) =>
  (await engine.api.tools.read({ workspace, sql: text, limit: 10_000 })).rows as T[]

test('a CSV file has the rows of the list, in its order, with its columns', async () => {
  const filter = { column: 'status', is: 'one_of' as const, values: ['PENDING', 'APPROVED'] }
  const sort = [{ column: 'created_at', direction: 'desc' as const }]
  const { rows, text } = await exported('documents', 'csv', { filter, sort, columns: ['status', 'id'] })
  const expected = await sql<{ status: string; id: string }>(
    `select status::text, id::text from public.documents where status in ('PENDING', 'APPROVED')
     order by created_at desc, id desc`,
  )
  expect(rows).toBe(expected.length)
  expect(csv(text)).toEqual(expected)
})

test('all of a table comes, however many reads it takes, and each row once', async () => {
  const { rows, text } = await exported('events', 'jsonl')
  const ids = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  const expected = await sql<{ id: string }>('select id::text from public.events order by id')
  expect(expected.length).toBeGreaterThan(500)
  expect(rows).toBe(expected.length)
  expect(ids).toEqual(expected.map(({ id }) => id))
})

test('a text that a spreadsheet would run is made harmless in CSV and in a workbook; numbers below zero stay numbers', async () => {
  const sort = [{ column: 'code', direction: 'asc' as const }]
  const [first] = csv((await exported('products', 'csv', { sort })).text)
  expect(first?.description).toBe(`'=HYPERLINK("http://evil.example")`)
  const book = unzip((await exported('products', 'xlsx', { sort })).bytes)
  const words = Object.values(book).join('')
  expect(words).toContain(`<t>'=HYPERLINK(`)
  expect(words).not.toMatch(/<f>/)
})

test('numbers, times and JSON leave as exactly as they are in the database', async () => {
  const filter = { column: 'size_bytes', is: 'is' as const, value: BYTES }
  const [version] = await sql<{ at: string }>(
    `select to_json(uploaded_at) #>> '{}' as at from public.document_versions where size_bytes = ${BYTES}`,
  )
  const [row] = csv((await exported('document_versions', 'csv', { filter })).text)
  expect(row).toMatchObject({ size_bytes: BYTES, file_name: `'-1\t"é",\n.pdf`, uploaded_at: version?.at })
  const lines = (await exported('document_versions', 'jsonl', { filter })).text
  expect(lines).toContain(`"size_bytes":${BYTES}`)
  expect(lines).toContain(`"uploaded_at":"${version?.at}"`)
  const book = Object.values(unzip((await exported('document_versions', 'xlsx', { filter })).bytes)).join('')
  expect(book).toContain(`>${BYTES}<`)
  expect(book).not.toContain(`<v>${BYTES}<`)
  const price = (await exported('products', 'jsonl')).text
  expect(price).toContain('"price":1234567890.10')
  const [payload] = await sql<{ payload: string }>(`select payload::text from public.events order by id limit 1`)
  const [event] = csv((await exported('events', 'csv', { columns: ['payload'] })).text)
  expect(event?.payload).toBe(payload?.payload)
})

test('nothing and an empty text are told apart in CSV', async () => {
  const sort = [{ column: 'code', direction: 'asc' as const }]
  const { text } = await exported('products', 'csv', { sort, columns: ['description', 'is_active'] })
  const lines = text.split('\r\n')
  expect(lines[2]).toBe('"",true')
  expect(lines[3]).toBe(',true')
})

test('it is the person who exports: rows that they may not see do not come', async () => {
  const [there] = await cloud.sql<{ n: number }>('select count(*)::int as n from public.stripe_events')
  expect(there?.n).toBeGreaterThan(0)
  expect((await exported('stripe_events', 'jsonl')).text).toBe('')
  await expect(exported('tables_that_are_not_there', 'csv')).rejects.toMatchObject({ code: 'not_found' })
})

test('views, which have no keys, come too', async () => {
  const { rows, text } = await exported('suspended_unpaid', 'jsonl')
  const expected = await sql('select * from public.suspended_unpaid')
  expect(expected.length).toBeGreaterThan(0)
  expect(rows).toBe(expected.length)
  expect(text.split('\n').filter(Boolean)).toHaveLength(rows)
})

test('how far it is, is told in rows; one that is dropped ends as cancelled and leaves nothing', async () => {
  engine.events.length = 0
  const id = randomUUID()
  const writing = engine.api.export.write({ id, workspace, relation: 'public.events', format: 'csv' })
  while (!engine.events.some(({ event }) => event === 'exportProgress')) await new Promise(setImmediate)
  const [told] = engine.events.filter((event) => event.event === 'exportProgress')
  const refused = expect(writing).rejects.toMatchObject({ code: 'cancelled' })
  await engine.api.export.drop({ id })
  await refused
  const [{ n } = { n: 0 }] = await sql<{ n: number }>('select count(*)::int as n from public.events')
  expect(told).toMatchObject({ id, total: Number(n) })
  expect(await readdir(join(engine.home, 'exports'))).toEqual([])
  await expect(engine.api.export.read({ id, offset: 0 })).rejects.toMatchObject({ code: 'not_found' })
})

test('a column that is not there, or a filter that does not fit, is refused before anything is written', async () => {
  await expect(exported('products', 'csv', { columns: ['nope'] })).rejects.toMatchObject({
    problem: { field: 'columns' },
  })
  const filter = { column: 'price', is: 'more' as const, value: 'dear' }
  await expect(exported('products', 'csv', { filter })).rejects.toMatchObject({ problem: { field: 'filter' } })
  expect(await readdir(join(engine.home, 'exports'))).toEqual([])
})

test('others are answered while a workbook is put together, and stopping it then leaves nothing', async () => {
  const id = randomUUID()
  const writing = engine.api.export.write({ id, workspace, relation: 'public.events', format: 'xlsx' })
  const { n } = (await sql<{ n: number }>('select count(*)::int as n from public.events'))[0] ?? { n: 0 }
  const isRead = () =>
    engine.events.some((event) => event.event === 'exportProgress' && event.id === id && event.done >= n)
  while (!isRead()) await new Promise(setImmediate)
  const refused = expect(writing).rejects.toMatchObject({ code: 'cancelled' })
  const first = Promise.race([writing, engine.api.workspaces.list({})])
  expect(await first).toEqual([expect.objectContaining({ name: workspace })])
  await engine.api.export.drop({ id })
  await refused
  expect(await readdir(join(engine.home, 'exports'))).toEqual([])
})
