import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { openCluster } from '#tests/support/cluster.ts'

const PROCESS = fileURLToPath(new URL('./cloud-process.ts', import.meta.url))

const told = z.object({
  url: z.string(),
  key: z.string(),
  accounts: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
})

export interface Account {
  readonly email: string
  readonly password: string
}

/** A demo cloud over a real Postgres, each in a process of its own, filled by plain SQL with as much as is measured. */
export interface BenchCloud {
  readonly url: string
  readonly key: string
  /** Where Postgres itself is. */
  readonly databaseUrl: string
  readonly agent: Account
  readonly superAdmin: Account
  sql<T>(text: string, params?: readonly unknown[]): Promise<T[]>
  /** Adds waiting documents, each with one version; the product's own trigger adds an event. */
  addDocuments(count: number): Promise<void>
  /** Adds rows of 11 columns: old versions, by the thousand to each of some documents, past the product's triggers. */
  addVersions(count: number): Promise<void>
  stop(): Promise<void>
}

export async function startBenchCloud(): Promise<BenchCloud> {
  const cluster = await openCluster()
  const child = spawn(process.execPath, [PROCESS, cluster.url], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  const { url, key, accounts } = told.parse(JSON.parse(String(line)))
  const pool = new pg.Pool({ connectionString: cluster.url, max: 4 })
  // Postgres goes first when a run is broken off; what the pool has to say about it helps nobody.
  pool.on('error', () => undefined)
  const account = (wanted: string) => {
    const found = accounts.find(({ role }) => role === wanted)
    if (found === undefined) throw new Error(`There is no ${wanted}.`)
    return found
  }
  let documents = 0
  let versions = 0
  return {
    url,
    key,
    agent: account('agent'),
    superAdmin: account('super_admin'),
    databaseUrl: cluster.url,
    sql: async <T>(text: string, params: readonly unknown[] = []) => (await pool.query(text, [...params])).rows as T[],
    addDocuments: async (count) => {
      await pool.query(DOCUMENTS, [documents + 1, documents + count])
      documents += count
    },
    addVersions: async (count) => {
      for (let left = count; left > 0; left -= A_TIME) {
        const to = versions + Math.min(left, A_TIME)
        await pool.query(
          `begin; set local session_replication_role = replica; ${versionsSql(versions + 1, to)}; commit`,
        )
        versions = to
      }
    },
    stop: async () => {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
      await pool.end()
      await cluster.stop()
    },
  }
}

const DOCUMENTS = `
  with place as (
    select d.id as dossier_id, d.user_id, row_number() over (order by d.id) - 1 as at, count(*) over () as n from public.dossiers d
  ), kind as (
    select t.id, row_number() over (order by t.id) - 1 as at, count(*) over () as n from public.document_types t
  ), made as (
    select i, gen_random_uuid() as id, gen_random_uuid() as version_id, place.dossier_id, place.user_id, kind.id as kind_id,
      now() - make_interval(secs => i) as at
    from generate_series($1::int, $2::int) i
    join place on place.at = i % place.n
    join kind on kind.at = i % kind.n
  ), documents as (
    insert into public.documents (id, dossier_id, document_type_id, status, current_version_id, waiting_since)
    select id, dossier_id, kind_id, 'PENDING', version_id, at from made
  )
  insert into public.document_versions
    (id, document_id, version, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id, uploaded_at)
  select version_id, id, 1, 'bench/' || id || '.pdf', 'Document ' || i || '.pdf', 'application/pdf', 200000,
    encode(sha256(id::text::bytea), 'hex'), 'USER', user_id, at
  from made`

/** Rows of one statement. */
const A_TIME = 100_000

const versionsSql = (from: number, to: number) => `
  insert into public.document_versions
    (id, document_id, version, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id, uploaded_at)
  select gen_random_uuid(), place.id, 1000 + i / place.n, 'bench/' || i || '.pdf', 'Version ' || i || '.pdf', 'application/pdf',
    200000 + i, encode(sha256(i::text::bytea), 'hex'), 'USER', place.user_id, now() - make_interval(secs => i)
  from generate_series(${from}::int, ${to}::int) i
  join (
    select d.id, o.user_id, row_number() over (order by d.id) - 1 as at, count(*) over () as n
    from public.documents d join public.dossiers o on o.id = d.dossier_id
  ) place on place.at = i % place.n`
