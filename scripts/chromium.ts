import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './root.ts'

/** Fetching and unpacking a browser, on a slow line. Milliseconds. */
const FETCH_LIMIT = 300_000

const places: readonly string[] =
  {
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/usr/bin/google-chrome-stable',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    win32: [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    ],
  }[process.platform as string] ?? []

/** A Chromium that is on this machine: the one named by OUTPOST_CHROMIUM, the system's, or Playwright's; else null. */
export function findChromium(): string | null {
  const named = process.env.OUTPOST_CHROMIUM
  const candidates = [...(named ? [named] : places), chromium.executablePath()]
  return candidates.find(runs) ?? null
}

/**
 * Finds a Chromium, or gets one: by Playwright's download, else from the system's packages where that is possible.
 * @throws Error that says how to get one by hand
 */
export function ensureChromium(say: (line: string) => void): string {
  const here = findChromium()
  if (here) return here
  say('none here: fetching Playwright’s')
  run(join(root, 'node_modules/.bin/playwright'), ['install', 'chromium'])
  const fetched = findChromium()
  if (fetched) return fetched
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('the download failed: installing the system’s package')
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error(
    'The tests need a Chromium and could not get one. Install Chromium or Google Chrome, or set OUTPOST_CHROMIUM to its path.',
  )
}

/** A file of that name may be a stub that only points to a shop: it must answer. */
function runs(executable: string): boolean {
  if (!existsSync(executable)) return false
  return process.platform === 'win32' || spawnSync(executable, ['--version'], { timeout: 30_000 }).status === 0
}

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: FETCH_LIMIT })
}
