import { expect, test } from '@playwright/test'
import { en, fr } from '#renderer/i18n/resources.ts'
import { uploadNewVersion } from '#tests/support/cloud.ts'
import { barriers } from './support/barriers.ts'
import { holdBack } from './support/hold-back.ts'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
})
test.afterAll(async () => {
  await desk.close()
})

const set = (part: object) => desk.page.evaluate((input) => window.outpost.call('settings.set', input), part)

/** Presses Tab until something is focused, as a person without a mouse would. */
async function tabTo(name: RegExp) {
  for (let presses = 0; presses < 40; presses++) {
    await desk.page.keyboard.press('Tab')
    const label = await desk.page.evaluate(() => {
      const focused = document.activeElement
      return focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
    if (name.test(label)) return
  }
  throw new Error(`Tab never reached ${name}.`)
}

test('the sign-in page has no barrier that axe can find', async () => {
  await expect(desk.page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])
})

test('without a mouse: sign in, decide three documents, open the outbox', async () => {
  const { page, network, line, cloud } = desk
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type(agent?.email ?? '')
  await page.keyboard.press('Tab')
  await page.keyboard.type(agent?.password ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /Approve, next/ })).toBeEnabled({ timeout: 240_000 })
  await expect(line).not.toContainText(/\b0 files/)
  network.cut()

  const decided: string[] = []
  for (const decide of [approve, reject, approve]) {
    await expect(page.getByRole('button', { name: /Approve, next/ })).toBeEnabled()
    decided.push(page.url().split('/').at(-1) ?? '')
    await decide()
    await expect(page).not.toHaveURL(new RegExp(decided.at(-1) ?? ''))
  }
  await expect(line).toContainText(/3 (pending|saved here)/)
  await tabTo(/^Outbox/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Outbox' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('j')
  await expect(page.getByRole('complementary').getByRole('button', { name: /Take back/ })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])

  // One of them will be a conflict: its client sends a new version meanwhile.
  await uploadNewVersion(cloud, decided[2] ?? '')
  network.mend()
  await expect(line).toContainText('1 conflict', { timeout: 240_000 })
})

const approve = () => desk.page.keyboard.press('a')
async function reject() {
  await desk.page.keyboard.press('r')
  await expect(desk.page.getByLabel('Comment to the client')).toBeFocused()
  await desk.page.keyboard.type('La page 2 manque.')
  await desk.page.keyboard.press('Control+Enter')
}

for (const [name, place, there] of [
  ['the review desk', 'review', /Approve, next/],
  ['the dossiers', 'dossiers', undefined],
  ['a conflict', 'conflicts', /Approve the new version instead/],
  ['the settings', 'settings', /Remove…/],
  ['the state of the synchronisation', 'sync', undefined],
] as const)
  test(`${name}: no barrier that axe can find, in light and dark`, async () => {
    await desk.go(place)
    if (there) await expect(desk.page.getByRole('button', { name: there })).toBeEnabled()
    else await expect(desk.page.getByRole('heading', { level: 1 })).toBeVisible()
    if (place === 'dossiers') await expect(desk.page.getByRole('row').nth(3)).toBeVisible()
    expect(await barriers(desk.page)).toEqual([])
  })

test('the queue as a table, a dossier, and the page for another workspace: no barrier that axe can find', async () => {
  const { page } = desk
  await desk.go('review')
  await page.getByTitle('Table', { exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Client' })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])
  await page.getByTitle('List and document').click()
  // The desk opens its first document by itself; only then is it at rest.
  await expect(page.getByRole('button', { name: /Approve, next/ })).toBeEnabled()

  const [dossier] = await desk.cloud.sql<{ id: string }>('select dossier_id as id from public.messages limit 1')
  await desk.go(`dossiers/${dossier?.id}`)
  await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])

  await page.evaluate(() => window.location.assign('#/add'))
  await expect(page.getByLabel('Project URL')).toBeVisible()
  expect(await barriers(desk.page)).toEqual([])
})

test('the inbox with a conflict in it: no barrier that axe can find', async () => {
  const { page } = desk
  await page.evaluate(() => window.location.assign('#/inbox'))
  await expect(page.getByRole('heading', { level: 1, name: en.inbox.title })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  expect(await barriers(page)).toEqual([])
})

test('the menu of an export, and one that goes on: no barrier that axe can find', async () => {
  const { page } = desk
  await desk.go('tables/events')
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  await page.getByRole('button', { name: en.exports.button }).click()
  const csv = page.getByRole('menuitem', { name: en.exports.csv })
  await expect(csv.last()).toBeVisible()
  expect(await barriers(page)).toEqual([])

  const letThrough = await holdBack(page, 'export.write')
  await csv.last().click()
  const panel = page.getByRole('region', { name: en.exports.button })
  await expect(panel.getByRole('progressbar')).toBeVisible()
  await expect(csv).toHaveCount(0)
  expect(await barriers(page)).toEqual([])
  const download = page.waitForEvent('download')
  await letThrough()
  expect((await download).suggestedFilename()).toMatch(/^events .*\.csv$/)
  await expect(panel).toHaveCount(0)
})

interface Tree {
  readonly [key: string]: string | Tree
}

function sentences(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : sentences(value)))
}

/** Sentences that are never French, so that one of them on screen betrays its language. */
function englishOnly(): ReadonlySet<string> {
  const french = new Set(sentences(fr as never))
  return new Set(
    sentences(en as never).filter((words) => !french.has(words) && !words.includes('{{') && words.length >= 3),
  )
}

/** Every text of the page, and every one that only a reader or a hover tells. Runs in the page. */
function wordsOnPage(): string[] {
  const texts: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '')
  return texts.map((text) => text.trim())
}

test('in French nothing stays in English, at once and on every page', async () => {
  const { page } = desk
  await desk.go('settings')
  await page.getByText('Français', { exact: true }).click()
  await expect(page.getByRole('region', { name: fr.sync.line })).toContainText('En ligne')
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  const english = englishOnly()
  for (const place of ['settings', 'review', 'dossiers', 'tables', 'outbox', 'conflicts', 'sync']) {
    await desk.go(place)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const lines = await page.evaluate(wordsOnPage)
    expect(
      lines.filter((words) => english.has(words)),
      place,
    ).toEqual([])
  }
  await set({ language: 'en' })
})
