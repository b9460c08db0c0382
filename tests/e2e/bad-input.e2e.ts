import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { type OpenConsole, openConsole } from './support/open-console.ts'

let desk: OpenConsole

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  desk = await openConsole(browser)
})
test.afterAll(async () => {
  await desk.close()
})

const entries = () => desk.page.evaluate(() => window.outpost.call('outbox.list', { workspace: 'pv', which: 'all' }))
const comment = () => desk.page.getByLabel('Comment to the client')

/** A document by its client and its type, as the server has it. */
async function documentOf(client: string, type: string): Promise<{ id: string; version: string }> {
  const [found] = await desk.cloud.sql<{ id: string; version: string }>(
    `select d.id, d.current_version_id as version from public.documents d
     join public.document_types t on t.id = d.document_type_id
     join public.dossiers o on o.id = d.dossier_id join public.profiles p on p.id = o.user_id
     where p.full_name = $1 and t.label = $2 and d.status = 'PENDING'`,
    [client, type],
  )
  if (!found) throw new Error(`No ${type} of ${client} waits.`)
  return found
}

test('a wrong password is told on its field, and lets nobody in', async () => {
  const { page, cloud } = desk
  await page.getByLabel('E-mail').fill(cloud.accounts[0]?.email ?? '')
  await page.getByLabel('Password', { exact: true }).fill('Not-the-password-1')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'The e-mail address or the password is not right.',
  )
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true')
})

test('a rejection without a comment is told on the comment, and nothing is saved', async () => {
  const { page } = desk
  await desk.signIn()
  // The desk opens its first document by itself.
  await expect(page).toHaveURL(/review\/.+/)
  const before = page.url()
  await page.getByRole('button', { name: /^Reject/ }).click()
  await expect(comment()).toHaveAccessibleDescription(/Write what is wrong/)
  await expect(comment()).toBeFocused()
  expect(page.url()).toBe(before)
  expect(await entries()).toMatchObject({ value: { total: 0 } })
})

test('a comment of 100 000 characters is refused on its field, and is still there after a reload', async () => {
  const { page } = desk
  const long = `${'La page 2 manque. '.repeat(5_555)}La page 3.`
  await comment().fill(long)
  await page.getByRole('button', { name: /^Reject/ }).click()
  await expect(comment()).toHaveAccessibleDescription(/100000 characters.*Shorten it/)
  expect(await entries()).toMatchObject({ value: { total: 0 } })
  await page.reload()
  await expect(comment()).toHaveValue(long)
  await comment().fill('')
})

test('a corrupt PDF says so, and its document can still be decided', async () => {
  const { page } = desk
  const { id } = await documentOf('Tom Becker', 'Operating agreement')
  await desk.go(`review/${id}`)
  await expect(page.getByText(/damaged|can’t be shown|could not be read/i).first()).toBeVisible()
  await comment().fill('This file is damaged, please upload it again.')
  await page.getByRole('button', { name: /^Reject/ }).click()
  await expect
    .poll(async () => (await desk.cloud.sql('select status::text from public.documents where id = $1', [id]))[0])
    .toEqual({ status: 'REJECTED' })
})

test('a file that claims 200 MB is refused, and says how much is allowed', async () => {
  const { page } = desk
  const [found] = await desk.cloud.sql<{ id: string; version: string }>(
    `select d.id, d.current_version_id as version from public.documents d where d.status = 'PENDING' order by d.id limit 1`,
  )
  await desk.cloud.sql('update public.document_versions set size_bytes = 209715200 where id = $1', [found?.version])
  await page.evaluate(() => window.outpost.call('sync.now', { workspace: 'pv' }))
  const answer = await page.evaluate(
    (versionId) => window.outpost.call('files.open', { workspace: 'pv', versionId }),
    found?.version,
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'file_too_large', params: { limit: 50 } } })
  await desk.go(`review/${found?.id}`)
  await expect(page.getByText(/50 MB/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /Approve, next/ })).toBeEnabled()
})

test('a malformed call from a page is refused by the field that is wrong, and the console goes on', async () => {
  const { page } = desk
  const call = (path: string, input: unknown) =>
    page.evaluate(([where, what]) => window.outpost.call(where as string, what), [path, input] as const)
  expect(await call('review.queue', { workspace: 'pv', limit: 'many' })).toMatchObject({
    ok: false,
    error: { code: 'bad_request', field: 'limit' },
  })
  expect(await call('review.constructor', {})).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  expect(await call('files.open', { workspace: '../pv', versionId: 'x' })).toMatchObject({
    error: { code: 'bad_request', field: 'workspace' },
  })
  expect(await call('review.queue', { workspace: 'pv', limit: 1 })).toMatchObject({ ok: true })
})

test.describe('a workspace that can’t be', () => {
  let server: Server
  test.beforeAll(async () => {
    server = createServer((_request, response) => response.end('<!doctype html>A shop')).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
  })
  test.afterAll(() => server.close())

  async function add(name: string, url: string, key: string) {
    const { page } = desk
    await page.evaluate(() => window.location.assign('#/add'))
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Project URL').fill(url)
    await page.getByLabel('Publishable key').fill(key)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
  }

  test('an address that is not Supabase is told on the address', async () => {
    await add('shop', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, desk.cloud.key)
    await expect(desk.page.getByLabel('Project URL')).toHaveAccessibleDescription(/no Supabase project at this address/)
  })

  test('a key of another project is told on the key', async () => {
    await add('other', desk.network.url, 'sb_publishable_of_another_project')
    await expect(desk.page.getByLabel('Publishable key')).toHaveAccessibleDescription(/does not belong to the project/)
  })

  test('a project without the console’s SQL is told, with what to do', async () => {
    await desk.cloud.sql('alter function public.console_hello() rename to console_hello_gone')
    await add('bare', desk.network.url, desk.cloud.key)
    await expect(desk.page.getByLabel('Project URL')).toHaveAccessibleDescription(/outpost cloud install/)
    await desk.cloud.sql('alter function public.console_hello_gone() rename to console_hello')
  })
})
