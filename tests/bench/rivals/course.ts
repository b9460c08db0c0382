// One rival in a process of its own, over the course: each line on its output is one result as JSON. Arguments: its
// name, and where the project is.
import { randomUUID } from 'node:crypto'
import { createClient } from '@supabase/supabase-js'
import pg from 'pg'
import ws from 'ws'
import { at } from '../support/measure.ts'
import { openLegend } from './legend.ts'
import type { Rival, Row } from './rival.ts'
import { openRxdb } from './rxdb.ts'
import { openTanstack } from './tanstack.ts'
import { openWatermelon } from './watermelon.ts'

const [name = '', settings = '{}'] = process.argv.slice(2)
const { url, key, token, databaseUrl, writes } = JSON.parse(settings)
const database = new pg.Pool({ connectionString: databaseUrl, max: 3 })
let requests = 0
let underway = 0
/** The first requests of a phase that are answered as a project answers an expired token. */
let refused = 0
const client = createClient(url, key, {
  global: {
    headers: { authorization: `Bearer ${token}` },
    fetch: async (input, init) => {
      requests += 1
      if (refused > 0 && init?.method !== 'GET') {
        refused -= 1
        return Response.json({ message: 'JWT expired', code: 'PGRST303' }, { status: 401 })
      }
      underway += 1
      try {
        return await fetch(withPlainNames(String(input)), init)
      } finally {
        underway -= 1
      }
    },
  },
  auth: { persistSession: false },
  realtime: { transport: ws as never },
})

/** PostgREST reads names in quotes, as RxDB writes them; this server does not. */
function withPlainNames(address: string): string {
  const url = new URL(address)
  const or = url.searchParams.get('or')
  if (or !== null) url.searchParams.set('or', or.replaceAll(/"(\w+)"\./g, '$1.'))
  return url.href
}

const CHANGED = `update public.rival_rows set file_name = $1
  where id in (select id from public.rival_rows order by id limit 1000)`
/** How often rows change, and how often decisions wait for a network. */
const ROUNDS = 15
const QUEUES = 3

const openers: Record<string, () => Promise<Rival>> = {
  rxdb: () => openRxdb(client),
  'rxdb, pages of 5000': () => openRxdb(client, 5_000),
  legend: () => openLegend(client),
  watermelon: () => openWatermelon(client),
  tanstack: () => openTanstack(client),
}
const open = openers[name]
if (open === undefined) throw new Error(`Nobody knows ${name}.`)
const rival = await open()
const tell = (phase: string, result: object) => console.log(JSON.stringify({ name, phase, ...result }))
const readsToo = name !== 'tanstack'

if (readsToo) {
  await timed(
    'first sync',
    () => rival.sync(),
    async () => ({ rows: await rival.count(), of: await onServerInAll() }),
  )
  if (name !== 'rxdb, pages of 5000') {
    await incremental()
    await lateCommit()
    await otherColumn()
  }
}
if (name !== 'rxdb, pages of 5000') {
  await drain()
  await expiredToken()
  await poison()
}
await rival.close()
await database.end()
process.exit(0)

async function timed(phase: string, work: () => Promise<void>, result: () => Promise<object>): Promise<void> {
  const before = requests
  const from = performance.now()
  await work()
  await whileUnderway()
  tell(phase, { ms: performance.now() - from, requests: requests - before, ...(await result()) })
}

/** Somebody may say that it is done while its requests are still on their way. */
async function whileUnderway(): Promise<void> {
  while (underway > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

async function idOf(place: number): Promise<string> {
  const { rows } = await database.query('select id from public.rival_rows order by id offset $1 limit 1', [place])
  return rows[0].id
}

async function onServer(id: string): Promise<Row | undefined> {
  return (await database.query('select * from public.rival_rows where id = $1', [id])).rows[0]
}

async function onServerInAll(): Promise<number> {
  return (await database.query('select count(*)::int as n from public.rival_rows')).rows[0].n
}

/** Several times over: the median, of a server and a client that have warmed up. */
async function incremental(): Promise<void> {
  const id = await idOf(999)
  const took: number[] = []
  let came = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    await database.query(CHANGED, [`changed ${round}`])
    const from = performance.now()
    await rival.sync()
    took.push(performance.now() - from)
    if ((await rival.valueOf(id, 'file_name')) === `changed ${round}`) came += 1
  }
  tell('1000 changed rows', { ms: at(took, 0.5), came: `${came} of ${ROUNDS} times` })
}

/** A transaction that began earlier commits after one that began later, and after the client has looked. */
async function lateCommit(): Promise<void> {
  const [slow, quick] = [await idOf(10), await idOf(11)]
  const late = await database.connect()
  await late.query('begin')
  await late.query(`update public.rival_rows set file_name = 'late' where id = $1`, [slow])
  await new Promise((resolve) => setTimeout(resolve, 50))
  await database.query(`update public.rival_rows set file_name = 'quick' where id = $1`, [quick])
  await rival.sync()
  await late.query('commit')
  late.release()
  await rival.sync()
  await rival.sync()
  tell('late commit', { lost: (await rival.valueOf(slow, 'file_name')) === 'late' ? 0 : 1 })
}

async function otherColumn(): Promise<void> {
  const id = await idOf(20)
  await rival.update(id, { file_name: 'mine' })
  await database.query(`update public.rival_rows set mime_type = 'theirs' where id = $1`, [id])
  await rival.sync()
  await rival.sync()
  const row = await onServer(id)
  tell('different columns', { lost: Number(row?.file_name !== 'mine') + Number(row?.mime_type !== 'theirs') })
}

/** The median, as above. */
async function drain(): Promise<void> {
  const took: number[] = []
  const before = requests
  let lost = 0
  for (let queue = 0; queue < QUEUES; queue += 1) {
    const made = Array.from({ length: writes }, (_, at) => rowOf(at))
    await rival.insert(made)
    const from = performance.now()
    await rival.sync()
    await whileUnderway()
    took.push(performance.now() - from)
    lost += writes - (await arrived(made))
  }
  tell('offline queue', { ms: at(took, 0.5), requests: (requests - before) / QUEUES, writes, lost })
}

async function expiredToken(): Promise<void> {
  const made = [rowOf(1)]
  refused = 1
  await rival.insert(made)
  await rival.sync()
  refused = 0
  await rival.sync()
  tell('expired token', { lost: 1 - (await arrived(made)), waiting: await rival.waiting() })
}

async function poison(): Promise<void> {
  const made = Array.from({ length: 200 }, (_, at) => rowOf(at, at === 50 ? -1 : at + 1))
  await rival.insert(made)
  await timed(
    '1 bad of 200',
    () => rival.sync(),
    async () => ({ delivered: await arrived(made), waiting: await rival.waiting() }),
  )
}

async function arrived(made: readonly Row[]): Promise<number> {
  const { rows } = await database.query('select count(*)::int as n from public.rival_rows where id = any($1)', [
    made.map(({ id }) => id),
  ])
  return rows[0].n
}

/** A negative version is what the server refuses. */
function rowOf(place: number, version = 1): Row {
  return {
    id: randomUUID(),
    document_id: randomUUID(),
    version,
    file_url: `rivals/${place}`,
    file_name: `${place}.pdf`,
    mime_type: 'application/pdf',
    size_bytes: place,
    sha256: '0'.repeat(64),
    uploaded_by_type: 'USER',
    uploaded_by_id: randomUUID(),
    uploaded_at: '2026-11-20T08:00:00+00:00',
  }
}
