import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { simulate } from './simulate.ts'
import { openStage, type Stage } from './stage.ts'

export const consoles = 3
export const steps = 12

/** Runs these seeds one after the other on one scene, in a file of their own, so that workers share them. */
export function testSeeds(first: number, count: number): void {
  let stage: Stage
  beforeAll(async () => {
    stage = await openTestStage()
  })
  afterAll(() => stage.close())

  const groups = Array.from({ length: count / GROUP }, (_, group) => first + group * GROUP)
  test.for(groups)(
    'seeds %i and the nine after it: consoles and server agree in the end, and each decision counts once',
    {
      timeout: 600_000,
    },
    async (from) => {
      let applied = 0
      for (let seed = from; seed < from + GROUP; seed += 1) {
        const { log, failure, tally } = await simulate(await stage.scene(), seed, steps)
        if (failure !== null) await stage.fresh()
        expect(failure, `${againOf(first, seed)}\n${log.join('\n')}\n${failure?.stack}`).toBeNull()
        applied += tally?.applied ?? 0
      }
      expect(applied, 'where nothing is decided, nothing is shown').toBeGreaterThan(GROUP / 2)
    },
  )
}

const GROUP = 10

/** A seed takes the same steps alone; what a scene has gone through before it can matter only for where a disk goes bad. */
function againOf(first: number, seed: number): string {
  const alone = `npm run simulate -- --seed ${seed} --clients ${consoles} --steps ${steps}`
  return `${alone}\nor, after the same seeds before it: npm run simulate -- --seed ${first} --seeds ${seed - first + 1} --clients ${consoles} --steps ${steps}`
}

export async function openTestStage(): Promise<Stage> {
  const cluster = await (await fetch(inject('postgresDoor'))).text()
  return openStage(cluster, consoles)
}
