import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { simulate } from './simulate.ts'
import { openStage, type Stage } from './stage.ts'

/** `SIMULATION_SEEDS` and `SIMULATION_FIRST` ask for more, or other, seeds than these. */
const seeds = Number(process.env.SIMULATION_SEEDS ?? 10)
const first = Number(process.env.SIMULATION_FIRST ?? 1)
const steps = 50
const clients = 3
let stage: Stage

beforeAll(async () => {
  const cluster = await (await fetch(inject('postgresDoor'))).text()
  stage = await openStage(cluster, clients)
})
afterAll(() => stage.close())

test('whatever fails and in whatever order, consoles and server agree in the end and each decision counts once', async () => {
  for (let seed = first; seed < first + seeds; seed += 1) {
    const { log, failure } = await simulate(stage, seed, steps)
    const again = `npm run simulate -- --seed ${seed} --clients ${clients} --steps ${steps}`
    expect(failure, `${again}\n${log.join('\n')}\n${failure?.stack}`).toBeNull()
  }
}, 600_000)

test('a seed takes the same steps every time', async () => {
  const [one, other] = [await simulate(stage, first, 25), await simulate(stage, first, 25)]
  expect(one.log).toEqual(other.log)
})
