import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
  await desk.signIn()
})
test.afterAll(async () => {
  await desk.close()
})

const heading = (name: string | RegExp) => desk.page.getByRole('heading', { level: 1, name })
const open = async () => {
  await desk.go('tables/dossiers')
  await expect(heading('Dossiers')).toBeVisible()
}
const bar = () => desk.page.getByRole('group', { name: 'Conditions' })
const note = () => desk.page.locator('main > header')
const count = async (where: string) =>
  (await desk.cloud.sql<{ n: number }>(`select count(*)::int as n from public.dossiers where ${where}`))[0]?.n ?? 0
const words = (rows: number) => (rows === 1 ? '1 row' : `${new Intl.NumberFormat('en-GB').format(rows)} rows`)
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key)
}
/** Opens the editor on a column, by keys alone. */
async function addCondition(column: string) {
  const { page } = desk
  await page.getByRole('button', { name: 'Add condition' }).focus()
  await press('Enter')
  await expect(page.getByRole('combobox', { name: 'Column' })).toBeFocused()
  await page.keyboard.type(column)
  await expect(page.getByRole('option', { name: column, exact: true })).toBeVisible()
  await press('ArrowDown', 'Enter')
  await expect(page.getByRole('combobox', { name: 'Comparison' })).toBeVisible()
}

test('conditions are built by keyboard; rows, count and address follow at once', async () => {
  const { page } = desk
  await open()
  await expect(note()).toContainText(words(await count('true')))

  await addCondition('Status since')
  await press('Tab', 'Tab')
  await expect(page.getByRole('textbox', { name: 'Number' })).toBeFocused()
  await page.keyboard.type('60')
  await press('Enter')
  await expect(bar()).toContainText('Status since is in the last 60 days')
  await expect(note()).toContainText(words(await count(`status_changed_at > now() - interval '60 days'`)))

  await addCondition('Held by')
  await page.getByRole('checkbox', { name: 'Me, whoever is signed in' }).focus()
  await press('Space', 'Enter')
  await expect(bar()).toContainText('Held by is me')
  const mine = `assigned_to = (select id from public.agents where full_name = 'Marie Lambert')`
  const both = `status_changed_at > now() - interval '60 days' and ${mine}`
  await expect(note()).toContainText(words(await count(both)))

  await page.reload()
  await expect(note()).toContainText(words(await count(both)))
  await page.getByRole('button', { name: 'and', exact: true }).click()
  await expect(note()).toContainText(words(await count(both.replace(' and ', ' or '))))

  await page.getByRole('button', { name: /^Change this condition: Held by/ }).focus()
  await press('Delete')
  await expect(bar()).not.toContainText('Held by')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(note()).toContainText(words(await count('true')))
  expect(await page.evaluate(() => location.hash)).toBe('#/w/pv/tables/dossiers')
})

test('a row of another table is chosen by its words', async () => {
  const { page } = desk
  const [client] = await desk.cloud.sql<{ id: string; name: string }>(
    'select p.id, p.full_name as name from public.dossiers d join public.profiles p on p.id = d.user_id order by d.id limit 1',
  )
  await open()
  await addCondition('Client')
  await page.getByRole('combobox', { name: 'Value' }).fill(client?.name ?? '')
  await page
    .getByRole('option', { name: client?.name ?? '' })
    .first()
    .click()
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(bar()).toContainText(`Client is ${client?.name}`)
  await expect(note()).toContainText(words(await count(`user_id = '${client?.id}'`)))
})

test('what can’t be meant is told on its field; an empty list says which condition leaves nothing', async () => {
  const { page } = desk
  await open()
  await addCondition('Reference')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Fill this in.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Value' }).fill('no such reference')
  await press('Enter')
  await expect(page.getByText('No row matches')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Without “Reference contains “no such reference””')
  await page.getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByText('No row matches')).toBeHidden()
  await expect(note()).toContainText(words(await count('true')))
})

test('a list is kept as a view with its conditions, order and columns, and comes back after its deletion', async () => {
  const { page } = desk
  const nav = page.getByRole('navigation', { name: 'Pages of pv' })
  await desk.go(`tables/dossiers?filter=${encodeURIComponent('{"column":"status","is":"one_of","values":["NEW"]}')}`)
  await page.getByRole('columnheader', { name: /^Status since/ }).click()
  await page.getByRole('columnheader', { name: /^Reference/ }).click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Product' }).click()
  await press('Escape')
  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Fresh')
  await press('Enter')
  await expect(heading('Fresh')).toBeVisible()

  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Fresh ones')
  await press('Enter')
  await expect(heading('Fresh ones')).toBeVisible()

  const address = page.url()
  await desk.go('tables/dossiers')
  await expect(page.getByRole('columnheader', { name: 'Product' })).toHaveCount(0)
  await nav.getByRole('link', { name: 'Fresh ones' }).click()
  expect(page.url()).toBe(address)
  const shown = async () => {
    await expect(bar()).toContainText('Status is New')
    await expect(note()).toContainText(words(await count(`status = 'NEW'`)))
    await expect(page.getByRole('columnheader', { name: /^Status since/ })).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.getByRole('columnheader', { name: /^Reference/ })).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.getByRole('columnheader', { name: 'Product' })).toHaveCount(0)
  }
  await shown()

  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(nav.getByRole('link', { name: 'Fresh ones' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(heading('Fresh ones')).toBeVisible()
  await shown()

  const onServer = async () => (await desk.cloud.sql('select name from public.console_views')).length
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Share with everybody' }).click()
  await expect(page.getByText('Everybody who uses this console sees “Fresh ones” now.')).toBeVisible()
  await expect.poll(onServer).toBe(1)
  expect(page.url()).toBe(address)
  await shown()
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Keep for myself' }).click()
  await expect.poll(onServer).toBe(0)
  await shown()

  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a new view' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Ours')
  await page.getByRole('checkbox', { name: 'Share it with everybody' }).check()
  await page.screenshot({ path: 'test-results/tables-share.png' })
  await press('Enter')
  await expect(heading('Ours')).toBeVisible()
  await expect.poll(onServer).toBe(1)
  await page.screenshot({ path: 'test-results/tables-shared.png' })
})

