import { expect, type Locator, test } from '@playwright/test'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await desk.signIn()
  // The desk opens its first document by itself: what comes before that would be left again.
  await expect(desk.page).toHaveURL(/review\/.+/)
})
test.afterAll(async () => {
  await desk.close()
})

type Client = Record<'id' | 'full_name', string> & Record<'country' | 'phone', string | null>

const order = encodeURIComponent('[{"column":"full_name","direction":"asc"}]')
const clients = () =>
  desk.cloud.sql<Client>('select id, full_name, country, phone from public.profiles order by full_name, id')
const open = async () => {
  await desk.go(`tables/profiles?sort=${order}`)
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()
  await expect(row(0)).toBeVisible()
}
const row = (index: number): Locator => desk.page.locator(`.ag-row[row-index="${index}"]`)
const cell = (index: number, column: string): Locator => row(index).locator(`[col-id="${column}"]`)
const bar = () => desk.page.getByRole('region', { name: 'Changes that are not applied yet' })
const picked = () => desk.page.getByRole('region', { name: 'Rows that are chosen' })
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key)
}
/** Takes back what the newest notice with these words tells of. */
const undo = (words: string) =>
  desk.page
    .getByRole('status')
    .filter({ hasText: words })
    .last()
    .getByRole('button', { name: 'Undo', exact: true })
    .click()
const onServer = async (id: string) => (await clients()).find((client) => client.id === id)

test('offline, three rows are edited in the grid, refused and mended on the cell, applied, and reach the server', async () => {
  const { page, network, line } = desk
  await open()
  const [one, two, three] = await clients()
  if (!one || !two || !three) throw new Error('There are too few clients.')
  network.cut()
  await expect(line).toContainText('Offline')

  await cell(0, 'phone').click()
  await press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('+33 1 11 11 11 11')
  await press('Enter')
  await expect(cell(0, 'phone')).toContainText('+33 1 11 11 11 11')
  await expect(bar()).toContainText('1 change in 1 row')

  // Enter has moved down; typing alone begins the next one.
  await page.keyboard.type('+33 2')
  await press('Escape')
  await expect(bar()).toContainText('1 change in 1 row')
  // On a busy computer the next keys wait already while the editing is called off: they are for the cell.
  await page.keyboard.type('+33 3')
  await page.evaluate(() => {
    const hold = () => {
      for (const until = performance.now() + 500; performance.now() < until; );
    }
    window.addEventListener('keydown', hold, { once: true })
  })
  await Promise.all([press('Escape'), page.keyboard.type('+33 2 22')])
  await press('Enter')
  await expect(cell(1, 'phone')).toContainText(/^\+33 2 22/)
  await expect(bar()).toContainText('2 changes in 2 rows')

  await cell(2, 'country').dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Belgium')
  await press('Tab')
  await expect(cell(2, 'phone').locator('input')).toBeFocused()
  await press('Escape')
  await expect(bar()).toContainText('3 changes in 3 rows')
  expect(await page.evaluate(() => location.hash)).toContain('tables/profiles')

  await page.getByRole('link', { name: 'Outbox' }).click()
  await expect(page.getByRole('main')).toContainText('Nothing')
  await open()
  await expect(bar()).toContainText('3 changes in 3 rows')
  await expect(cell(2, 'country')).toContainText('Belgium')

  await bar().getByRole('button', { name: 'Check' }).click()
  await expect(bar()).toContainText(three.full_name)
  await expect(cell(2, 'country').locator('[data-state="refused"]')).toBeVisible()
  await expect(cell(0, 'phone').locator('[data-state="changed"]')).toBeVisible()
  await page.screenshot({ path: 'test-results/editing-refused.png' })

  await bar().getByRole('button', { name: 'Apply' }).click()
  await expect(bar()).toContainText('1 change in 1 row')
  await expect(line).toContainText(/2 (pending|saved here)/)
  await cell(2, 'country').dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('BE')
  await press('Enter', 'Control+s')
  await expect(bar()).toBeHidden()
  await expect(line).toContainText(/3 (pending|saved here)/)
  expect(await clients()).toEqual(expect.arrayContaining([one, two, three]))

  network.mend()
  await expect.poll(async () => (await onServer(one.id))?.phone).toBe('+33 1 11 11 11 11')
  await expect.poll(async () => (await onServer(two.id))?.phone).toBe('+33 2 22')
  await expect.poll(async () => (await onServer(three.id))?.country).toBe('BE')
  await expect(line).not.toContainText(/pending|saved here/)
})

