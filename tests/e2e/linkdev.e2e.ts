import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { workshopId } from '#main/demo/data/linkdev/workshop.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { type BrowserProcess, startBrowserProcess } from './support/browser-process.ts'

let cloud: TestCloud
let network: Network
let home: string
let app: BrowserProcess

test.beforeAll(async () => {
  cloud = await startTestCloud({ system: 'linkdev', size: 'small', postgres: 'own' })
  network = await openNetwork(cloud.url)
  home = mkdtempSync(join(tmpdir(), 'outpost-e2e-'))
  const workspace = ['workspace', 'add', 'ld', '--system', 'linkdev', '--url', network.url, '--key', cloud.key]
  // Never blocking: the cloud and the wire live in this very process.
  await promisify(execFile)(process.execPath, ['main/cli.ts', '--home', home, ...workspace])
})
test.afterAll(async () => {
  await app?.stop()
  await network.close()
  await cloud.stop()
  rmSync(home, { recursive: true })
})

async function open(page: Page) {
  app = await startBrowserProcess(home)
  await page.goto(app.address)
}

const line = (page: Page) => page.getByRole('region', { name: 'State of the synchronisation' })
const go = (page: Page, place: string) => page.evaluate((hash) => window.location.assign(hash), `#/w/ld/${place}`)

const onServer = async () =>
  (
    await cloud.sql(
      `select s.plan_name as plan, s.seats,
         (select array_agg(role order by email) from public.invites
           where org_id = $1 and email = 'lucie@example.com' and status = 'pending') as invited,
         (select feature_value ->> 'limit' from public.plan_features
           where plan_name = 'pro' and feature_key = 'max_schedules') as schedules,
         (select array_agg(action order by action) from public.audit_logs
           where actor_type = 'staff' and created_at > now() - interval '1 hour') as log
       from public.org_subscriptions s where s.org_id = $1`,
      [workshopId],
    )
  )[0]

test('with no network an organisation gets another plan and a member, killed in between, and all of it lands once', async ({
  page,
}) => {
  await open(page)
  const admin = cloud.accounts.find(({ role }) => role === 'super_admin')
  await page.getByLabel('E-mail').fill(admin?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill(admin?.password ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Organisations', exact: true })).toBeVisible({ timeout: 240_000 })
  await expect(line(page)).toContainText('Online')
  const before = (await onServer()) as { seats: number }
  network.cut()

  await page.getByRole('searchbox', { name: 'Search the organisations' }).fill('solstice')
  await page.getByRole('link', { name: 'Atelier Solstice' }).click()
  await expect(page.getByRole('heading', { name: 'Atelier Solstice' })).toBeVisible()

  await page.keyboard.press('p')
  const dialog = page.getByRole('dialog')
  const choose = async (plan: string) => {
    await dialog.getByRole('combobox', { name: 'Plan' }).click()
    await page.getByRole('option', { name: plan }).click()
  }
  await choose('Free')
  await expect(dialog).toContainText('Remove members first.')
  await choose('Business')
  await expect(dialog.getByRole('table', { name: 'What changes' })).toContainText('Business')
  await expect(dialog).toContainText('Single sign-on')
  await dialog.getByRole('textbox', { name: 'Seats' }).fill('1')
  await expect(dialog).toContainText('each needs a seat')
  await dialog.getByRole('textbox', { name: 'Seats' }).fill('12')
  await expect(dialog.getByRole('table', { name: 'What changes' })).toContainText('12')
  await dialog.getByRole('button', { name: /Change it/ }).click()
  await expect(page.getByRole('region', { name: 'Subscription' })).toContainText('3 of 12 taken')

  await page.keyboard.press('i')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('no address')
  await dialog.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('Enter a complete e-mail address.')
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('lucie@example.com')
  await page.keyboard.press('Control+Enter')
  const invitations = page.getByRole('region', { name: 'Open invitations' })
  await expect(invitations).toContainText('lucie@example.com')
  await expect(invitations).toContainText('Pending')
  await expect(page.getByRole('complementary')).toContainText('Moved to another plan')
  process.kill(-(app.child.pid ?? 0), 'SIGKILL')

  await open(page)
  await expect(line(page)).toContainText('Offline', { timeout: 30_000 })
  await expect(line(page)).toContainText('2 saved here')
  await go(page, `organizations/${workshopId}`)
  await expect(page.getByRole('region', { name: 'Subscription' })).toContainText('Business')
  await expect(invitations).toContainText('lucie@example.com')

  await go(page, 'plans')
  await page
    .getByRole('row', { name: /^Records/ })
    .getByRole('button')
    .first()
    .focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Pro · Records' })).toBeVisible()
  await go(page, 'plans/pro/max_schedules')
  const cell = page.getByRole('region', { name: 'Pro · Schedules' })
  await cell.getByRole('textbox', { name: 'New limit' }).fill('1')
  await expect(cell).toContainText('would be over')
  await cell.getByRole('textbox', { name: 'New limit' }).fill('-7')
  await page.keyboard.press('Enter')
  await expect(cell).toContainText('Enter a whole number of zero or more')
  await cell.getByRole('textbox', { name: 'New limit' }).fill('40')
  await page.keyboard.press('Enter')
  await expect(cell).toContainText('Pending')
  expect(await onServer()).toEqual(before)

  network.mend()
  await expect(line(page)).toContainText('Nothing to send', { timeout: 240_000 })
  expect(await onServer()).toEqual({
    plan: 'business',
    seats: 12,
    invited: ['viewer'],
    schedules: '40',
    log: ['member_invited', 'plan_changed', 'plan_feature_changed'],
  })

  await go(page, 'audit?who=staff&days=1')
  await expect(page.getByRole('heading', { name: 'Audit log' })).toBeVisible()
  await page.getByRole('gridcell', { name: 'Moved to another plan' }).first().click()
  const entry = page.getByRole('complementary', { name: 'Entry of the audit log' })
  await expect(entry.getByRole('row', { name: 'Plan Pro Business' })).toBeVisible()
  await expect(entry.getByRole('row', { name: `Seats ${before.seats} 12` })).toBeVisible()
})
