import type { Page } from '@playwright/test'

interface Camera {
  readonly page: Page
  readonly take: (name: string) => Promise<void>
  readonly inDark: (work: () => Promise<void>) => Promise<void>
}

/** The pictures of what every system gets without a line of code for it, taken from LiNKdev. */
export async function takeTables({ page, take, inDark }: Camera): Promise<void> {
  const go = (place: string) =>
    page.evaluate((hash) => window.location.assign(hash), `#/w/linkdev${place === '' ? '' : `/${place}`}`)
  await go('')
  await page.getByRole('button', { name: /super admin/i }).click()
  await page.getByRole('link', { name: 'All tables' }).waitFor({ timeout: 60_000 })
  await go('dashboards')
  await page.getByRole('heading', { name: 'Dashboards' }).waitFor()
  await inDark(() => take('dashboards-dark'))
  await go('tables/public.subscriptions')
  await page.getByRole('row').nth(5).waitFor()
  await take('table-light')
  await page.keyboard.press('Control+K')
  await page.keyboard.type('mar')
  await page.getByText(/rows found/).waitFor()
  await take('search-light')
  await page.keyboard.press('Escape')
}
