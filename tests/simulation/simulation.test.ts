import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStage, steps } from './seeds.ts'
import { simulate } from './simulate.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openTestStage()
})
afterAll(() => stage.close())

test('a seed takes the same steps every time, whatever its scene has gone through before', async () => {
  const alone = await simulate(await stage.fresh(), 12, steps)
  const before = await simulate(await stage.fresh(), 11, steps)
  const after = await simulate(await stage.scene(), 12, steps)
  expect([alone.failure, before.failure, after.failure]).toEqual([null, null, null])
  expect(after.log.map(withoutPlaces)).toEqual(alone.log.map(withoutPlaces))
}, 600_000)

/** Entries are counted through the life of a journal. */
function withoutPlaces(line: string): string {
  return line.replace(/(give up|send again|resolve): \d+/, '$1')
}
