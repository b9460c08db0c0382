import { workshopId } from '#main/demo/data/linkdev/workshop.ts'
import type { Stage } from './stage.ts'

/** An organisation, what the plans allow and whom less would hit, who did what, a table, and the dashboards. */
export async function linkdev({ page, line, go, inDark, take }: Stage): Promise<void> {
  await page.getByRole('button', { name: /Inès Marchal/ }).click()
  await page.getByRole('heading', { name: 'Organisations', exact: true }).waitFor({ timeout: 120_000 })
  await line.filter({ hasText: 'Online' }).waitFor()

  await go(`organizations/${workshopId}`)
  await page.getByRole('region', { name: 'Subscription' }).waitFor()
  await take('organization-light')

  await go('plans/pro/max_records')
  await page.getByLabel('New limit').fill('40')
  await page
    .getByText(/organisations would be over/)
    .first()
    .waitFor()
  await inDark(() => take('plans-dark'))

  await go('audit')
  await page.getByRole('row').filter({ hasText: 'Role of a member changed' }).first().click()
  await take('audit-light')

  await go('tables/users')
  await page.locator('.ag-row').nth(5).waitFor()
  await inDark(() => take('table-dark'))

  await go('dashboards/billing')
  await page.locator('figure').first().waitFor()
  await take('dashboards-light')
}
