import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStage } from './seeds.ts'
import { simulate } from './simulate.ts'
import type { Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openTestStage()
})
afterAll(() => stage.close())

test('a seed takes the same steps every time', async () => {
  const one = await simulate(await stage.fresh(), 7, 25)
  const other = await simulate(await stage.fresh(), 7, 25)
  expect(one.failure).toBeNull()
  expect(one.log).toEqual(other.log)
}, 300_000)

test('what a scene has gone through before does not change what a seed does', async () => {
  const alone = await simulate(await stage.fresh(), 12, 20)
  await stage.fresh()
  await simulate(await stage.scene(), 11, 20)
  const after = await simulate(await stage.scene(), 12, 20)
  expect(after.log.map(withoutNumbers)).toEqual(alone.log.map(withoutNumbers))
}, 300_000)

/** Entries are counted through the life of a journal. */
function withoutNumbers(line: string): string {
  return line.replace(/(give up|send again|resolve): \d+/, '$1')
}
