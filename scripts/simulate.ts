import { parseArgs } from 'node:util'
import { simulate } from '#tests/simulation/simulate.ts'
import { openStage } from '#tests/simulation/stage.ts'
import { openCluster } from '#tests/support/cluster.ts'
import { elapsed, say, seconds } from './progress.ts'

/*
 * Runs the simulation: one seed with all its steps, or, with --seconds, one seed after the other for that long.
 * A seed that fails is printed with its steps and the command that takes them again.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '3' },
    steps: { type: 'string', default: '60' },
    seconds: { type: 'string' },
    log: { type: 'boolean', default: false },
  },
})
const clients = Number(values.clients)
const steps = Number(values.steps)
const until = performance.now() + Number(values.seconds ?? 0) * 1_000

const cluster = await openCluster()
const stage = await openStage(cluster.url, clients)
const totals = { seeds: 0, steps: 0, failed: 0, applied: 0, conflicts: 0, rejected: 0, resolved: 0, discarded: 0 }
try {
  let seed = Number(values.seed)
  do {
    const began = performance.now()
    const { log, digest, tally, failure } = await simulate(stage, seed, steps)
    totals.seeds += 1
    totals.steps += steps
    for (const name of ['applied', 'conflicts', 'rejected', 'resolved', 'discarded'] as const)
      totals[name] += tally?.[name] ?? 0
    if (values.log || failure) console.log(log.join('\n'))
    if (failure) {
      totals.failed += 1
      process.exitCode = 1
      console.log(failure.stack)
      console.log(`again: npm run simulate -- --seed ${seed} --clients ${clients} --steps ${steps}`)
    }
    say(`seed ${seed}`, `${failure ? 'FAILED' : 'held'} ${digest} (${seconds(performance.now() - began)})`)
    seed += 1
  } while (performance.now() < until)
} finally {
  await stage.close()
  await cluster.stop()
}
say('simulation', `${JSON.stringify(totals)} after ${elapsed()}`)
