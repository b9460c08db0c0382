import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Locator, type Page } from '@playwright/test'
import { apiClient } from '#main/cli/api-client.ts'
import { type Cloud, startCloud } from '#main/demo/cloud.ts'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'
import { startBrowserProcess } from '#tests/e2e/support/browser-process.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { findChromium } from '../chromium.ts'
import { say } from '../progress.ts'
import { root } from '../root.ts'

/** Where the README looks for its pictures. */
const folder = join(root, 'docs')
const workspace = 'demo'

/** A demo cloud, a wire to it that can be cut, and a page of a console on it. */
export interface Stage {
  readonly cloud: Cloud
  readonly network: Network
  readonly page: Page
  /** The status line at the bottom. */
  readonly line: Locator
  /** Goes to a page of the workspace: `review`, `tables/…`. */
  go(place: string): Promise<void>
  inDark(work: () => Promise<void>): Promise<void>
  /** Takes `docs/NAME.png` once everything that is on its way has been drawn, and nothing floats. */
  take(name: string): Promise<void>
}

/** Opens a demo at its full size, plays on it, and takes it away again. */
export async function onStage(system: string, play: (stage: Stage) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'outpost-pictures-'))
  const cloud = await startCloud({ system, size: 'demo', dataDir: join(home, 'cloud') })
  const network = await openNetwork(cloud.url)
  await addWorkspace(home, system, network.url, cloud)
  const host = await startBrowserProcess(home)
  const executablePath = findChromium()
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  try {
    await page.goto(host.address)
    await play(stageOf(page, cloud, network))
  } finally {
    await browser.close()
    await host.stop()
    await network.close()
    await cloud.stop()
    await rm(home, { recursive: true })
  }
}

async function addWorkspace(home: string, system: string, url: string, cloud: Cloud): Promise<void> {
  const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'pictures') })
  const api = apiClient((path, input) => engine.call(path, input))
  await api.workspaces.add({ name: workspace, system, url, key: cloud.key, demoAccounts: [...cloud.accounts] })
  await engine.close()
}

function stageOf(page: Page, cloud: Cloud, network: Network): Stage {
  return {
    cloud,
    network,
    page,
    line: page.getByRole('region', { name: 'State of the synchronisation' }),
    go: (place) => page.evaluate((hash) => window.location.assign(hash), `#/w/${workspace}/${place}`),
    async inDark(work) {
      await page.emulateMedia({ colorScheme: 'dark' })
      await work()
      await page.emulateMedia({ colorScheme: 'light' })
    },
    async take(name) {
      await page.mouse.move(1, 890)
      await page.waitForFunction(() => document.querySelector('[role="progressbar"], [aria-busy="true"]') === null)
      // Pages are drawn by a worker, which tells nobody when the last one is sharp.
      await page.waitForTimeout(2_500)
      await page.screenshot({ path: join(folder, `${name}.png`) })
      say('picture', `docs/${name}.png`)
    },
  }
}
