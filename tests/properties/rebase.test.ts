import { afterAll, beforeAll, test } from 'vitest'
import { holdsFor } from '#tests/support/property.ts'
import { Farm } from './farm.ts'
import { type FarmStep, farmSteps, penOf } from './farm-steps.ts'

/** Two pens of one code, one from here and one from the server: no row is the same, and yet only one can stand. */
const twoOfOneCode: FarmStep[] = [
  {
    kind: 'decide',
    request: { kind: 'insert', relation: 'public.pens', values: { id: penOf(3), code: 'B', room: 2 } },
  },
  { kind: 'server', sql: `insert into public.pens (id, code) values ('${penOf(2)}', 'B')` },
]

let farm: Farm
beforeAll(async () => {
  farm = await Farm.open()
})
afterAll(() => farm.close())

test('after every cut the mirror is the server with the pending decisions on top, and the server without them', async () => {
  await holdsFor(farmSteps, 60, (steps) => farm.play(steps), [twoOfOneCode])
}, 600_000)
