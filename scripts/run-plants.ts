import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Plant, plant, plants } from './plants.ts'
import { say } from './progress.ts'
import { root } from './root.ts'

const PARTS = ['main', 'migrations', 'scripts', 'shared', 'tests', 'package.json', 'tsconfig.json']

/** Shows that the simulation sees what it is for: each planted bug must break one of the first seeds. */
export async function runPlants(seeds: number, steps: number, only: string | undefined): Promise<boolean> {
  let allFound = true
  for (const bug of plants) {
    if (only !== undefined && !bug.name.includes(only)) continue
    const found = await seedThatFinds(bug, seeds, steps)
    allFound &&= found !== null
    say('plant', `${bug.name}: ${found === null ? `NOT found in ${seeds} seeds` : found}`)
  }
  return allFound
}

async function seedThatFinds(bug: Plant, seeds: number, steps: number): Promise<string | null> {
  const copy = mkdtempSync(join(tmpdir(), 'outpost-plant-'))
  try {
    for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    plant(bug, copy)
    const args = ['scripts/simulate.ts', '--seeds', `${seeds}`, '--steps', `${steps}`, '--stop']
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (bytes) => {
      text += bytes
    })
    await once(child, 'close')
    const why = /^FAILED: .*/m.exec(text)?.[0]
    const seed = /(seed \d+) +FAILED/.exec(text)?.[1]
    if (!/^ *[\d.]+ s +simulation /m.test(text)) throw new Error(`The simulation did not come to its end:\n${text}`)
    return why === undefined ? null : `${seed}, ${why.slice(0, 160)}`
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
