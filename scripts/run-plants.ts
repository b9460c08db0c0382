import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Plant, plants } from './plants.ts'
import { say } from './progress.ts'
import { root } from './root.ts'

const PARTS = ['main', 'migrations', 'scripts', 'shared', 'tests', 'package.json', 'tsconfig.json']

/** Shows that the simulation sees what it is for: each planted bug must break one of the first seeds. */
export async function runPlants(seeds: number, steps: number, only: string | undefined): Promise<boolean> {
  let allFound = true
  for (const plant of plants) {
    if (only !== undefined && !plant.name.includes(only)) continue
    const found = await seedThatFinds(plant, seeds, steps)
    allFound &&= found !== null
    say('plant', `${plant.name}: ${found === null ? `NOT found in ${seeds} seeds` : found}`)
  }
  return allFound
}

async function seedThatFinds(plant: Plant, seeds: number, steps: number): Promise<string | null> {
  const copy = mkdtempSync(join(tmpdir(), 'outpost-plant-'))
  try {
    for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const { file, from, to } of plant.edits) {
      const text = readFileSync(join(copy, file), 'utf8')
      if (!text.includes(from)) throw new Error(`${plant.name}: ${file} has changed; "${from}" is not there any more.`)
      writeFileSync(
        join(copy, file),
        text.replace(from, () => to),
      )
    }
    const args = ['scripts/simulate.ts', '--seeds', `${seeds}`, '--steps', `${steps}`, '--stop']
    const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (bytes) => {
      text += bytes
    })
    await once(child, 'close')
    const why = /^FAILED: .*/m.exec(text)?.[0]
    const seed = /(seed \d+) +FAILED/.exec(text)?.[1]
    return why === undefined ? null : `${seed}, ${why.slice(0, 160)}`
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
