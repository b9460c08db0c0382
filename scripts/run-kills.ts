import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '#main/demo/cloud.ts'
import { answersOf, joining, newHome } from '#tests/crash/support/console.ts'
import { randomFrom } from '#tests/crash/support/damage.ts'
import { killOften } from '#tests/crash/support/kills.ts'
import { say } from './progress.ts'

const TOLD_EVERY = 50

/** Kills a busy console at random moments, and says what that has cost. */
export async function runKills(kills: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-kills-'))
  const home = newHome()
  const cloud = await startCloud({ system: 'partners-vrai', size: 'small', dataDir: folder, postgres: true })
  try {
    await answersOf(home, ...joining(cloud), ['sync.now'])
    const toll = await killOften(cloud, home, kills, randomFrom(seed), (done) => {
      if (done % TOLD_EVERY === 0) say('kills', `${done} of ${kills}`)
    })
    say('kills', JSON.stringify(toll))
    const { lost, notOnce, strangers, failedOpens, second, sound } = toll
    const isGood = [lost, notOnce, strangers, failedOpens].every((list) => list.length === 0)
    if (!isGood || !sound || second.refused !== second.tried) process.exitCode = 1
  } finally {
    await cloud.stop()
    for (const used of [folder, home]) rmSync(used, { recursive: true, force: true })
  }
}
