import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Journal } from '#main/journal/journal.ts'
import type { TestEngine } from '#tests/support/engine.ts'
import { startBenchCloud } from './support/bench-cloud.ts'
import { approve, openClient, workspace } from './support/client.ts'
import { median, report, spread, timed } from './support/measure.ts'

/** What a person at the review desk waits for, with a long queue: a page, "saved", the start; and a large pull. */
export async function desk(scale: number): Promise<void> {
  const queue = Math.max(1_000, Math.round(100_000 * scale))
  const cloud = await startBenchCloud()
  try {
    const client = await openClient(cloud)
    await client.api.sync.now({ workspace })
    await cloud.addDocuments(queue)
    const { ms, value } = await timed(() => client.api.sync.now({ workspace }))
    const speed = `${Math.round(value.pulledRows / (ms / 1_000))} rows/s`
    report(`a pull of ${value.pulledRows} changed rows`, ms, null, speed)
    await queuePage(client)
    await saved(client)
    const start = await median(3, async () => {
      await client.restart()
      await client.api.review.queue({ workspace, limit: 100 })
    })
    report('from a closed engine to a usable queue', start, null)
    await client.close()
  } finally {
    await cloud.stop()
  }
}

async function queuePage({ api }: TestEngine): Promise<void> {
  const bare = await median(21, () =>
    api.tools.read({
      workspace,
      sql: `select d.id, t.label, p.full_name, o.reference, d.waiting_since, v.version
        from documents d join document_versions v on v.id = d.current_version_id
        join document_types t on t.id = d.document_type_id join dossiers o on o.id = d.dossier_id
        join profiles p on p.id = o.user_id
        where d.status = 'PENDING' order by d.waiting_since, d.id limit 100`,
    }),
  )
  const { total } = await api.review.queue({ workspace, limit: 100 })
  for (const offset of [0, Math.floor(total / 100), Math.floor(total * 0.9)]) {
    const page = await median(21, () => api.review.queue({ workspace, limit: 100, offset }))
    report(`queue page of 100 at ${offset} of ${total}`, page, { name: 'bare query of the first page', ms: bare })
  }
}

async function saved({ api }: TestEngine): Promise<void> {
  const took = await approve(api, 200)
  const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-fsync-'))
  const journal = Journal.open(join(folder, 'journal.db'))
  const [sample] = (await api.outbox.list({ workspace, limit: 1 })).entries
  if (sample === undefined) throw new Error('The outbox is empty.')
  const { person, device, madeAt, operation, subject } = sample
  const append = await median(41, () =>
    journal.append({ id: crypto.randomUUID(), person, device, madeAt, operation, subject, dependsOn: [] }),
  )
  journal.close()
  const file = openSync(join(folder, 'bare'), 'w')
  const fsync = await median(41, () => {
    writeSync(file, 'x'.repeat(500))
    fsyncSync(file)
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  const { p50, p95, max } = spread(took)
  const limit = { name: 'a bare fsynced write', ms: fsync }
  const middle = took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0
  report('"saved": a review, run here and journalled', middle, limit, `p50 ${p50} · p95 ${p95} · longest ${max}`)
  report('of which the journal', append, limit)
}
