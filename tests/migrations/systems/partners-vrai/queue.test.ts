import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { databases } from './databases.ts'
import { addProduct } from './dossier.ts'

const waiting = 100_000

/** 10 000 dossiers with 10 waiting documents each, loaded as a copy of the server is: without triggers. */
const load = `
  set session_replication_role = replica;
  insert into auth.users (id, email) select md5('u' || n)::uuid, n || '@example.com' from generate_series(1, 1000) n;
  insert into profiles (id, email, full_name, status)
    select md5('u' || n)::uuid, n || '@example.com', 'Client ' || n, 'ACTIVE' from generate_series(1, 1000) n;
  insert into dossiers (id, reference, user_id, product_id, type, status)
    select md5('d' || n)::uuid, 'D-2025-' || lpad(n::text, 5, '0'), md5('u' || (n % 1000 + 1))::uuid, p.id,
      'LLC_FORMATION', 'UNDER_REVIEW' from generate_series(1, ${waiting / 10}) n, products p;
  insert into documents (id, dossier_id, document_type_id, status, current_version_id, waiting_since)
    select md5('c' || n)::uuid, md5('d' || (n % ${waiting / 10} + 1))::uuid, t.id, 'PENDING', md5('v' || n)::uuid,
      timestamptz '2025-01-01Z' + (n * 7919 % ${waiting}) * interval '1 minute'
    from generate_series(1, ${waiting}) n, (select id from document_types order by id limit 1) t;
  insert into document_versions (id, document_id, version, file_url, file_name, mime_type, size_bytes, sha256,
      uploaded_by_type, uploaded_at)
    select current_version_id, id, 1, dossier_id || '/x', 'x.pdf', 'application/pdf', 1, repeat('0', 64), 'SYSTEM',
      waiting_since from documents;
  set session_replication_role = default;
  analyze`

const page = `select * from pending_reviews order by waiting_since, document_id limit 100`
const nextPage = `select * from pending_reviews
  where (waiting_since, document_id) > ('2025-02-15Z', '80000000-0000-0000-0000-000000000000')
  order by waiting_since, document_id limit 100`

describe.each(databases)('the review queue with 100 000 waiting documents on $engine', ({ open }) => {
  let db: TestDatabase
  let agent: TestPerson

  beforeAll(async () => {
    db = await open()
    await addProduct(db)
    agent = await addPerson(db, 'agent')
    await db.exec(load)
  })
  afterAll(() => db?.close())

  test('comes oldest first, and whole', async () => {
    const rows = await db.as(agent, (query) => query<{ waiting_since: Date }>(page))
    expect(rows).toHaveLength(100)
    const times = rows.map((row) => row.waiting_since.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(await db.as(agent, (query) => query('select count(*)::int as n from pending_reviews'))).toEqual([
      { n: waiting },
    ])
  })

  test('is estimated by the planner as it is, with the policies of staff', async () => {
    const plan = await db.as(agent, (query) =>
      query<Record<string, [{ Plan: PlanNode }]>>('explain (format json) select * from pending_reviews'),
    )
    expect(plan[0]?.['QUERY PLAN']?.[0].Plan['Plan Rows']).toBeGreaterThan(0.9 * waiting)
  })

  test.each([
    ['first', page],
    ['deep', nextPage],
  ])('gives its %s page from the index that holds the order, reading little more than the page', async (_name, sql) => {
    const plan = await db.as(agent, (query) =>
      query<Record<string, [{ Plan: PlanNode; 'Execution Time': number }]>>(`explain (analyze, format json) ${sql}`),
    )
    const root = plan[0]?.['QUERY PLAN']?.[0]
    const nodes = root ? flatten(root.Plan) : []
    expect(nodes.map((node) => node['Index Name'])).toContain('documents_waiting_idx')
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Sort')
    for (const node of nodes) expect(node['Actual Rows'] * node['Actual Loops']).toBeLessThanOrEqual(1_000)
    expect(root?.['Execution Time']).toBeLessThan(250)
  })
})

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Plan Rows': number
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly Plans?: readonly PlanNode[]
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)]
}
