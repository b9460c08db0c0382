import { parseArgs } from 'node:util'
import { simulate } from '#tests/simulation/simulate.ts'
import { openStage } from '#tests/simulation/stage.ts'
import { openCluster } from '#tests/support/cluster.ts'
import { elapsed, say, seconds } from './progress.ts'
import { runKills } from './run-kills.ts'
import { runPlants } from './run-plants.ts'

/*
 * Runs the simulation: one seed with all its steps, or, with --seeds or --seconds, one seed after the other.
 * A seed that fails is printed with its steps and the command that takes them again. With --plants, bugs are put into
 * copies of this tree, one after the other, to see that each is noticed; with --kills, a console is killed that often.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    clients: { type: 'string', default: '3' },
    steps: { type: 'string', default: '60' },
    seconds: { type: 'string' },
    log: { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
    plants: { type: 'boolean', default: false },
    plant: { type: 'string' },
    kills: { type: 'string' },
  },
})
const clients = Number(values.clients)
const steps = Number(values.steps)
const first = Number(values.seed)
const until = performance.now() + Number(values.seconds ?? 0) * 1_000

async function runSeeds(): Promise<void> {
  const cluster = await openCluster()
  const stage = await openStage(cluster.url, clients)
  const totals = { seeds: 0, steps: 0, failed: 0, applied: 0, conflicts: 0, rejected: 0, resolved: 0, discarded: 0 }
  try {
    for (let seed = first; seed < first + Number(values.seeds) || performance.now() < until; seed += 1) {
      const began = performance.now()
      const { log, digest, tally, failure } = await simulate(await stage.scene(), seed, steps)
      totals.seeds += 1
      totals.steps += steps
      for (const name of ['applied', 'conflicts', 'rejected', 'resolved', 'discarded'] as const)
        totals[name] += tally?.[name] ?? 0
      if (values.log || failure) console.log(log.join('\n'))
      say(`seed ${seed}`, `${failure ? 'FAILED' : 'held'} ${digest} (${seconds(performance.now() - began)})`)
      if (failure) {
        totals.failed += 1
        process.exitCode = 1
        console.log(failure.stack)
        console.log(`again: npm run simulate -- --seed ${seed} --clients ${clients} --steps ${steps}`)
        if (values.stop) break
        await stage.fresh()
      }
    }
  } finally {
    await stage.close()
    await cluster.stop()
  }
  say('simulation', `${JSON.stringify(totals)} after ${elapsed()}`)
}

if (values.plants || values.plant !== undefined) {
  process.exitCode = (await runPlants(Number(values.seeds), steps, values.plant)) ? 0 : 1
} else if (values.kills !== undefined) {
  await runKills(Number(values.kills), first)
} else {
  await runSeeds()
}
