import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { holdsFor } from '#tests/support/property.ts'
import { Farm } from './farm.ts'
import { type FarmStep, farmSteps, penOf } from './farm-steps.ts'

const product = { folder: join(import.meta.dirname, 'farm'), tables: ['pens', 'animals', 'weighings'] }

/** Two pens of one code, one from here and one from the server: no row is the same, and yet only one can stand. */
const twoOfOneCode: FarmStep[] = [
  {
    kind: 'decide',
    request: { kind: 'insert', relation: 'public.pens', values: { id: penOf(3), code: 'B', room: 2 } },
  },
  { kind: 'server', sql: `insert into public.pens (id, code) values ('${penOf(2)}', 'B')` },
]

/** A decision that only refers to a row, which goes: no row that it changed comes from the server. */
const motherGone: FarmStep[] = [
  { kind: 'server', sql: `insert into public.animals (herd, tag) values (1, 'a'), (2, 'a')` },
  { kind: 'pull', rows: 100 },
  {
    kind: 'decide',
    request: {
      kind: 'update',
      relation: 'public.animals',
      key: { herd: 1, tag: 'a' },
      set: { mother_herd: 2, mother_tag: 'a' },
    },
  },
  { kind: 'server', sql: `delete from public.animals where herd = 2` },
  { kind: 'pull', rows: 100 },
  // It comes back, and the decision stands again.
  { kind: 'server', sql: `insert into public.animals (herd, tag) values (2, 'a')` },
]

let farm: Farm
beforeAll(async () => {
  farm = await Farm.open(product)
})
afterAll(() => farm.close())

test('after every cut the mirror is the server with the pending decisions on top, and the server without them', async () => {
  await holdsFor(farmSteps, 60, (steps) => farm.play(steps), [twoOfOneCode, motherGone])
}, 600_000)
