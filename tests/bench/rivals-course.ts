import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Api } from '#shared/contract/contract.ts'
import type { BenchCloud } from './support/bench-cloud.ts'
import { workspace } from './support/client.ts'
import type { CountedFetch } from './support/counted-fetch.ts'
import { at, timed } from './support/measure.ts'

/** One result of somebody on the course. */
export interface Result {
  readonly name: string
  readonly phase: string
  readonly [more: string]: unknown
}

const CHANGED = `update public.document_versions set file_name = $1
  where id in (select id from public.document_versions order by id limit 1000)`
/** How often rows change, and how often decisions wait for a network: the median is told. */
const ROUNDS = 15
const QUEUES = 3

/** The course that the rivals run, run by the console: same server, same rows, tables of the product. */
export async function consoleCourse(
  { api, cloud, fetched }: { api: Api; cloud: BenchCloud; fetched: CountedFetch },
  writes: number,
  tell: (result: Result) => void,
): Promise<void> {
  const sync = () => api.sync.now({ workspace })
  const say = (phase: string, result: object) => tell({ name: 'outpost', phase, ...result })
  const read = async <T>(sql: string) => (await api.tools.read({ workspace, sql })).rows as T[]
  const one = async (sql: string) => (await cloud.sql<{ id: string }>(sql))[0]?.id ?? ''
  const phase = async (name: string, result: () => Promise<object>) => {
    fetched.asked.length = 0
    const { ms } = await timed(sync)
    const requests = fetched.asked.length
    const pushes = fetched.asked.filter((address) => address.includes('console_push')).length
    say(name, { ms, requests, pushes, ...(await result()) })
  }

  const first = await timed(sync)
  const [here] = await read<{ n: number }>(`select count(*)::int as n from document_versions`)
  const [there] = await cloud.sql<{ n: number }>('select count(*)::int as n from public.document_versions')
  say('first sync', { ms: first.ms, rows: here?.n, of: there?.n })

  const took: number[] = []
  let cameIn = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const mark = `changed ${round}`
    await cloud.sql(CHANGED, [mark])
    took.push((await timed(sync)).ms)
    const [here] = await read<{ n: number }>(
      `select count(*)::int as n from document_versions where file_name = '${mark}'`,
    )
    if (here?.n === 1_000) cameIn += 1
  }
  say('1000 changed rows', { ms: at(took, 0.5), came: `${cameIn} of ${ROUNDS} times` })

  const [slow, quick] = [await one(nth(10)), await one(nth(11))]
  const late = new pg.Client({ connectionString: cloud.databaseUrl })
  await late.connect()
  await late.query('begin')
  await late.query(`update public.document_versions set file_name = 'late' where id = $1`, [slow])
  await cloud.sql(`update public.document_versions set file_name = 'quick' where id = $1`, [quick])
  await sync()
  await late.query('commit')
  await late.end()
  await sync()
  const [came] = await read<{ file_name: string }>(`select file_name from document_versions where id = '${slow}'`)
  say('late commit', { lost: came?.file_name === 'late' ? 0 : 1 })

  const client = await one('select id from public.profiles order by id limit 1')
  const request = {
    kind: 'update' as const,
    relation: 'public.profiles',
    key: { id: client },
    set: { full_name: 'mine' },
  }
  await api.entries.submit({ workspace, request })
  await cloud.sql(`update public.profiles set phone = 'theirs' where id = $1`, [client])
  await sync()
  const [row] = await cloud.sql<{ full_name: string; phone: string }>(
    'select full_name, phone from public.profiles where id = $1',
    [client],
  )
  say('different columns', { lost: Number(row?.full_name !== 'mine') + Number(row?.phone !== 'theirs') })

  const type = (label: string) => ({ id: randomUUID(), code: label, label })
  const insert = async (rows: readonly { id: string; code: string; label: string }[]) => {
    for (const values of rows) {
      await api.entries.submit({ workspace, request: { kind: 'insert', relation: 'public.document_types', values } })
    }
  }
  const arrived = async (rows: readonly { id: string }[]) =>
    (await cloud.sql('select from public.document_types where id = any($1)', [rows.map(({ id }) => id)])).length
  const mark = randomUUID()
  const queues: number[] = []
  let lost = 0
  fetched.asked.length = 0
  for (let queue = 0; queue < QUEUES; queue += 1) {
    const made = Array.from({ length: writes }, (_, at) => type(`${mark} ${queue} ${at}`))
    await insert(made)
    // Thousands at a stretch leave this process no turn to hear that the server has hung up meanwhile.
    await setTimeout(1_000)
    queues.push((await timed(sync)).ms)
    lost += writes - (await arrived(made))
  }
  say('offline queue', { ms: at(queues, 0.5), requests: fetched.asked.length / QUEUES, writes, lost })

  const expired = [type(`${mark} expired`)]
  await insert(expired)
  fetched.refuse('console_push', 1)
  await sync()
  say('expired token', { lost: 1 - (await arrived(expired)), waiting: (await api.sync.status({ workspace })).pending })

  await cloud.sql(POISON)
  const poisoned = Array.from({ length: 200 }, (_, at) => type(at === 50 ? `${mark} poison` : `${mark} sound ${at}`))
  await insert(poisoned)
  await phase('1 bad of 200', async () => {
    const { entries } = await api.outbox.list({ workspace })
    const parked = entries.filter(({ state }) => state === 'rejected')
    return {
      delivered: await arrived(poisoned),
      waiting: parked.length,
      attempts: parked[0]?.attempts,
      told: parked[0]?.refusal?.message,
    }
  })
}

const nth = (place: number) => `select id from public.document_versions order by id offset ${place} limit 1`

/** A rule that only the server has, so that the console can't see it coming. */
const POISON = `
  create function public.refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.label like '%poison' then raise exception using errcode = '23514', message = 'Not this one.'; end if;
      return new;
    end
  $$;
  create trigger refuse_poison before insert on public.document_types for each row execute function public.refuse_poison()`
