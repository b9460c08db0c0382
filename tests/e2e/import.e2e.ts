import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
  await desk.signIn('super_admin')
})
test.afterAll(async () => {
  await desk.close()
})

const file = (...lines: string[]) => ({
  name: 'kinds.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Code;Wording;Remark', ...lines].join('\r\n')),
})
const choose = async (...lines: string[]) => {
  const [chooser] = await Promise.all([
    desk.page.waitForEvent('filechooser'),
    desk.page.getByRole('button', { name: /Choose (a|another) file/ }).click(),
  ])
  await chooser.setFiles(file(...lines))
}
const map = async (column: string, source: string) => {
  const { page } = desk
  await page.getByRole('combobox', { name: `What fills ${column}` }).click()
  await page.getByRole('option', { name: source }).click()
}
const step = (name: string) => desk.page.getByRole('region', { name })

test('a file is mapped, and checked without a trace', async () => {
  const { page, cloud } = desk
  desk.network.cut()
  await desk.go('tables/document_types')
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Import into / })).toBeVisible()
  await choose('lease;Bail;first', 'utility;   ;second')
  await expect(step('File')).toContainText('2 rows, 3 columns')
  await expect(page.getByRole('combobox', { name: 'What fills Code' })).toHaveValue('File: Code')
  await map('Name', 'File: Wording')
  await map('Description', 'The same value for all')
  await page.getByRole('textbox', { name: 'Value of Description for all rows' }).fill('Imported')
  await step('Check').getByRole('button', { name: 'Check' }).click()
  await expect(step('Check').getByRole('status')).toContainText('2 rows checked1 new1 left out')
  const problem = step('Check').getByRole('row').nth(1)
  await expect(problem).toContainText('3')
  await expect(problem).toContainText('“Name” has a value that is not allowed here.')
  const [there] = await cloud.sql<{ n: number }>(
    `select count(*)::int as n from public.document_types where code = 'lease'`,
  )
  expect(there?.n).toBe(0)
  await expect(desk.line).toContainText('Nothing to send')
})

test('what was wrong leaves as a CSV file', async () => {
  const { page } = desk
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  const [header, line] = Buffer.concat(chunks).toString('utf8').split('\r\n')
  expect(header).toBe('\uFEFFLine,Column,Value,Reason')
  expect(line).toContain('3,Name,"   ",')
})

test('the page has no accessibility faults, in light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page: desk.page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await desk.page.emulateMedia({ colorScheme: 'light' })
})

test('mended and accepted offline, the rows are here at once, and on the server when the network is back', async () => {
  const { page, cloud } = desk
  await choose('lease;Bail;first', 'utility;Facture;second')
  await map('Name', 'File: Wording')
  await step('Check').getByRole('button', { name: 'Check' }).click()
  await step('Check').getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(step('Check').getByRole('status')).toContainText('2 rows imported')
  await expect(step('Check')).toContainText('Saved on this computer.')
  await page.getByRole('link', { name: 'Open the table' }).click()
  await expect(page.getByRole('gridcell', { name: 'Facture' })).toBeVisible()
  await expect(desk.line).toContainText('2 saved here')
  await page.getByRole('link', { name: /^Inbox/ }).click()
  await page
    .getByRole('region', { name: /Partners VRAI/ })
    .getByRole('link', { name: /2 decisions wait to be sent/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible()
  desk.network.mend()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(desk.line).toContainText('Nothing to send')
  const rows = await cloud.sql(
    `select code, label from public.document_types where code in ('lease', 'utility') order by code`,
  )
  expect(rows).toEqual([
    { code: 'lease', label: 'Bail' },
    { code: 'utility', label: 'Facture' },
  ])
})

test('an accepted import is taken back as a whole, by keyboard, and its file can be checked again', async () => {
  const { page, cloud } = desk
  await desk.go('tables/document_types/import')
  await expect(page.getByRole('heading', { level: 1, name: /^Import into / })).toBeVisible()
  await choose('passport-scan;Scan;first', 'passport-photo;Photo;second')
  await map('Name', 'File: Wording')
  await step('Check').getByRole('button', { name: 'Check' }).click()
  await step('Check').getByRole('button', { name: 'Import 2 rows' }).click()
  await expect(step('Check').getByRole('status')).toContainText('2 rows imported')
  await expect(page.getByRole('button', { name: 'Take back', exact: true })).toBeVisible()
  await step('Check').getByRole('button', { name: 'Take back 2 rows' }).press('Enter')
  await expect(step('Check').getByRole('status')).toHaveText('2 rows taken back')
  await expect(step('Check').getByRole('status')).toBeFocused()
  await expect(page.getByText('2 changes taken back.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take back', exact: true })).toHaveCount(0)
  await expect(desk.line).toContainText('Nothing to send')
  await step('Check').getByRole('button', { name: 'Check' }).click()
  await expect(step('Check').getByRole('status')).toContainText('2 rows checked2 new')
  const rows = await cloud.sql(`select code from public.document_types where code like 'passport-%'`)
  expect(rows).toEqual([])
})
