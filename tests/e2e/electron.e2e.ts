import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { buildDesktop } from '../../scripts/build-stale.ts'
import { installed } from '../../scripts/electron-runtime.ts'
import { root } from '../../scripts/root.ts'

const runtime = installed()
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const reason =
  runtime === null ? 'Electron’s runtime is not on this machine' : hasDisplay ? null : 'there is no display'
if (reason !== null) {
  console.warn(`\n!!! SKIPPED: the desktop console was NOT tried in a real window, because ${reason}.\n`)
}

test('the real desktop opens the console, guards its page, and reaches its engine', async () => {
  test.skip(reason !== null, reason ?? '')
  await buildDesktop()
  const home = mkdtempSync(join(tmpdir(), 'outpost-desktop-'))
  const app = await _electron.launch({
    executablePath: runtime ?? '',
    args: [root, `--home=${home}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  try {
    const page = await app.firstWindow()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await expect(page).toHaveURL(/^app:\/\/outpost\//)
    await expect(page).toHaveTitle('Outpost')
    const reply = await page.evaluate(() => window.outpost.call('workspaces.list', {}))
    expect(reply).toEqual({ ok: true, value: [] })
    expect(await page.evaluate(() => window.outpost.host)).toBe('electron')
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'process'))).toBe('undefined')
    await page.evaluate(() => {
      location.href = 'https://example.com/'
    })
    await expect(page).toHaveURL(/^app:\/\/outpost\//)
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull()
    expect(complaints.filter((text) => text.includes('Content Security Policy'))).toEqual([])
  } finally {
    await app.close()
    rmSync(home, { recursive: true, force: true })
  }
})
