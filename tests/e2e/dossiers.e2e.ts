import { expect, test } from '@playwright/test'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole
let dossier: { id: string; reference: string }

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
  await desk.signIn()
  const [found] = await desk.cloud.sql<{ id: string; reference: string }>(
    `select id, reference from public.dossiers where status = 'NEW' order by id limit 1`,
  )
  if (!found) throw new Error('No dossier is new.')
  dossier = found
})
test.afterAll(async () => {
  await desk.close()
})

const onServer = async () =>
  (
    await desk.cloud.sql<{ status: string; holder: string | null; sent: number }>(
      `select d.status::text,
         (select g.full_name from public.dossier_assignments a join public.agents g on g.id = a.agent_id
            where a.dossier_id = d.id and a.released_at is null) as holder,
         (select count(*)::int from public.messages m where m.dossier_id = d.id and m.body = 'We have started on your file.') as sent
       from public.dossiers d where d.id = $1`,
      [dossier.id],
    )
  )[0]
const changes = async () =>
  (
    await desk.cloud.sql<{ n: number }>(
      "select count(*)::int as n from public.events where event_type = 'DOSSIER_STATUS_CHANGED' and dossier_id = $1",
      [dossier.id],
    )
  )[0]?.n

test('a dossier is taken, on the page at once and on the server soon after', async () => {
  await desk.go(`dossiers/${dossier.id}`)
  await expect(desk.page.getByRole('heading', { name: dossier.reference })).toBeVisible()
  await desk.page.getByRole('button', { name: /^Take/ }).click()
  await expect(desk.page.getByRole('complementary')).toContainText('Marie Lambert')
  await expect.poll(onServer).toMatchObject({ holder: 'Marie Lambert' })
})

test('status, message and hand-on are decided offline, shown at once, and land once when the network is back', async () => {
  const { page, network, line } = desk
  const before = (await changes()) ?? 0
  network.cut()

  await page.getByRole('button', { name: 'Change the status' }).click()
  await page.getByRole('menuitem', { name: 'Awaiting documents' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('Please send your passport.')
  await page.getByRole('button', { name: /Change, tell the client/ }).click()
  await expect(page.getByRole('complementary')).toContainText('Awaiting documents')

  await page.getByPlaceholder('Write to the client').fill('We have started on your file.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('main')).toContainText('We have started on your file.')

  await page.getByRole('button', { name: 'Hand on' }).click()
  await page.getByRole('menuitem', { name: 'Karim Haddad' }).click()
  await expect(page.getByRole('complementary')).toContainText('Karim Haddad')

  await expect(line).toContainText('Offline', { timeout: 30_000 })
  await expect(line).toContainText('3 saved here')
  await page.reload()
  await expect(page.getByRole('complementary')).toContainText('Karim Haddad')
  await expect(page.getByRole('main')).toContainText('We have started on your file.')
  expect(await onServer()).toEqual({ status: 'NEW', holder: 'Marie Lambert', sent: 0 })

  network.mend()
  await expect(line).toContainText('Nothing to send', { timeout: 240_000 })
  expect(await onServer()).toEqual({
    status: 'AWAITING_DOCUMENTS',
    holder: 'Karim Haddad',
    sent: 1,
  })
  expect(await changes()).toBe(before + 1)
})

test('what somebody else does on the server appears on the open page by itself', async () => {
  await desk.cloud.sql(
    `update public.profiles set phone = '+33 1 86 00 00 00'
    where id = (select user_id from public.dossiers where id = $1)`,
    [dossier.id],
  )
  await desk.page.bringToFront()
  await desk.page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(desk.page.getByRole('complementary')).toContainText('+33 1 86 00 00 00', { timeout: 20_000 })
})

const employ = (name: string, active: boolean) =>
  desk.cloud.sql('update public.agents set is_active = $1 where full_name = $2', [active, name])

/** Hands the dossier to somebody who leaves before the decision arrives: the server refuses it. */
async function refusedHandOn(name: string) {
  const { page, network, line } = desk
  network.cut()
  await desk.go(`dossiers/${dossier.id}`)
  await page.getByRole('button', { name: 'Hand on' }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page.getByRole('complementary')).toContainText(name)
  await expect(line).toContainText('1 saved here', { timeout: 30_000 })
  await employ(name, false)
  network.mend()
  await expect(line).toContainText('1 refused', { timeout: 240_000 })
  await desk.go('outbox')
  await expect(page.getByRole('heading', { name: 'Outbox' })).toBeVisible()
  await page.getByRole('main').getByRole('listitem').click()
}

test('a refused decision says why, and is sent again once its reason is gone', async () => {
  await refusedHandOn('Sofia Lindqvist')
  const detail = desk.page.getByRole('complementary')
  await expect(detail).toContainText('This person is not an active agent. Choose another one.')
  await employ('Sofia Lindqvist', true)
  await detail.getByRole('button', { name: /Send again/ }).click()
  await expect.poll(onServer, { timeout: 30_000 }).toMatchObject({ holder: 'Sofia Lindqvist' })
  await expect(desk.line).toContainText('Nothing to send')
})

test('a refused decision is discarded only after it was shown once more', async () => {
  const { page, line } = desk
  await refusedHandOn('Karim Haddad')
  await expect(page.getByRole('complementary').getByRole('button', { name: /Discard/ })).toBeVisible()
  await page.keyboard.press('d')
  await expect(page.getByRole('dialog')).toContainText(`Hand ${dossier.reference} to Karim Haddad`)
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(line).not.toContainText('refused')
  await desk.go(`dossiers/${dossier.id}`)
  await expect(page.getByRole('complementary')).toContainText('Sofia Lindqvist')
  expect(await onServer()).toMatchObject({ holder: 'Sofia Lindqvist' })
})