test('a cell that somebody else has changed meanwhile is shown as such, and is not written over unseen', async () => {
  const { page, cloud } = desk
  await open()
  const [one] = await clients()
  if (!one) throw new Error('There are no clients.')
  await cell(0, 'phone').click()
  await page.keyboard.type('mine')
  await press('Enter')
  await cloud.sql(`update public.profiles set phone = 'theirs' where id = $1`, [one.id])
  await expect(cell(0, 'phone').locator('[data-state="overtaken"]')).toBeVisible()
  await bar().getByRole('button', { name: 'Apply' }).click()
  await expect(bar()).toContainText('Somebody else has changed this meanwhile. Now: theirs')
  await bar().getByRole('button', { name: 'Keep mine' }).click()
  await expect(cell(0, 'phone').locator('[data-state="changed"]')).toBeVisible()
  await bar().getByRole('button', { name: 'Apply' }).click()
  await expect(bar()).toBeHidden()
  await undo('1 row saved')
  await expect(bar()).toContainText('1 change in 1 row')
  await bar().getByRole('button', { name: 'Discard' }).click()
  await expect(cell(0, 'phone')).toHaveText('theirs')
})

test('a field of a record that somebody else changes while it is written in is not written over unseen', async () => {
  const { page, cloud } = desk
  const [, one] = await clients()
  if (!one) throw new Error('There are too few clients.')
  await desk.go(`tables/profiles/row/${encodeURIComponent(JSON.stringify([one.id]))}`)
  const phone = page.getByRole('textbox', { name: 'Phone' })
  await page.getByRole('button', { name: 'Edit' }).click()
  await phone.fill('mine')
  await cloud.sql(`update public.profiles set phone = 'theirs' where id = $1`, [one.id])
  const note = page.getByRole('alert').filter({ hasText: 'Somebody else has changed this meanwhile. Now: theirs' })
  await expect(note).toBeVisible()
  await phone.press('Control+Enter')
  const refusal = page.getByText('Somebody else changed the same field meanwhile.')
  await expect(refusal).toBeVisible()
  await note.getByRole('button', { name: 'Take theirs' }).click()
  await expect(phone).toHaveValue('theirs')
  await expect(refusal).toBeHidden()
  await phone.fill('mine all the same')
  await cloud.sql(`update public.profiles set phone = 'theirs again' where id = $1`, [one.id])
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await phone.press('Control+Enter')
  await expect(phone).toBeHidden()
  await expect.poll(async () => (await onServer(one.id))?.phone, { timeout: 60_000 }).toBe('mine all the same')
})

test('a column that can’t be edited says why', async () => {
  const { page } = desk
  await open()
  await cell(0, 'email').click()
  await press('F2')
  await expect(page.getByText('E-mail can’t be edited: your account has no right to change it.')).toBeVisible()
})

