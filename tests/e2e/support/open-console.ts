import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { startBrowserProcess } from './browser-process.ts'

/** A cloud, a wire to it that can be cut, a console with the workspace `pv`, and one page on it. */
export interface OpenConsole {
  readonly cloud: TestCloud
  readonly network: Network
  readonly page: Page
  /** The status line at the bottom. */
  readonly line: Locator
  /** Fills in the sign-in form, as an agent or another role, and waits until the desk and every file are here. */
  signIn(role?: string): Promise<void>
  /** Goes to a page of the workspace: `review`, `dossiers/…`. */
  go(place: string): Promise<void>
  close(): Promise<void>
}

export async function openConsole(browser: Browser): Promise<OpenConsole> {
  const cloud = await startTestCloud()
  const network = await openNetwork(cloud.url)
  const home = mkdtempSync(join(tmpdir(), 'outpost-e2e-'))
  const workspace = ['workspace', 'add', 'pv', '--system', 'partners-vrai', '--url', network.url, '--key', cloud.key]
  // Never blocking: the cloud and the wire live in this very process.
  await promisify(execFile)(process.execPath, ['main/cli.ts', '--home', home, ...workspace])
  const app = await startBrowserProcess(home)
  const page = await (await browser.newContext()).newPage()
  await page.goto(app.address)
  const line = page.getByRole('region', { name: 'State of the synchronisation' })
  return {
    cloud,
    network,
    page,
    line,
    async signIn(as = 'agent') {
      const agent = cloud.accounts.find(({ role }) => role === as)
      await page.getByLabel('E-mail').fill(agent?.email ?? '')
      await page.getByLabel('Password', { exact: true }).fill(agent?.password ?? '')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeVisible({ timeout: 240_000 })
      await expect(line).toContainText('Online')
      await expect(line).not.toContainText(/\b0 files/)
    },
    go: async (place) => {
      await page.evaluate((hash) => window.location.assign(hash), `#/w/pv/${place}`)
    },
    async close() {
      await page.context().close()
      await app.stop()
      await network.close()
      await cloud.stop()
      rmSync(home, { recursive: true })
    },
  }
}
