import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { answersOf, joining, newHome } from './support/console.ts'
import { randomFrom } from './support/damage.ts'
import { killOften } from './support/kills.ts'

const seed = Number(process.env.OUTPOST_SEED ?? Math.floor(Math.random() * 1e9))

let cloud: TestCloud
let home: string
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  home = newHome()
  await answersOf(home, ...joining(cloud), ['sync.now'])
})
afterAll(async () => {
  await cloud.stop()
  rmSync(home, { recursive: true })
})

test(`a busy console that is killed 25 times at any moment loses nothing, does nothing twice, and opens each time (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const toll = await killOften(cloud, home, 25, randomFrom(seed))
  expect(toll).toMatchObject({ kills: 25, lost: [], notOnce: [], strangers: [], failedOpens: [], sound: true })
  expect(toll.second.refused).toBe(toll.second.tried)
  expect(toll.acknowledged).toBeGreaterThan(0)
})
