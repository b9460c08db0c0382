import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Cloud, startCloud } from '#main/demo/cloud.ts'

/** Fills a demo cloud over a real Postgres with as many rows as a measurement needs, by plain SQL. */
export interface BenchCloud extends Cloud {
  /** Adds waiting documents, each with one version; the product's own trigger adds an event. */
  addDocuments(count: number): Promise<void>
  /** Rows in all tables that an agent can see. */
  rows(): Promise<number>
}

export async function startBenchCloud(): Promise<BenchCloud> {
  const dataDir = await mkdtemp(join(tmpdir(), 'outpost-bench-'))
  const cloud = await startCloud({ system: 'partners-vrai', size: 'small', postgres: true, dataDir })
  let added = 0
  return {
    ...cloud,
    addDocuments: async (count) => {
      const { from, to } = { from: added + 1, to: added + count }
      added = to
      await cloud.sql(DOCUMENTS, [from, to])
    },
    rows: async () => {
      const [row] = await cloud.sql<{ n: string }>(
        `select sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %s', c.oid::regclass), false, true, '')))[1]::text::bigint)::text as n
         from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
      )
      return Number(row?.n)
    },
    stop: async () => {
      await cloud.stop()
      await rm(dataDir, { recursive: true, force: true })
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
