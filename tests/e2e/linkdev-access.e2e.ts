import { expect, test } from '@playwright/test'
import { workshopId } from '#main/demo/data/linkdev/workshop.ts'
import { barriers } from './support/barriers.ts'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser, {
    workspace: 'ld',
    system: 'linkdev',
    role: 'super_admin',
    heading: 'Organisations',
  })
  await desk.signIn()
})
test.afterAll(async () => {
  await desk.close()
})

test('the desks of LiNKdev have no barrier that axe can find', async () => {
  const { page, go } = desk
  const dialog = page.getByRole('dialog')
  await expect(page.getByRole('link', { name: 'Atelier Solstice' })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])

  await go(`organizations/${workshopId}`)
  await expect(page.getByRole('heading', { name: 'Atelier Solstice' })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])
  await page.keyboard.press('p')
  await dialog.getByRole('combobox', { name: 'Plan' }).click()
  await page.getByRole('option', { name: 'Free' }).click()
  await expect(dialog).toContainText('Remove members first.')
  expect(await barriers(desk.page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await go('plans/pro/max_records')
  await page.getByRole('textbox', { name: 'New limit' }).fill('1')
  await expect(page.getByRole('region', { name: 'Pro · Records' })).toContainText('would be over')
  expect(await barriers(desk.page)).toEqual([])

  await go('audit?who=staff')
  await page.getByRole('gridcell', { name: 'Moved to another plan' }).first().click()
  await expect(page.getByRole('table', { name: 'Before and after' })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])
})
