import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
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

const run = (chart: string) => engine.api.dashboards.run({ workspace, dashboard: 'overview', chart })
const sql = async <T>(text: string) => (await engine.api.tools.read({ workspace, sql: text })).rows as T[]

test('every chart of every dashboard gives the columns that it is drawn from, offline', async () => {
  const dashboards = await engine.api.dashboards.list({ workspace })
  expect(dashboards.length).toBeGreaterThan(0)
  for (const { name: dashboard, charts } of dashboards) {
    for (const { name: chart, x, y } of charts) {
      const { columns } = await engine.api.dashboards.run({ workspace, dashboard, chart })
      const wanted = [...(x === null ? [] : [x]), ...y.map(({ column }) => column)]
      expect(columns, `${dashboard}/${chart}`).toEqual(expect.arrayContaining(wanted))
    }
  }
})

test('a chart is worked out from the rows here: what was just decided counts at once', async () => {
  const before = Number((await run('waiting')).rows[0]?.documents)
  const [document] = await sql<{ id: string; version: string }>(
    `select id::text, current_version_id::text as version from public.documents where status = 'PENDING' order by id limit 1`,
  )
  const args = {
    p_document_id: document?.id ?? '',
    p_version_id: document?.version ?? '',
    p_status: 'APPROVED',
    p_review_id: randomUUID(),
    p_comment: '',
  }
  await engine.api.entries.submit({ workspace, request: { kind: 'call', function: 'review_document', args } })
  expect(Number((await run('waiting')).rows[0]?.documents)).toBe(before - 1)
})

test('exact amounts come as text, and dates as days', async () => {
  const { rows } = await run('revenue-by-month')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    expect(row.month).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(row.paid).toMatch(/^\d+\.\d{2}$/)
  }
})

test('a chart names the tables that change it; behind a view they are not known, and any change may', async () => {
  const [overview] = await engine.api.dashboards.list({ workspace })
  const reads = Object.fromEntries(overview?.charts.map((chart) => [chart.name, chart.reads]) ?? [])
  expect(reads['dossiers-by-status']).toEqual(['public.dossiers'])
  expect(reads.unpaid).toBeNull()
})

test('the parts of a chart lead to just the rows that it counted', async () => {
  const [overview] = await engine.api.dashboards.list({ workspace })
  const chart = overview?.charts.find(({ name }) => name === 'dossiers-by-status')
  for (const row of (await run('dossiers-by-status')).rows) {
    const filter = { column: chart?.rows?.column ?? '', is: 'is' as const, value: row[chart?.x ?? ''] ?? '' }
    const { total } = await engine.api.rows.count({ workspace, relation: chart?.rows?.relation ?? '', filter })
    expect(total).toBe(Number(row.dossiers))
  }
})

test('a chart that is not there is refused', async () => {
  await expect(run('nothing')).rejects.toMatchObject({ code: 'not_found' })
})
