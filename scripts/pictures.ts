import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { apiClient } from '#main/cli/api-client.ts'
import { startCloud } from '#main/demo/cloud.ts'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'
import { startBrowserProcess } from '#tests/e2e/support/browser-process.ts'
import { signedIn, uploadNewVersion } from '#tests/support/cloud.ts'
import { openNetwork } from '#tests/support/network.ts'
import { buildScreens } from './build-stale.ts'
import { findChromium } from './chromium.ts'
import { during, say } from './progress.ts'
import { root } from './root.ts'

/** Takes the pictures of the README from the demo, as a person would see it. */
const folder = join(root, 'docs')
const home = await mkdtemp(join(tmpdir(), 'outpost-pictures-'))
await mkdir(folder, { recursive: true })
await during('screens', buildScreens, (had) => (had ? 'built' : 'up to date'))
const cloud = await startCloud({ system: 'partners-vrai', size: 'demo', dataDir: join(home, 'cloud') })
const network = await openNetwork(cloud.url)
await addWorkspace()
const host = await startBrowserProcess(home)
const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
const line = page.getByRole('region', { name: 'State of the synchronisation' })
try {
  await takeAll()
} finally {
  await browser.close()
  await host.stop()
  await network.close()
  await cloud.stop()
  await rm(home, { recursive: true })
}

async function addWorkspace(): Promise<void> {
  const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'pictures') })
  const api = apiClient((path, input) => engine.call(path, input))
  await api.workspaces.add({
    name: 'demo',
    system: 'partners-vrai',
    url: network.url,
    key: cloud.key,
    demoAccounts: [...cloud.accounts],
  })
  await engine.close()
}

async function takeAll(): Promise<void> {
  await page.goto(host.address)
  await page.getByRole('button', { name: /Marie Lambert/ }).click()
  await page.getByRole('button', { name: /Approve, next/ }).waitFor({ timeout: 60_000 })
  await line.filter({ hasText: 'Online' }).waitFor()
  await line.filter({ hasNotText: /\b0 files/ }).waitFor()

  const compared = await documentOfTwoVersions()
  await go(`review/${compared}`)
  await page.getByRole('button', { name: 'Compare with the version before' }).click()
  await take('review-light')
  await inDark(() => take('review-dark'))

  const [dossier] = await cloud.sql<{ id: string }>(
    `select m.dossier_id as id from public.messages m join public.documents d using (dossier_id)
     where d.status = 'PENDING' group by 1 order by count(distinct d.id) * count(distinct m.id) desc, 1 limit 1`,
  )
  await go(`dossiers/${dossier?.id}`)
  await take('dossier-light')

  network.cut()
  await go('review')
  await decide('a', 'r')
  await go(`review/${compared}`)
  await decide('a')
  await go('outbox')
  await page.getByRole('main').getByRole('listitem').nth(1).click()
  await line.filter({ hasText: 'Offline' }).waitFor({ timeout: 30_000 })
  await inDark(() => take('outbox-dark'))

  await uploadNewVersion(cloud, compared, await fileOf(compared))
  network.mend()
  await line.filter({ hasText: '1 conflict' }).waitFor({ timeout: 60_000 })
  await go('conflicts')
  await take('conflict-light')

  await page.evaluate(() => window.outpost.call('settings.set', { language: 'fr' }))
  await page.reload()
  await go('dossiers')
  await page.getByRole('row').nth(5).waitFor()
  await take('dossiers-fr')
}

/** A document that waits for its second look: of several versions, on paper. */
async function documentOfTwoVersions(): Promise<string> {
  const [found] = await cloud.sql<{ id: string }>(
    `select d.id from public.documents d join public.document_versions v on v.document_id = d.id
     where d.status = 'PENDING' group by d.id
     having count(*) > 1 and every(v.mime_type = 'application/pdf') order by max(v.uploaded_at) limit 1`,
  )
  if (!found) throw new Error('No document of the demo waits in two versions.')
  return found.id
}

/** The file of a document's current version. */
async function fileOf(documentId: string): Promise<Uint8Array> {
  const [version] = await cloud.sql<{ path: string }>(
    `select v.file_url as path from public.documents d join public.document_versions v on v.id = d.current_version_id
     where d.id = $1`,
    [documentId],
  )
  const agent = await signedIn(cloud, cloud.accounts[0]?.email ?? '')
  const { data, error } = await agent.storage.from('documents').download(version?.path ?? '')
  if (error) throw error
  return new Uint8Array(await data.arrayBuffer())
}

/** Decides the document at hand by key, and the next ones. */
async function decide(...verdicts: readonly ('a' | 'r')[]): Promise<void> {
  for (const verdict of verdicts) {
    await page.waitForURL(/review\/[0-9a-f-]{36}/)
    await page.waitForTimeout(600)
    const at = page.url()
    await page.keyboard.press(verdict)
    if (verdict === 'r') {
      await page.keyboard.type('La page 2 manque, merci de la renvoyer.')
      await page.keyboard.press('Control+Enter')
    }
    await page.waitForURL((url) => url.href !== at)
  }
}

async function go(place: string): Promise<void> {
  await page.evaluate((hash) => window.location.assign(hash), `#/w/demo/${place}`)
}

async function inDark(work: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await work()
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Waits until everything that is on its way has been drawn, and nothing floats. */
async function take(name: string): Promise<void> {
  await page.mouse.move(1, 890)
  await page.waitForFunction(() => document.querySelector('[role="progressbar"], [aria-busy="true"]') === null)
  // Pages are drawn by a worker, which tells nobody when the last one is sharp.
  await page.waitForTimeout(2_500)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  say('picture', `docs/${name}.png`)
}
