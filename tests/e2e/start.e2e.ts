import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { root } from '../../scripts/root.ts'
import { barriers } from './support/barriers.ts'

test.setTimeout(240_000)

/** The processes of a group, as the system sees them. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0)
    return true
  } catch {
    return false
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('It has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Outpost is open at ')) return line.replace('Outpost is open at ', '')
  }
  throw new Error('It ended without an address.')
}

/** The systems whose demo clouds run in a group of processes. */
function runningClouds(group: number | undefined): string[] {
  const all = execFileSync('ps', ['-A', '-o', 'pgid=,args='], { encoding: 'utf8' }).split('\n')
  const own = all.filter((line) => line.trim().startsWith(`${group} `))
  return own.flatMap((line) => line.match(/ cloud start --system (\S+)/)?.[1] ?? []).sort()
}

test('one command offers every demo, signed out; the one that is opened is started, and stopping leaves nothing running', async ({
  page,
}) => {
  const home = mkdtempSync(join(tmpdir(), 'outpost-start-'))
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/run.js'), join(root, 'scripts/start.ts'), '--home', home, '--browser', '--no-open'],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  )
  const ended = once(child, 'exit')
  try {
    await page.goto(await addressOf(child))
    const rail = page.getByRole('navigation', { name: 'Workspaces' })
    await expect(rail.getByRole('link', { name: 'not opened yet' })).toHaveCount(4)
    await expect(page.getByText('marie.lambert@partners-vrai.example')).toBeVisible({ timeout: 240_000 })
    await expect(page.locator('input[type=password]')).toBeVisible()
    expect(await barriers(page)).toEqual([])
    expect(runningClouds(child.pid)).toEqual(['partners-vrai'])
    await rail.getByRole('link', { name: 'XA, xainik' }).click()
    await expect(page.getByRole('progressbar')).toBeVisible()
    await expect(page.getByText('meera.krishnan@xainik.example')).toBeVisible({ timeout: 240_000 })
    expect(runningClouds(child.pid)).toEqual(['partners-vrai', 'xainik'])
    child.kill('SIGINT')
    const [code] = await ended
    expect(code).toBe(0)
    expect(isAlive(child.pid ?? 0)).toBe(false)
  } finally {
    if (child.pid && isAlive(child.pid)) process.kill(-child.pid, 'SIGKILL')
    rmSync(home, { recursive: true, force: true })
  }
})
