import { afterAll, beforeAll, test } from 'vitest'
import { holdsFor } from '#tests/support/property.ts'
import { Farm } from './farm.ts'
import { farmSteps } from './farm-steps.ts'

let farm: Farm
beforeAll(async () => {
  farm = await Farm.open()
})
afterAll(() => farm.close())

test('after every cut the mirror is the server with the pending decisions on top, and the server without them', async () => {
  await holdsFor(farmSteps, 150, (steps) => farm.play(steps))
}, 300_000)
