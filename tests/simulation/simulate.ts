import { createHash } from 'node:crypto'
import { Broken, checkDecisions, checkDone, checkMirror, checkPair, type Tally } from './checks.ts'
import { type Client, workspace } from './client.ts'
import { clientSteps } from './client-steps.ts'
import { Random } from './random.ts'
import { poolsOf, type Run } from './run.ts'
import { anything, changeRole, end, goOn, openTransaction } from './server-steps.ts'
import type { Scene, Stage } from './stage.ts'

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

/** One run: a seed decides every step, every fault and their order. */
export async function simulate(stage: Stage, seed: number, steps: number): Promise<Outcome> {
  const log: string[] = []
  let tally: Tally | null = null
  let failure: Error | null = null
  const scene = await stage.fresh()
  const run = await begin(scene, seed)
  try {
    for (let at = 1; at <= steps; at += 1) {
      log.push(`${at} ${await oneStep(run, log)}`)
    }
    await heal(run, log)
    for (const client of scene.clients) await checkMirror(client, run.sql)
    for (const client of scene.clients) await client.close()
    tally = await checkDecisions(scene.clients, run.sql)
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    log.push(`FAILED: ${failure.message}`)
  }
  for (const on of run.open.splice(0)) await end(on, 'rollback')
  await run.sql.end()
  await scene.close()
  const digest = createHash('sha256').update(log.join('\n')).digest('hex').slice(0, 12)
  return { seed, log, digest, tally, failure }
}

async function begin(scene: Scene, seed: number): Promise<Run> {
  const sql = await scene.connect()
  let words = 0
  const word = () => {
    words += 1
    return `word ${words}`
  }
  return { random: new Random(seed), scene, pools: await poolsOf(sql), sql, open: [], word }
}

async function oneStep(run: Run, log: string[]): Promise<string> {
  const { random, scene } = run
  const chance = random.next()
  if (chance < 0.7) {
    const client = random.pick(scene.clients)
    const step = random.weighted(clientSteps)
    log.push(`  ${client.name} ${step.name} …`)
    const answer = await step.happen(run, client)
    log.pop()
    // A mirror changes by what its own console does.
    await look(client)
    return `${client.name} ${step.name}: ${answer}`
  }
  if (chance < 0.84) return `server ${await anything(run, run.sql)}`
  if (chance < 0.85) return `server role: ${await changeRole(run)}`
  if (run.open.length < MOST_OPEN && (run.open.length === 0 || random.chance(0.3))) {
    return `server transaction ${await openTransaction(run)}`
  }
  return `server transaction ${await goOn(run)}`
}

async function look(client: Client): Promise<void> {
  const { ready } = await client.api.sync.status({ workspace })
  if (!ready) return
  await checkPair(client)
  await checkDone(client)
}

/** Everything goes well from now on: open ends are tied, conflicts settled, and all come to rest. */
async function heal(run: Run, log: string[]): Promise<void> {
  for (const on of run.open.splice(0)) await end(on, 'commit')
  for (const client of run.scene.clients) {
    client.wire.mend()
    if (client.isBusy) log.push(`${client.name} last round: ${await client.release()}`)
    await client.wire.quiet()
  }
  for (let round = 1; round <= ROUNDS_TO_REST; round += 1) {
    let restless = 0
    for (const client of run.scene.clients) restless += await rest(client, log)
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
