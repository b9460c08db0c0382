import { expect, test } from '@playwright/test'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
  await desk.signIn()
})
test.afterAll(async () => {
  await desk.close()
})

test('a query that could not be stopped for long, by estimate, asks first, and runs all the same when told to', async () => {
  const { page } = desk
  await desk.go('sql')
  const editor = page.getByRole('textbox', { name: 'Query' })
  await editor.click()
  // The planner takes each of them for a thousand rows; there is one.
  const one = '(select 1)'
  await page.keyboard.insertText(
    `select count(*) as n from generate_series(1, ${one}) a, generate_series(1, ${one}) b, generate_series(1, ${one}) c`,
  )
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('in which it can’t be stopped')
  await page.getByRole('button', { name: 'Run it all the same' }).click()
  await expect(page.getByRole('gridcell', { name: '1', exact: true })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
