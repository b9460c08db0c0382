import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type BenchCloud, startBenchCloud } from './support/bench-cloud.ts'
import { openClient, workspace } from './support/client.ts'
import { format, note, report, timed } from './support/measure.ts'

interface Page {
  readonly relation: string
  readonly columns: string[]
  readonly data: string
  readonly count: number
  readonly next: string | null
}

/**
 * A first copy of rows of 11 columns, beside the raw limit: the same pages fetched from the same server, and their rows
 * copied into tables without an index.
 */
export async function firstSync(scale: number): Promise<void> {
  const count = Math.round(100_000 * scale)
  const cloud = await startBenchCloud()
  try {
    await cloud.addVersions(count)
    await cloud.sql('analyze')
    const client = await openClient(cloud)
    const { ms } = await timed(() => client.api.sync.now({ workspace }))
    const { rows, proof } = await client.api.sync.status({ workspace })
    await client.close()
    const fetching = await timed(() => allPages(cloud))
    const pages = fetching.value
    const copying = await bareCopy(pages)
    const bytes = pages.reduce((sum, page) => sum + page.data.length, 0)
    report(
      `first sync of ${rows} rows, ${count} of 11 columns`,
      ms,
      { name: 'fetch and bare copy', ms: fetching.ms + copying },
      `${Math.round(rows / (ms / 1_000))} rows/s, ${(bytes / 1e6).toFixed(1)} MB; fetch ${format(fetching.ms)}, copy ${format(copying)}`,
    )
    note('proof of the first copy', `${proof?.equal.length} tables equal, ${proof?.mended.length} mended`)
  } finally {
    await cloud.stop()
  }
}

async function allPages(cloud: BenchCloud): Promise<Page[]> {
  const token = await signedIn(cloud)
  const pages: Page[] = []
  const { relations } = await rpc<{ relations: { relation: string }[] }>(cloud, token, 'console_hello', {})
  for (const { relation } of relations) {
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const asked = { p_relation: relation, p_after: after, p_max_rows: 2_000 }
      const page: Page = await rpc(cloud, token, 'console_snapshot', asked)
      pages.push(page)
      after = page.next
    }
  }
  return pages
}

async function bareCopy(pages: readonly Page[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-copy-'))
  const bare = await PGlite.create({ dataDir: folder })
  const { ms } = await timed(async () => {
    for (const { relation, columns, data, count } of pages) {
      const name = `"${relation}"`
      await bare.exec(`create table if not exists ${name} (${columns.map((column) => `"${column}" text`).join(', ')})`)
      if (count > 0) await bare.query(`copy ${name} from '/dev/blob'`, [], { blob: new Blob([data]) })
    }
  })
  await bare.close()
  rmSync(folder, { recursive: true })
  return ms
}

async function signedIn({ url, key, agent }: BenchCloud): Promise<string> {
  const answer = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: key, 'content-type': 'application/json' },
    body: JSON.stringify({ email: agent.email, password: agent.password }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

async function rpc<T>({ url, key }: BenchCloud, token: string, name: string, args: object): Promise<T> {
  const answer = await fetch(`${url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { apikey: key, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  return (await answer.json()) as T
}
