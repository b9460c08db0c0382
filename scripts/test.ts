import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildScreens } from './build-stale.ts'
import { ensureChromium } from './chromium.ts'
import { elapsed, say, seconds } from './progress.ts'
import { root } from './root.ts'
import { scratchFolder } from './scratch.ts'

interface Outcome {
  readonly part: string
  readonly passed: boolean
  readonly took: string
}

/** What is run, one after the other, each by the command line of its library. */
const parts = [
  { part: 'vitest', cli: 'vitest/vitest.mjs', args: ['run'] },
  { part: 'playwright', cli: '@playwright/test/cli.js', args: ['test', '--pass-with-no-tests'] },
] as const

/** Runs every test there is. What a part needs is got before it; a part that fails does not keep the next from running. */
async function testAll(): Promise<boolean> {
  say(
    'chromium',
    ensureChromium((line) => say('chromium', line)),
  )
  say('screens', (await buildScreens()) ? 'built' : 'up to date')
  const scratch = scratchFolder()
  say('scratch', scratch.path)
  // Ctrl C reaches the part that runs as well: it ends in its own order, then its files go.
  let stopped = false
  process.once('SIGINT', () => {
    stopped = true
  })
  const outcomes: Outcome[] = []
  for (const part of parts) if (!stopped) outcomes.push(await run(part, scratch.path))
  scratch.remove()
  console.log('')
  for (const { part, passed, took } of outcomes) say(part, `${passed ? 'passed' : 'FAILED'} (${took})`)
  const passed = !stopped && outcomes.every((outcome) => outcome.passed)
  say('tests', passed ? `all passed after ${elapsed()}` : `FAILED after ${elapsed()}`)
  return passed
}

async function run({ part, cli, args }: (typeof parts)[number], scratch: string): Promise<Outcome> {
  const began = performance.now()
  say(part, 'begins')
  const child = spawn(process.execPath, [join(root, 'node_modules', cli), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch },
  })
  const [code] = await once(child, 'exit')
  return { part, passed: code === 0, took: seconds(performance.now() - began) }
}

try {
  process.exitCode = (await testAll()) ? 0 : 1
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
