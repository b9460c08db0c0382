import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { startTestCloud, type TestCloud, uploadNewVersion } from '#tests/support/cloud.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { type BrowserProcess, startBrowserProcess } from './support/browser-process.ts'

let cloud: TestCloud
let network: Network
let home: string
let app: BrowserProcess

test.beforeAll(async () => {
  test.setTimeout(600_000)
  cloud = await startTestCloud({ size: 'small', postgres: 'own' })
  network = await openNetwork(cloud.url)
  home = mkdtempSync(join(tmpdir(), 'outpost-e2e-'))
  await outpost('workspace', 'add', 'pv', '--system', 'partners-vrai', '--url', network.url, '--key', cloud.key)
})
test.afterAll(async () => {
  await app?.stop()
  await network.close()
  await cloud.stop()
  rmSync(home, { recursive: true })
})

/** Runs a command and answers what it printed as JSON. Never blocks: cloud and wire live in this very process. */
async function outpost(...args: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, ['main/cli.ts', '--home', home, '--json', ...args])
  return JSON.parse(stdout)
}

async function open(page: Page) {
  app = await startBrowserProcess(home)
  await page.goto(app.address)
}

const line = (page: Page) => page.getByRole('region', { name: 'State of the synchronisation' })

/** The document at hand, by what the address says. */
async function documentAtHand(page: Page): Promise<string> {
  await expect(page).toHaveURL(/review\/[0-9a-f-]{36}/)
  await expect(page.getByRole('button', { name: /Approve, next/ })).toBeEnabled()
  return /review\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

const onServer = async (documentId: string) =>
  (
    await cloud.sql<{ status: string; reviews: number; events: number; notifications: number }>(
      `select d.status::text,
         (select count(*)::int from public.document_reviews r where r.document_version_id = d.current_version_id) as reviews,
         (select count(*)::int from public.events e where e.event_type = 'DOCUMENT_REVIEWED'
            and e.payload ->> 'version_id' = d.current_version_id::text) as events,
         (select count(*)::int from public.notifications n join public.events e on e.id = n.event_id
            where e.event_type = 'DOCUMENT_REVIEWED' and e.payload ->> 'version_id' = d.current_version_id::text) as notifications
       from public.documents d where d.id = $1`,
      [documentId],
    )
  )[0]

test('decided with no network, killed, reconciled once, the conflict settled in sight of both versions', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await open(page)
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await page.getByLabel('E-mail').fill(agent?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(agent?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeVisible({ timeout: 240_000 })
  await expect(line(page)).toContainText('Online')
  await expect(line(page)).not.toContainText(/\b0 files/)

  network.cut()
  const first = await documentAtHand(page)
  await page.keyboard.press('a')
  await expect(page).not.toHaveURL(new RegExp(first))

  const second = await documentAtHand(page)
  await page.getByLabel('Comment to the client').fill('La page 2 manque, merci de la renvoyer.')
  await page.getByRole('button', { name: /^Reject/ }).click()
  await expect(page).not.toHaveURL(new RegExp(second))

  const third = await documentAtHand(page)
  const newVersion = await uploadNewVersion(cloud, third)
  await page.keyboard.press('a')
  await expect(line(page)).toContainText(/3 (pending|saved here)/)
  process.kill(-(app.child.pid ?? 0), 'SIGKILL')

  await open(page)
  await expect(line(page)).toContainText('Offline', { timeout: 30_000 })
  await expect(line(page)).toContainText('3 saved here')
  for (const verdict of ['Approved', 'Rejected'])
    await expect(page.getByRole('main').getByText(verdict).first()).toBeVisible()
  await page.getByRole('link', { name: /Outbox/ }).click()
  await expect(page.getByRole('main').getByText('Pending', { exact: true })).toHaveCount(3)
  await page.screenshot({ path: 'test-results/journey-outbox.png' })

  network.mend()
  await expect(line(page)).toContainText('1 conflict', { timeout: 240_000 })
  await expect.poll(() => onServer(first)).toEqual({ status: 'APPROVED', reviews: 1, events: 1, notifications: 1 })
  await expect.poll(() => onServer(second)).toEqual({ status: 'REJECTED', reviews: 1, events: 1, notifications: 1 })
  expect(await onServer(third)).toMatchObject({ status: 'PENDING', reviews: 0 })

  await page.getByRole('link', { name: /Conflicts/ }).click()
  await expect(page.getByText(/you decided on this/)).toBeVisible()
  await expect(page.getByText(/current now/)).toBeVisible()
  await page.screenshot({ path: 'test-results/journey-conflict.png' })
  await page.getByRole('button', { name: 'Approve the new version instead' }).click()
  await expect.poll(() => onServer(third), { timeout: 240_000 }).toMatchObject({ status: 'APPROVED', reviews: 1 })
  await expect(line(page)).not.toContainText('conflict')
  const [reviewed] = await cloud.sql(
    'select document_version_id from public.document_reviews where document_id = $1 order by reviewed_at desc limit 1',
    [third],
  )
  expect(reviewed).toEqual({ document_version_id: newVersion })

  await page.getByRole('link', { name: /Review/ }).click()
  const waiting = await page.getByText(/^\d+ waiting$/).textContent()
  await app.stop()
  expect(await outpost('doctor', 'pv')).toMatchObject({ sound: true })
  rmSync(join(home, 'workspaces', 'pv', 'mirror'), { recursive: true })
  await open(page)
  await expect(page.getByText(waiting ?? '')).toBeVisible({ timeout: 240_000 })
})
