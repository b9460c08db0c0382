import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openCluster } from '#tests/support/cluster.ts'
import { filmShop } from '#tests/support/film-shop.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'
import { type PlainCloud, startPlainCloud } from '#tests/support/plain-cloud.ts'
import { type BrowserProcess, startBrowserProcess } from './support/browser-process.ts'

let cloud: PlainCloud
let network: Network
let home: string
let app: BrowserProcess

test.beforeAll(async () => {
  const cluster = await openCluster()
  cloud = await startPlainCloud(filmShop, { url: cluster.url, close: cluster.stop })
  await cloud.sql('create table public.late_returns (id integer primary key)')
  network = await openNetwork(cloud.url)
  home = mkdtempSync(join(tmpdir(), 'outpost-e2e-'))
  app = await startBrowserProcess(home)
})
test.afterAll(async () => {
  await app?.stop()
  await network?.close()
  await cloud?.stop()
  rmSync(home, { recursive: true })
})

const line = (page: Page) => page.getByRole('region', { name: 'State of the synchronisation' })
const go = (page: Page, place: string) => page.evaluate((hash) => window.location.assign(hash), `#/w/shop/${place}`)

test('a project that nothing is known of is added, read, searched and edited offline, and reconciled', async ({
  page,
}) => {
  await page.goto(app.address)
  await page.getByRole('textbox', { name: 'Name' }).fill('shop')
  await page.getByRole('combobox', { name: 'System' }).click()
  await page.getByRole('option', { name: 'Any other project' }).click()
  await page.getByRole('textbox', { name: 'Project URL' }).fill(network.url)
  await page.getByRole('textbox', { name: 'Publishable key' }).fill(cloud.key)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByLabel('E-mail').fill(cloud.email)
  await page.getByLabel('Password', { exact: true }).fill(cloud.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(line(page)).toContainText('Online', { timeout: 240_000 })

  await go(page, 'tables/films')
  await expect(page.getByRole('heading', { level: 1, name: 'Films' })).toBeVisible()
  await expect(page.locator('main > header')).toContainText('40 rows')
  // A foreign key is shown by the row that it points to, an enum by its value, a help text by the column's comment.
  await expect(page.getByRole('gridcell', { name: 'Français' }).first()).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await go(page, 'tables/late_returns')
  await expect(page.getByText('Rows of this table do not come to this computer yet')).toBeVisible()
  network.cut()
  await expect(line(page)).toContainText('Offline')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search everything' }).fill('Film 17')
  await page
    .getByRole('option', { name: /Film 17/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Film 17' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Roles')
  await page.getByRole('button', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: 'Price' }).fill('-1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Price' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Price' }).fill('7.50')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('main')).toContainText('3.75')
  await expect(line(page)).toContainText('1 saved here')

  network.mend()
  await expect(line(page)).toContainText('Nothing to send', { timeout: 240_000 })
  expect(await cloud.sql('select price, half_price from public.films where id = 17')).toEqual([
    { price: '7.50', half_price: '3.7500000000000000' },
  ])
})