test('many rows are chosen, tried out, changed together, and taken back together', async () => {
  const { page } = desk
  await open()
  const before = await clients()
  await cell(0, '!pick').click()
  await cell(4, '!pick').click({ modifiers: ['Shift'] })
  await expect(picked()).toContainText('5 rows chosen')
  await cell(5, 'phone').click()
  await press('Space')
  await expect(picked()).toContainText('6 rows chosen')
  await picked().getByRole('button', { name: 'Change a column' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Column' }).fill('Country')
  await page.getByRole('option', { name: 'Country' }).click()
  await dialog.getByRole('textbox', { name: 'Country' }).fill('Portugal')
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog.getByRole('region', { name: '6 rows would be refused' })).toContainText(
    before[0]?.full_name ?? '',
  )
  await expect(dialog.getByRole('button', { name: /^Change 0/ })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Back' }).click()
  await dialog.getByRole('combobox', { name: 'Column' }).fill('Country')
  await page.getByRole('option', { name: 'Country' }).click()
  await dialog.getByRole('textbox', { name: 'Country' }).fill('PT')
  await dialog.getByRole('button', { name: 'Preview' }).click()
  await expect(dialog).toContainText('Of 6 rows, 6 would be changed.')
  await expect(dialog.getByRole('table')).toContainText('PT')
  await page.screenshot({ path: 'test-results/editing-bulk.png' })
  await dialog.getByRole('button', { name: 'Change 6 rows' }).click()
  await expect(cell(5, 'country')).toHaveText('PT')
  await undo('6 rows saved')
  await expect(cell(5, 'country')).toHaveText(before[5]?.country ?? '–')
  expect((await clients()).map(({ country }) => country)).toEqual(before.map(({ country }) => country))
})

test('a range of cells is copied as the database has it, and pasted into staging', async () => {
  const { page } = desk
  await open()
  const [one, two, three] = await clients()
  await cell(0, 'full_name').click()
  await press('Shift+ArrowRight', 'Shift+ArrowDown')
  await expect(page.getByRole('status').filter({ hasText: '4 cells selected' })).toBeAttached()
  await press('Control+c')
  await expect(page.getByText('4 cells copied')).toBeVisible()
  const emails = await desk.cloud.sql<{ email: string }>(
    'select email from public.profiles order by full_name, id limit 2',
  )
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const text = async (type: string) => (await item?.getType(type))?.text()
    return { plain: await text('text/plain'), html: await text('text/html') }
  })
  expect(copied.plain).toBe(`${one?.full_name}\t${emails[0]?.email}\n${two?.full_name}\t${emails[1]?.email}`)
  expect(copied.html).toContain(`<td>${emails[1]?.email}</td>`)

  await page.evaluate(() => navigator.clipboard.writeText('DE\nNL'))
  await cell(1, 'country').click()
  await press('Control+v')
  await expect(cell(1, 'country')).toContainText('DE')
  await expect(cell(2, 'country')).toContainText('NL')
  await expect(bar()).toContainText('2 changes in 2 rows')
  await bar().getByRole('button', { name: 'Discard' }).click()
  await expect(cell(2, 'country')).toHaveText(three?.country ?? '–')

  await cell(1, 'country').click()
  // In the same turn as the click: the grid has not told of the moved focus yet.
  await cell(2, 'country').evaluate((element) => {
    element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }))
    element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'IT')
    window.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
  })
  await expect(cell(2, 'country')).toContainText('IT')
  await expect(bar()).toContainText('1 change in 1 row')
  await bar().getByRole('button', { name: 'Discard' }).click()

  await cell(0, 'country').click()
  await cell(2, 'country').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('status').filter({ hasText: '3 cells selected' })).toBeAttached()
  await cell(2, 'country').click()
  await expect(page.getByRole('status').filter({ hasText: 'cells selected' })).not.toBeAttached()
})

test('a record is printed as a page of its own: black on white, with whose it is and how old', async () => {
  const { page } = desk
  const [one] = await clients()
  await page.emulateMedia({ colorScheme: 'dark' })
  await desk.go(`tables/profiles/row/${encodeURIComponent(JSON.stringify([one?.id]))}`)
  await expect(page.getByRole('heading', { level: 1, name: one?.full_name ?? '' })).toBeVisible()
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', String(Number(document.body.dataset.printed ?? 0) + 1))
  })
  await page.getByRole('button', { name: 'Print' }).click()
  await press('Control+p')
  await expect(page.locator('body')).toHaveAttribute('data-printed', '2')

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^Printed by .+ on .+ · As of the last sync/)).toBeVisible()
  await expect(page.getByRole('navigation', { includeHidden: true }).first()).toBeHidden()
  await expect(desk.line).toBeHidden()
  await expect(page.getByRole('region', { name: 'Refers to this row' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible()
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector('main') ?? document.body)
    return { color, backgroundColor }
  })
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' })
  await page.screenshot({ path: 'test-results/editing-print.png', fullPage: true })
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
})
