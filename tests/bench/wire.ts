import pg from 'pg'
import { randomFrom } from '#tests/crash/support/damage.ts'
import { openWire } from '#tests/support/counting-wire.ts'
import { startBenchCloud } from './support/bench-cloud.ts'
import { openClient, workspace } from './support/client.ts'
import { at, format, note, report, timed } from './support/measure.ts'

/** What goes over a bad line: changed rows, queued writes, answers that are lost, a transaction that stays open. */
export async function wire(scale: number): Promise<void> {
  const seed = Date.now() % 1_000_000
  const cloud = await startBenchCloud()
  const line = await openWire(cloud.url)
  await cloud.addVersions(Math.round(20_000 * scale) + 1_000)
  const client = await openClient(cloud, line.url)
  const { api } = client
  const sync = () => api.sync.now({ workspace })
  try {
    await sync()
    await cloud.sql(`update public.document_versions set file_name = 'changed'
      where id in (select id from public.document_versions limit 1000)`)
    const changed = await timed(sync)
    report(`${changed.value.pulledRows} changed rows`, changed.ms, null, 'the bar: 60 ms')

    const people = await cloud.sql<{ id: string }>('select id from public.profiles order by id limit 200')
    const rename = (at: number, full_name: string) =>
      api.entries.submit({
        workspace,
        request: {
          kind: 'update',
          relation: 'public.profiles',
          key: { id: people[at % people.length]?.id ?? '' },
          set: { full_name },
        },
      })
    const queued = Math.round(2_000 * scale)
    for (let n = 0; n < queued; n += 1) await rename(n, `queued ${n}`)
    line.passed.length = 0
    const drained = await timed(sync)
    report(
      `${queued} queued writes drained`,
      drained.ms,
      null,
      `${line.count('console_push')} pushes of ${line.passed.length} requests`,
    )

    const operations = Math.round(10_000 * scale)
    note('answers lost, three in ten', `seed ${seed}`)
    const random = randomFrom(seed)
    line.loses = (path) => path.includes('console_push') && random() < 0.3
    const [dossier] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
    const say = (words: string) =>
      api.entries.submit({
        workspace,
        request: { kind: 'call', function: 'send_message', args: { p_dossier_id: dossier?.id ?? '', p_body: words } },
      })
    // Half of them make a row of their own, half change a row that earlier ones have changed: twice shows in the one,
    // another order in the other.
    const lastOf = new Map<string, string>()
    const losing = await timed(async () => {
      for (let n = 0; n < operations; n += 1) {
        const words = `${seed} ${n}`
        if (n % 2 === 0) await say(words)
        else {
          await rename(n, words)
          lastOf.set(people[n % people.length]?.id ?? '', words)
        }
        // Small batches: many answers to lose.
        if (n % 20 === 19 || n === operations - 1) await sync().catch(() => undefined)
      }
      while ((await api.sync.status({ workspace })).pending > 0) await sync().catch(() => undefined)
    })
    line.loses = () => false
    const said = await cloud.sql<{ body: string }>('select body from public.messages where body like $1', [`${seed} %`])
    const bodies = new Set(said.map(({ body }) => body)).size
    const named = await cloud.sql<{ id: string; full_name: string }>('select id, full_name from public.profiles')
    const nameOf = new Map(named.map(({ id, full_name }) => [id, full_name]))
    const misplaced = [...lastOf].filter(([id, words]) => nameOf.get(id) !== words).length
    report(
      `${operations} writes, three in ten answers lost`,
      losing.ms,
      null,
      `${said.length - bodies} doubles, ${Math.ceil(operations / 2) - bodies} losses, ${misplaced} of ${lastOf.size} rows out of order`,
    )

    await freshness()
  } finally {
    await client.close()
    await line.close()
    await cloud.stop()
  }

  /** How long after its commit a change is here, while another transaction stays open for three seconds. */
  async function freshness(): Promise<void> {
    const open = new pg.Client({ connectionString: cloud.databaseUrl })
    await open.connect()
    const late: number[] = []
    for (let round = 0; round < 5; round += 1) {
      await open.query('begin')
      await open.query(
        `update public.dossiers set updated_at = now() where id = (select id from public.dossiers order by id limit 1)`,
      )
      const until = performance.now() + 3_000
      while (performance.now() < until) {
        const words = crypto.randomUUID()
        const [row] = await cloud.sql<{ id: string }>(
          `update public.profiles set phone = $1 where id = (select id from public.profiles order by id desc limit 1) returning id`,
          [words],
        )
        const from = performance.now()
        await sync()
        const sql = `select phone from profiles where id = '${row?.id}'`
        const [here] = (await api.tools.read({ workspace, sql })).rows
        if (here?.phone !== words) throw new Error('A committed change was held back by an open transaction.')
        late.push(performance.now() - from)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      await open.query('commit')
    }
    await open.end()
    report(
      'a change beside a transaction of 3 s is here',
      at(late, 0.95),
      null,
      `p95; p50 ${format(at(late, 0.5))}, ${late.length} changes`,
    )
  }
}
