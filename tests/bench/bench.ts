import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Journal } from '#main/journal/journal.ts'
import { openTestEngine } from '#tests/support/engine.ts'
import { startBenchCloud } from './bench-cloud.ts'
import { median, report, timed } from './measure.ts'

/*
 * What the console costs against what this machine can do at best, measured in the same run: machines are noisy, so
 * only the ratios mean something. Run it by itself.
 */

const ROWS = 100_000
const QUEUE = 100_000
const workspace = 'bench'

const cloud = await startBenchCloud()
const engine = await openTestEngine()
try {
  const small = await cloud.rows()
  // Each document is three rows: itself, its version, and the event of its upload.
  await cloud.addDocuments(Math.floor((ROWS - small) / 3))
  await cloud.sql('analyze')
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.session.signIn({ workspace, email: agent?.email ?? '', password: agent?.password ?? '' })

  await firstSync()
  await delta()
  await queuePage()
  await saved()
  await start()
} finally {
  await engine.close()
  await cloud.stop()
}

/** The raw limit: the same pages fetched from the same server, and their rows copied into tables without an index. */
async function firstSync(): Promise<void> {
  const { ms } = await timed(() => engine.api.sync.now({ workspace }))
  const { rows } = await engine.api.sync.status({ workspace })
  const token = await signedIn()
  const pages: { relation: string; columns: string[]; data: string; count: number }[] = []
  const relations = (await rpc<{ relations: { relation: string }[] }>(token, 'console_hello', {})).relations
  const fetching = await timed(async () => {
    for (const { relation } of relations) {
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const page: (typeof pages)[number] & { next: string | null } = await rpc(token, 'console_snapshot', {
          p_relation: relation,
          p_after: after,
          p_max_rows: 2_000,
        })
        pages.push(page)
        after = page.next
      }
    }
  })
  const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-copy-'))
  const bare = await PGlite.create({ dataDir: folder })
  const copying = await timed(async () => {
    for (const { relation, columns, data, count } of pages) {
      const name = `"${relation}"`
      await bare.exec(`create table if not exists ${name} (${columns.map((column) => `"${column}" text`).join(', ')})`)
      if (count > 0) await bare.query(`copy ${name} from '/dev/blob'`, [], { blob: new Blob([data]) })
    }
  })
  await bare.close()
  rmSync(folder, { recursive: true })
  const bytes = pages.reduce((sum, page) => sum + page.data.length, 0)
  report(
    `first sync of ${rows} rows`,
    ms,
    { name: 'fetch and bare copy', ms: fetching.ms + copying.ms },
    `${Math.round(rows / (ms / 1_000))} rows/s, ${(bytes / 1e6).toFixed(1)} MB; fetch ${(fetching.ms / 1_000).toFixed(2)} s, copy ${(copying.ms / 1_000).toFixed(2)} s`,
  )
}

async function delta(): Promise<void> {
  const one = await median(9, async (run) => {
    await cloud.sql('update public.profiles set phone = $1 where id = (select id from public.profiles limit 1)', [
      String(run),
    ])
    await engine.api.sync.now({ workspace })
  })
  const nothing = await median(9, () => engine.api.sync.now({ workspace }))
  report('a pull after one change', one, { name: 'a pull after none', ms: nothing })
  const waiting = (await engine.api.review.queue({ workspace })).total
  await cloud.addDocuments(QUEUE - waiting)
  const { ms, value } = await timed(() => engine.api.sync.now({ workspace }))
  report(
    `a pull of ${value.pulledRows} changed rows`,
    ms,
    null,
    `${Math.round(value.pulledRows / (ms / 1_000))} rows/s`,
  )
}

async function queuePage(): Promise<void> {
  const bare = await median(21, () =>
    engine.api.tools.read({
      workspace,
      sql: `select d.id, t.label, p.full_name, o.reference, d.waiting_since, v.version
        from documents d join document_versions v on v.id = d.current_version_id
        join document_types t on t.id = d.document_type_id join dossiers o on o.id = d.dossier_id
        join profiles p on p.id = o.user_id
        where d.status = 'PENDING' order by d.waiting_since, d.id limit 100`,
    }),
  )
  const { total } = await engine.api.review.queue({ workspace, limit: 100 })
  for (const offset of [0, 1_000, 90_000]) {
    const page = await median(21, () => engine.api.review.queue({ workspace, limit: 100, offset }))
    report(`queue page of 100 at ${offset} of ${total}`, page, { name: 'bare query of the first page', ms: bare })
  }
}

async function saved(): Promise<void> {
  const { rows } = await engine.api.review.queue({ workspace, limit: 60 })
  const submit = await median(41, (run) => {
    const row = rows[run]
    if (row === undefined) throw new Error('The queue is too short.')
    const args = { p_document_id: row.documentId, p_version_id: row.versionId, p_status: 'APPROVED' }
    return engine.api.entries.submit({ workspace, request: { kind: 'call', function: 'review_document', args } })
  })
  const folder = mkdtempSync(join(tmpdir(), 'outpost-bench-fsync-'))
  const journal = Journal.open(join(folder, 'journal.db'))
  const [sample] = (await engine.api.outbox.list({ workspace, limit: 1 })).entries
  if (sample === undefined) throw new Error('The outbox is empty.')
  const { id: _, seq: __, ...draft } = sample
  const append = await median(41, () =>
    journal.append({
      id: crypto.randomUUID(),
      person: draft.person,
      device: draft.device,
      madeAt: draft.madeAt,
      operation: draft.operation,
      subject: draft.subject,
      dependsOn: [],
    }),
  )
  journal.close()
  const file = openSync(join(folder, 'bare'), 'w')
  const fsync = await median(41, () => {
    writeSync(file, 'x'.repeat(500))
    fsyncSync(file)
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  report('"saved": a review, run here and journalled', submit, { name: 'a bare fsynced write', ms: fsync })
  report('of which the journal', append, { name: 'a bare fsynced write', ms: fsync })
}

async function start(): Promise<void> {
  const ms = await median(3, async () => {
    await engine.restart()
    await engine.api.review.queue({ workspace, limit: 100 })
  })
  report('from a closed engine to a usable queue', ms, null)
}

async function signedIn(): Promise<string> {
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  const answer = await fetch(`${cloud.url}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: cloud.key, 'content-type': 'application/json' },
    body: JSON.stringify({ email: agent?.email, password: agent?.password }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}

async function rpc<T>(token: string, name: string, args: object): Promise<T> {
  const answer = await fetch(`${cloud.url}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { apikey: cloud.key, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  })
  return (await answer.json()) as T
}
