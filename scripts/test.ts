import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildScreens } from './build-stale.ts'
import { ensureChromium } from './chromium.ts'
import { elapsed, say, seconds } from './progress.ts'
import { root } from './root.ts'

interface Outcome {
  readonly part: string
  readonly passed: boolean
  readonly took: string
}

/** Runs every test there is. What a part needs is got before it; a part that fails does not keep the next from running. */
async function testAll(): Promise<boolean> {
  say(
    'chromium',
    ensureChromium((line) => say('chromium', line)),
  )
  say('screens', (await buildScreens()) ? 'built' : 'up to date')
  const outcomes = [await run('vitest', ['run']), await run('playwright', ['test', '--pass-with-no-tests'])]
  console.log('')
  for (const { part, passed, took } of outcomes) say(part, `${passed ? 'passed' : 'FAILED'} (${took})`)
  const passed = outcomes.every((outcome) => outcome.passed)
  say('tests', passed ? `all passed after ${elapsed()}` : `FAILED after ${elapsed()}`)
  return passed
}

async function run(part: string, args: readonly string[]): Promise<Outcome> {
  const began = performance.now()
  say(part, 'begins')
  const child = spawn(process.execPath, [join(root, 'node_modules', bins[part] ?? ''), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  return { part, passed: code === 0, took: seconds(performance.now() - began) }
}

const bins: Readonly<Record<string, string>> = {
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
}

try {
  process.exitCode = (await testAll()) ? 0 : 1
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
