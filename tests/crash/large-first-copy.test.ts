import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TABLES_AHEAD } from '#main/sync/first-copy.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openWire, type Wire } from '#tests/support/counting-wire.ts'
import { answersOf, type Call, joining, newHome, runConsole } from './support/console.ts'

const ROWS = 30_000
const PAGE_ROWS = 2_000

let cloud: TestCloud
let wire: Wire
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  wire = await openWire(cloud.url)
  await cloud.sql(
    `insert into public.events (event_type, entity_type, entity_id, actor_type, payload)
     select 'MESSAGE_SENT', 'messages', gen_random_uuid(), 'SYSTEM', jsonb_build_object('place', i)
     from generate_series(1, $1::int) i`,
    [ROWS],
  )
})
afterAll(async () => {
  await wire.close()
  await cloud.stop()
})

test('a first copy of 30 000 rows that is killed five times goes on where it was, and is proved afterwards', {
  timeout: 600_000,
}, async () => {
  const home = newHome()
  const join = joining({ ...cloud, url: wire.url })
  for (const page of [3, 12, 5, 1, 6]) {
    const calls: Call[] = page === 3 ? [...join, ['sync.now']] : [['sync.now']]
    expect((await runConsole(home, calls, `snapshot.page:${page}`)).signal).toBe('SIGKILL')
  }
  const [, status] = await answersOf(home, ['sync.now'], ['sync.status'])
  const fetched = wire.count('console_snapshot')
  const tables = await cloud.sql<{ rows: number }>(
    `select (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', r.source), false, true, '')))[1]::text::int as rows
     from console_sync.relations r`,
  )
  const pages = tables.reduce((sum, { rows }) => sum + Math.max(1, Math.ceil(rows / PAGE_ROWS)), 0)
  // The pages that were on their way when the process died, each time.
  expect(fetched).toBeLessThanOrEqual(pages + 5 * (1 + TABLES_AHEAD))
  expect(fetched).toBeGreaterThan(ROWS / PAGE_ROWS)
  expect(status).toMatchObject({ ready: true, proof: { mended: [], busy: [] } })
  expect(status.rows).toBeGreaterThanOrEqual(ROWS)
  // It makes a second copy to compare with, so it comes after the counting.
  const [doctor] = await answersOf(home, ['tools.doctor'])
  expect(doctor).toMatchObject({ sound: true })
  rmSync(home, { recursive: true })
})
