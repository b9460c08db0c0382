import { createHash } from 'node:crypto'
import { setClock } from '#tests/support/clock.ts'
import { Broken } from './broken.ts'
import { checkDecisions, checkDone, checkMirror, checkPair, type Tally } from './checks.ts'
import { type Client, Known, workspace } from './client.ts'
import { clientSteps } from './client-steps.ts'
import { answerOf, whatBecomesOf } from './decide.ts'
import { comeHome, signIn } from './machine-steps.ts'
import { pairBecomes } from './pair.ts'
import { makePools } from './pools.ts'
import { Random } from './random.ts'
import { type Before, PULL_ROWS, type Run } from './run.ts'
import { anything, changeRole, end, goOn, openTransaction, restoreRoles } from './server-steps.ts'
import type { Scene } from './stage.ts'

/** Rounds in which everything must have come to rest once nothing goes wrong any more. */
const ROUNDS_TO_REST = 12
/** Transactions that the server holds open at a time. */
const MOST_OPEN = 2

export interface Outcome {
  readonly seed: number
  /** What happened, a line a step. */
  readonly log: readonly string[]
  /** The same for two runs that took the same steps with the same answers. */
  readonly digest: string
  readonly tally: Tally | null
  /** What broke, null when everything held. */
  readonly failure: Error | null
}

/**
 * One run: a seed decides every step, every fault and their order. Its rows are its own, so that a scene at rest serves
 * one run after the other; after a failure it is not at rest.
 */
export async function simulate(scene: Scene, seed: number, steps: number): Promise<Outcome> {
  const log: string[] = []
  let tally: Tally | null = null
  let failure: Error | null = null
  const sql = await scene.connect()
  const open: Run['open'] = []
  try {
    const run = await begin(scene, sql, open, seed)
    for (let at = 1; at <= steps; at += 1) {
      log.push(`${at} ${await oneStep(run, log)}`)
    }
    await heal(run, log)
    for (const client of scene.clients) await checkMirror(client, sql)
    tally = await checkDecisions(scene.clients, sql, run.before)
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    log.push(`FAILED: ${failure.message}`)
  }
  setClock(0)
  for (const on of open.splice(0)) await end(on, 'rollback')
  await sql.end()
  const digest = createHash('sha256').update(log.join('\n')).digest('hex').slice(0, 12)
  return { seed, log, digest, tally, failure }
}

async function begin(scene: Scene, sql: Run['sql'], open: Run['open'], seed: number): Promise<Run> {
  let words = 0
  const word = () => {
    words += 1
    return `word ${seed}.${words}`
  }
  const random = new Random(seed)
  const pools = await makePools(sql, random, word)
  await sql.query(pairBecomes(pools.pair, word()))
  for (const client of scene.clients) {
    client.known = new Known()
    client.forgetBackup()
    await client.api.sync.now({ workspace })
    client.wire.stint(PULL_ROWS)
  }
  const codes = Array.from({ length: 4 }, (_, n) => `code ${seed}.${n}`)
  const code = () => random.pick(codes)
  return { random, scene, pools, sql, open, before: await beforeIt(scene, sql), word, codes, code }
}

async function beforeIt(scene: Scene, sql: Run['sql']): Promise<Before> {
  const { rows } = await sql.query<{ id: string }>('select id from console_sync.receipts')
  const entries = new Map<Client, number>()
  for (const client of scene.clients) {
    const [last] = (await client.api.outbox.list({ workspace, which: 'all', limit: 1 })).entries
    entries.set(client, last?.seq ?? 0)
  }
  await sql.query('truncate simulation.changes')
  return { receipts: new Set(rows.map(({ id }) => id)), entries }
}

async function oneStep(run: Run, log: string[]): Promise<string> {
  const { random, scene } = run
  const chance = random.next()
  if (chance < 0.7) {
    const client = random.pick(scene.clients)
    const step = random.weighted(clientSteps)
    log.push(`  ${client.name} ${step.name} …`)
    const answer = await whatBecomesOf(() => step.happen(run, client))
    log.pop()
    // A mirror changes by what its own console does.
    await look(run, client)
    return `${client.name} ${step.name}: ${answer}`
  }
  if (chance < 0.84) return `server ${await anything(run, run.sql)}`
  if (chance < 0.85) return `server role: ${await changeRole(run)}`
  if (chance < 0.87) return `clocks: ${moveClocks(run)}`
  if (run.open.length < MOST_OPEN && (run.open.length === 0 || random.chance(0.3))) {
    return `server transaction ${await openTransaction(run)}`
  }
  return `server transaction ${await goOn(run)}`
}

const MINUTE = 60_000
// Node's timers reach 24 days: the one by which Postgres in a mirror flushes its counts would fire without end for longer.
const JUMPS = [-20 * 24 * 60 * MINUTE, -26 * 60 * MINUTE, -5 * MINUTE, 0, 5 * MINUTE, 26 * 60 * MINUTE]

/** The clocks of all machines but the database's: they are read in this process. */
function moveClocks({ random }: Run): string {
  const jump = random.pick(JUMPS)
  setClock(jump)
  return `${jump / MINUTE} minutes`
}

async function look({ pools, before }: Run, client: Client): Promise<void> {
  const { ready } = await client.api.sync.status({ workspace })
  if (!ready) return
  // A page that has gone bad may be met here first: the mirror is then filled again.
  await answerOf(() => checkPair(client, pools.pair))
  await answerOf(() => checkDone(client, before.entries.get(client) ?? 0))
}

/** Everything goes well from now on: open ends are tied, conflicts settled, and all come to rest. */
async function heal(run: Run, log: string[]): Promise<void> {
  setClock(0)
  for (const on of run.open.splice(0)) await end(on, 'commit')
  await restoreRoles(run)
  for (const client of run.scene.clients) {
    client.wire.mend()
    if (client.isBusy) log.push(`${client.name} last round: ${await client.release()}`)
    await client.wire.quiet()
    await signIn(run, client)
  }
  await comeToRest(run, log)
  for (const client of run.scene.clients) {
    if (await comeHome(client)) log.push(`${client.name} is its own again: ${await client.sync()}`)
  }
}

async function comeToRest({ scene }: Run, log: string[]): Promise<void> {
  for (let round = 1; round <= ROUNDS_TO_REST; round += 1) {
    let restless = 0
    for (const client of scene.clients) restless += await rest(client, log)
    if (restless === 0) return
  }
  throw new Broken('restless: with nothing in the way, syncing did not come to an end')
}

/** Answers how much was still to do. */
async function rest({ api, name }: Client, log: string[]): Promise<number> {
  const { pulledRows, pushed, pending } = await api.sync.now({ workspace })
  log.push(`${name} heals: pulled ${pulledRows}, pushed ${pushed}, pending ${pending}`)
  const { entries } = await api.outbox.list({ workspace, limit: 500 })
  for (const { id, state } of entries) {
    if (state === 'conflict') await api.conflicts.resolve({ workspace, id, take: 'theirs' })
    if (state === 'rejected') await api.outbox.discard({ workspace, id })
  }
  return pulledRows + pushed + entries.length
}
