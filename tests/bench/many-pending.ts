import { openWire } from '#tests/support/counting-wire.ts'
import { startBenchCloud } from './support/bench-cloud.ts'
import { approve, openClient, workspace } from './support/client.ts'
import { note, report, spread, timed, waits } from './support/measure.ts'

/**
 * Thousands of decisions wait: what a screen waits for while they are listed, pushed and come home, and how many
 * requests that takes.
 */
export async function manyPending(scale: number): Promise<void> {
  const count = Math.round(10_000 * scale)
  const cloud = await startBenchCloud()
  const wire = await openWire(cloud.url)
  await cloud.addDocuments(count + 500)
  const client = await openClient(cloud, wire.url)
  const { api } = client
  try {
    await api.sync.now({ workspace })
    const saved = spread(await approve(api, count))
    note(`${count} decisions saved`, `p50 ${saved.p50} · p95 ${saved.p95} · longest ${saved.max}`)
    const queue = () => api.review.queue({ workspace, limit: 100 })
    const outbox = () => api.outbox.list({ workspace, limit: 200 })
    const status = () => api.sync.status({ workspace })
    const reads: [string, () => Promise<unknown>][] = [
      ['queue', queue],
      ['outbox', outbox],
      ['status', status],
    ]
    for (const [name, read] of reads) {
      const { ms } = await timed(read)
      const again = await timed(read)
      report(`${name} with ${count} pending`, ms, { name: 'the same again', ms: again.ms })
    }
    wire.passed.length = 0
    const beside = waits(queue)
    const pushing = await timed(() => api.sync.now({ workspace }))
    const waited = spread(await beside.stop())
    report(
      `push of ${count}, and what it made pulled`,
      pushing.ms,
      null,
      `${wire.count('console_push')} pushes, ${wire.count('console_pull')} pulls; ${JSON.stringify(pushing.value)}`,
    )
    const inPush = wire.passed.filter(({ path }) => path.includes('console_push')).reduce((sum, { ms }) => sum + ms, 0)
    note('of which the server, in pushes', `${(inPush / 1_000).toFixed(1)} s`)
    note('a queue page meanwhile', `p50 ${waited.p50} · p95 ${waited.p95} · longest ${waited.max} (${waited.n} reads)`)
  } finally {
    await client.close()
    await wire.close()
    await cloud.stop()
  }
}