test('the product’s own views stand in the navigation with what waits in them', async () => {
  const link = desk.page.getByRole('link', { name: /^Held by no one/ })
  const waiting = `assigned_to is null and status not in ('COMPLETED', 'CANCELLED', 'DELIVERED')`
  await expect(link).toContainText(String(await count(waiting)))
  await link.click()
  await expect(heading('Held by no one')).toBeVisible()
  await expect(note()).toContainText(words(await count(waiting)))
})

test('one box finds rows of every table and pages, by keyboard alone', async () => {
  const { page } = desk
  const [client] = await desk.cloud.sql<{ id: string; name: string }>(
    `select id, full_name as name from public.profiles where full_name ~ '[éèëï]' order by id limit 1`,
  )
  const box = page.getByRole('combobox', { name: 'Search everything' })
  const active = page.getByRole('option', { selected: true })
  const bare = client?.name.normalize('NFD').replace(/[\u0300-\u036f]/g, '') ?? ''
  await press('Control+k')
  await expect(box).toBeFocused()
  await page.keyboard.type(bare)
  const clients = page.getByRole('group', { name: 'Clients' })
  await expect(clients.getByRole('option').first().locator('mark').first()).toBeVisible()
  await expect(clients.getByRole('option').first()).toHaveText(client?.name ?? '')
  await expect(active).toHaveText(client?.name ?? '')
  await press('Enter')
  await expect(heading(client?.name ?? '')).toBeVisible()

  await press('Control+k')
  await page.keyboard.type(client?.id ?? '')
  await expect(page.getByRole('group', { name: 'Dossiers' })).toBeVisible()
  await box.fill('nothing is called this')
  await expect(page.getByRole('status').filter({ hasText: 'No row holds' })).toBeVisible()

  await box.fill('outbox')
  await expect(active).toContainText('Outbox')
  await press('Enter')
  await expect(heading('Outbox')).toBeVisible()
})

test('of many rows the box shows a few, says how many more there are, and leads to their list', async () => {
  const { page } = desk
  await press('Control+k')
  await page.getByRole('combobox', { name: 'Search everything' }).fill('D-20')
  const more = page.getByRole('group', { name: 'Dossiers' }).getByRole('option').last()
  const all = await count(`reference ilike '%d-20%'`)
  await expect(more).toHaveText(`${new Intl.NumberFormat('en-GB').format(all - 5)} more rows`)
  await more.click()
  await expect(heading('Dossiers')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('D-20')
  await expect(note()).toContainText(words(all))
  await page.getByRole('searchbox').fill('')
})

test('a row that is not kept here waits for the network, comes by itself, and says from when it is', async () => {
  const { page, network, line } = desk
  const [event] = await desk.cloud.sql<{ id: string; dossier: string; n: number }>(
    `select min(id::text) as id, dossier_id as dossier, count(*)::int as n from public.events
     where dossier_id is not null group by dossier_id having max(created_at) < now() - interval '40 days' limit 1`,
  )
  await page.evaluate(() =>
    window.outpost.call('scopes.set', {
      workspace: 'pv',
      relation: 'public.events',
      scope: { days: 30, by: 'created_at' },
    }),
  )
  network.cut()
  await expect(line).toContainText('Offline', { timeout: 30_000 })
  await desk.go(`tables/dossiers/row/${encodeURIComponent(JSON.stringify([event?.dossier]))}`)
  const events = page.getByRole('complementary').getByRole('listitem').filter({ hasText: 'Events' })
  await expect(events).toContainText('Offline: only those kept here.')
  await expect(events.getByRole('link')).toHaveText('Events0')
  await desk.go(`tables/events/row/${encodeURIComponent(JSON.stringify([event?.id]))}`)
  await expect(page.getByText('This row is not on this computer')).toBeVisible()

  network.mend()
  await expect(note()).toContainText('As of', { timeout: 240_000 })
  await desk.go(`tables/dossiers/row/${encodeURIComponent(JSON.stringify([event?.dossier]))}`)
  await expect(events).toContainText('All of them, as of')
  await expect(events.getByRole('link')).toHaveText(`Events${event?.n}`)

  await desk.go('tables/events/row/%5B%2200000000-0000-4000-8000-000000000000%22%5D')
  await expect(page.getByText('There is no such row')).toBeVisible()
})

test('bar, editor, box and menus have nothing that shuts anybody out, in light and in dark', async () => {
  const { page } = desk
  const filter = encodeURIComponent(
    '{"all":[{"column":"status","is":"empty"},{"any":[{"column":"reference","is":"empty"}]}]}',
  )
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => window.outpost.call('settings.set', { theme: chosen }), theme)
    await desk.go(`tables/dossiers?filter=${filter}`)
    await expect(page.getByText('No row matches')).toBeVisible()
    const found = async () =>
      (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()).violations
    expect(await found()).toEqual([])
    await page.getByRole('button', { name: /^Change this condition: Status/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await found()).toEqual([])
    await press('Escape')
    await press('Control+k')
    await page.getByRole('combobox', { name: 'Search everything' }).fill('D-20')
    await expect(page.getByRole('option', { name: /more rows/ }).first()).toBeVisible()
    expect(await found()).toEqual([])
    await press('Escape')
  }
})
