import { openWire } from '#tests/support/counting-wire.ts'
import { type BenchCloud, startBenchCloud } from './support/bench-cloud.ts'
import { openClient, workspace } from './support/client.ts'
import { at, format, median, note, report } from './support/measure.ts'

/** A pull after one change among ever more rows: it costs what one row costs, here, on the wire and on the server. */
export async function oneChange(scale: number): Promise<void> {
  const sizes = [10_000, 100_000, 1_000_000].map((size) => Math.round(size * scale))
  const cloud = await startBenchCloud()
  const wire = await openWire(cloud.url)
  let smallest: number | null = null
  let rows = 0
  try {
    for (const size of sizes) {
      await cloud.addVersions(size - rows)
      rows = size
      await cloud.sql('analyze')
      const client = await openClient(cloud, wire.url)
      await client.api.sync.now({ workspace })
      wire.passed.length = 0
      const ms = await median(15, async (run) => {
        await cloud.sql(
          `update public.document_versions set file_name = $1
           where id = (select id from public.document_versions where file_url like 'bench/%' order by id limit 1)`,
          [`Version ${run}`],
        )
        const { pulledRows } = await client.api.sync.now({ workspace })
        if (pulledRows !== 1) throw new Error(`${pulledRows} rows came instead of one.`)
      })
      const pulls = wire.passed.filter(({ path }) => path.includes('console_pull'))
      const server = at(
        pulls.map((pull) => pull.ms),
        0.5,
      )
      const bytes = at(
        pulls.map((pull) => pull.bytes),
        0.5,
      )
      const limit = smallest === null ? null : { name: `among ${sizes[0]}`, ms: smallest }
      report(`a pull after one change among ${size}`, ms, limit, `server ${format(server)}, ${bytes} bytes`)
      smallest ??= ms
      await client.close()
    }
    note('how the server finds it', await planOf(cloud))
  } finally {
    await wire.close()
    await cloud.stop()
  }
}

async function planOf(cloud: BenchCloud): Promise<string> {
  const [now] = await cloud.sql<{ cursor: string }>('select pg_current_snapshot()::text as cursor')
  await cloud.sql(`update public.profiles set phone = phone where id = (select id from public.profiles limit 1)`)
  const plan = await cloud.sql<{ 'QUERY PLAN': string }>(
    `explain (analyze, buffers) select i.xid, i.relation, i.key from console_sync.row_index i
     where (i.xid, i.relation, i.key) > (pg_snapshot_xmin('${now?.cursor}'::pg_snapshot), '-32768'::smallint, '')
       and not pg_visible_in_snapshot(i.xid, '${now?.cursor}'::pg_snapshot)
     order by i.xid, i.relation, i.key limit 2001`,
  )
  return plan.map((row) => row['QUERY PLAN'].trim()).join('\n    ')
}
