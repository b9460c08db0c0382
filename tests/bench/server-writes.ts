import pg from 'pg'
import { openCluster } from '#tests/support/cluster.ts'
import { migrationsOf } from '#tests/support/database.ts'
import { note, report, timed } from './support/measure.ts'

const WRITERS = 8
const MS = 4_000

/** What following a table costs those who write to it: the same writes with the triggers of the sync and without. */
export async function serverWrites(scale: number): Promise<void> {
  const cluster = await openCluster()
  const pool = new pg.Pool({ connectionString: cluster.url, max: WRITERS })
  pool.on('error', () => undefined)
  try {
    for (const { sql } of await migrationsOf(['platform', 'sync'])) await pool.query(sql)
    await pool.query(`create table public.plain (id bigint primary key, body text not null, n int not null default 0);
      create table public.followed (like public.plain including all); select console_sync.track('public.followed')`)
    const ms = Math.max(500, MS * scale)

    await compare('rows inserted one by one, 1 writer', (table) =>
      rate(1, ms, (client, n) => client.query(`insert into public.${table} values ($1, 'a row of some words')`, [n])),
    )
    await compare(`rows inserted one by one, ${WRITERS} writers`, (table) =>
      rate(WRITERS, ms, (client, n) =>
        client.query(`insert into public.${table} values ($1, 'a row of some words')`, [n]),
      ),
    )
    await compare('rows updated one by one, 1 writer', (table) =>
      rate(1, ms, (client, n) => client.query(`update public.${table} set n = n + 1 where id = $1`, [n % 1_000])),
    )
    await compare(`unrelated rows updated, ${WRITERS} writers`, (table) =>
      rate(WRITERS, ms, (client, n, writer) =>
        client.query(`update public.${table} set n = n + 1 where id = $1`, [(n % 100) + writer * 100]),
      ),
    )
    await bulk(Math.max(500, Math.round(10_000 * scale)))
    await sizes()
  } finally {
    await pool.end()
    await cluster.stop()
  }

  /** Each side twice, by turns, so that a machine that gets slower does not decide. */
  async function compare(name: string, measure: (table: string) => Promise<number>): Promise<void> {
    const rates: Record<string, number> = { plain: 0, followed: 0 }
    for (const table of ['plain', 'followed', 'followed', 'plain']) {
      // Nobody vacuums here.
      await pool.query('truncate console_sync.row_index')
      await pool.query(`truncate public.${table}; insert into public.${table} select -i, 'seed' from generate_series(1, 1000) i;
        insert into public.${table} select i, 'seed' from generate_series(0, 999) i`)
      rates[table] = (rates[table] ?? 0) + (await measure(table)) / 2
    }
    const { plain = 0, followed = 0 } = rates
    note(
      name,
      `${Math.round(followed)}/s followed, ${Math.round(plain)}/s plain: ${(followed / plain).toFixed(2)} of the throughput`,
    )
  }

  async function rate(
    writers: number,
    ms: number,
    write: (client: pg.PoolClient, n: number, writer: number) => Promise<unknown>,
  ): Promise<number> {
    const until = performance.now() + ms
    let next = 1_000
    let done = 0
    const from = performance.now()
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const client = await pool.connect()
        while (performance.now() < until) {
          await write(client, next++, writer)
          done += 1
        }
        client.release()
      }),
    )
    return done / ((performance.now() - from) / 1_000)
  }

  async function bulk(rows: number): Promise<void> {
    const took: Record<string, number[]> = { plain: [], followed: [] }
    for (const table of ['plain', 'followed']) {
      await pool.query(`truncate public.${table}`)
      await pool.query(`insert into public.${table} select i, 'seed' from generate_series(1, $1::int) i`, [rows])
    }
    for (let run = 0; run < 6; run += 1) {
      for (const table of run % 2 === 0 ? ['plain', 'followed'] : ['followed', 'plain']) {
        const { ms } = await timed(() => pool.query(`update public.${table} set n = n + 1`))
        if (run > 0) took[table]?.push(ms)
      }
    }
    const middle = (table: string) => took[table]?.sort((a, b) => a - b)[2] ?? 0
    report(`an update of ${rows} rows, followed`, middle('followed'), { name: 'plain', ms: middle('plain') })
  }

  async function sizes(): Promise<void> {
    await pool.query('vacuum full console_sync.row_index')
    const { rows } = await pool.query<{ each: string }>(
      `select round(pg_total_relation_size('console_sync.row_index')::numeric / count(*))::text as each
       from console_sync.row_index`,
    )
    note('the row index, packed', `${rows[0]?.each} bytes for each row that was touched, its two indexes included`)
  }
}
