import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDatabase } from '#tests/support/postgres.ts'
import { TestReplica } from './replica.ts'
import { hello } from './rpc.ts'
import { seeded } from './seeded.ts'
import { openShop, type Shop } from './shop.ts'

/** Give SEED to run one again, SECONDS to run longer. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
const SECONDS = Number(process.env.SECONDS ?? 6)
const WRITERS = 8
const ACCOUNTS = 400
/** Units in all accounts together: every transaction keeps it, so half of one would show. */
const UNITS = ACCOUNTS * 100

const relations = ['public.left_accounts', 'public.right_accounts', 'public.notes']

let shop: Shop
beforeAll(async () => {
  shop = await openShop(createDatabase)
  await shop.db.exec(`
    create table public.left_accounts (id integer primary key, units integer not null);
    create table public.right_accounts (id integer primary key, units integer not null);
    create table public.notes (id integer primary key, text text not null);
    select console_sync.track_all();
    insert into public.left_accounts select n, 100 from generate_series(1, ${ACCOUNTS}) n;
    insert into public.notes select n, 'first' from generate_series(1, ${ACCOUNTS}) n`)
})
afterAll(() => shop.db.close())

test(`pulls miss nothing and show no half transaction, whatever happens meanwhile (seed ${seed})`, async () => {
  const until = performance.now() + SECONDS * 1_000
  const { cursor } = await hello(shop.db, shop.agent)
  const work: Work = { over: false, committed: 0 }
  const writers = Array.from({ length: WRITERS }, (_, at) => write(seeded(seed + at), work))
  const replica = new TestReplica(shop.db, shop.agent, 40)
  await replica.copy(cursor, relations)
  let cuts = 0
  // A busy machine takes longer until enough has happened for it to mean something.
  while (performance.now() < until || cuts <= 20 || work.committed <= 50) {
    await replica.pullCut()
    cuts += 1
    expect(unitsIn(replica), `cut ${cuts}, seed ${seed}`).toBe(UNITS)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  work.over = true
  await Promise.all(writers)
  await replica.pullCut()

  for (const relation of relations) {
    const truth = await shop.db.query(`select * from ${relation}`)
    const lines = truth.map((row) => Object.values(row).join('\t'))
    expect([...(replica.rows.get(relation)?.values() ?? [])].sort(), `${relation}, seed ${seed}`).toEqual(lines.sort())
  }
  expect(replica.pages).toBeGreaterThan(cuts)
})

function unitsIn(replica: TestReplica): number {
  const accounts = ['public.left_accounts', 'public.right_accounts'].flatMap((relation) => [
    ...(replica.rows.get(relation) ?? new Map<string, string>()).values(),
  ])
  return accounts.reduce((sum, line) => sum + Number(line.split('\t')[1]), 0)
}

interface Work {
  over: boolean
  committed: number
}

/** One writer: transactions of every kind, some long, some rolled back, until the work is over. */
async function write(random: () => number, work: Work): Promise<void> {
  const client = new pg.Client({ connectionString: shop.db.url, options: '-c deadlock_timeout=20ms' })
  await client.connect()
  try {
    while (!work.over) {
      try {
        await client.query('begin')
        for (let at = 0; at < 1 + random() * 3; at++) await step(client, random)
        if (random() < 0.3) await client.query('select pg_sleep($1)', [random() < 0.1 ? 1 : random() * 0.06])
        const keep = random() > 0.2
        await client.query(keep ? 'commit' : 'rollback')
        if (keep) work.committed += 1
      } catch (error) {
        // Writers that wait for each other in a circle, or want the same new key, are the database's business.
        if (!(error instanceof pg.DatabaseError && /^(40P01|23505)$/.test(error.code ?? ''))) throw error
        await client.query('rollback')
      }
    }
  } finally {
    await client.end()
  }
}

/** Work of one step: units change their account, notes come and go. */
async function step(client: pg.Client, random: () => number): Promise<void> {
  const one = () => 1 + Math.floor(random() * ACCOUNTS)
  const chance = random()
  if (chance < 0.45) await transfer(client, one(), one(), random)
  else await client.query(noteStatement(chance, one(), random))
}

/** Moves some or all units of an account to one of the other table; an empty account disappears. */
async function transfer(client: pg.Client, from: number, to: number, random: () => number): Promise<void> {
  const [here, there] =
    random() < 0.5 ? ['left_accounts', 'right_accounts'] : (['right_accounts', 'left_accounts'] as const)
  const { rows } = await client.query(`select units from public.${here} where id = $1 for update`, [from])
  if (rows[0] === undefined) return
  const moved = random() < 0.3 ? rows[0].units : Math.floor(rows[0].units / 2)
  if (moved === rows[0].units) await client.query(`delete from public.${here} where id = $1`, [from])
  else await client.query(`update public.${here} set units = units - $2 where id = $1`, [from, moved])
  await client.query(
    `insert into public.${there} as t values ($1, $2) on conflict (id) do update set units = t.units + excluded.units`,
    [to, moved],
  )
}

function noteStatement(chance: number, id: number, random: () => number): string {
  if (chance < 0.5) return `update public.notes set id = id + 100000 where id = ${id}`
  if (chance < 0.6) return `delete from public.notes where id between ${id} and ${id + 3}`
  if (chance < 0.605) return 'truncate public.notes'
  if (chance < 0.7) return `savepoint s; update public.notes set text = 'undone' where id < 20; rollback to s`
  return `insert into public.notes select n, '${random()}' from generate_series(${id}, ${id + 4}) n
          on conflict (id) do update set text = excluded.text`
}
