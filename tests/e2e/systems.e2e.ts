import { type Browser, expect, test } from '@playwright/test'
import { holdBack } from './support/hold-back.ts'
import { type OpenConsole, type Opening, openConsole } from './support/open-console.ts'

/*
 * The principal work of the staff of three systems, in the pages that are made from the catalogue: with no network, then
 * reconciled on the real cloud.
 */

let desk: OpenConsole | undefined
test.afterEach(async () => {
  await desk?.close()
  desk = undefined
})

async function sitDown(browser: Browser, opening: Opening) {
  const console = await openConsole(browser, opening)
  desk = console
  await console.signIn()
  const { page, cloud, network, line } = console
  const dialog = page.getByRole('dialog')
  return {
    page,
    dialog,
    network,
    one: async <T extends Record<string, unknown>>(sql: string) => (await cloud.sql<T>(sql))[0] as T,
    /** Opens the page of one row. */
    openRow: (table: string, id: string) =>
      console.go(`tables/${table}/row/${encodeURIComponent(JSON.stringify([id]))}`),
    /** Opens the form of one of the product's functions, from its button or from the menu of those that have none. */
    async start(action: string) {
      const button = page.getByRole('button', { name: action, exact: true })
      const menu = page.getByRole('button', { name: 'Actions' })
      await expect(button.or(menu).first()).toBeVisible()
      if (await button.isVisible()) return button.click()
      await menu.click()
      await page.getByRole('menuitem', { name: action }).click()
    },
    async choose(label: string, option: string) {
      await dialog.getByRole('combobox', { name: label }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    async finish() {
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toBeHidden()
    },
    async reconnect() {
      network.mend()
      await expect(line).toContainText('Nothing to send', { timeout: 240_000 })
    },
    waiting: (decisions: number) => expect(line).toContainText(`${decisions} saved here`),
  }
}

test('xainik: a pitch is moderated and a right granted, offline, and both are on the server once', async ({
  browser,
}) => {
  const at = await sitDown(browser, { workspace: 'xa', system: 'xainik', role: 'admin', heading: 'Dashboards' })
  const pitch = await at.one<{ id: string; title: string }>(
    `select id, title from public.pitches where moderation_status = 'pending' order by created_at limit 1`,
  )
  const moderator = await at.one<{ id: string }>(`select id from public.users where email like 'claire.fournier@%'`)
  at.network.cut()

  await at.openRow('pitches', pitch.id)
  await expect(at.page.getByRole('heading', { level: 1 })).toContainText(pitch.title)
  await at.start('Moderate the pitch')
  await at.choose('Decision', 'Hidden')
  await at.page.keyboard.press('Control+Enter')
  await expect(at.dialog.getByRole('textbox', { name: 'Reason' })).toHaveAttribute('aria-invalid', 'true')
  await at.dialog.getByRole('textbox', { name: 'Reason' }).fill('Gives a phone number.')
  await at.finish()
  await at.openRow('users', moderator.id)
  await at.start('Grant a permission')
  await at.choose('Permission', 'Manage people')
  await at.finish()
  await at.waiting(2)
  expect(await at.one(`select moderation_status as status from public.pitches where id = '${pitch.id}'`)).toEqual({
    status: 'pending',
  })

  await at.reconnect()
  expect(
    await at.one(`select p.moderation_status as status, p.moderation_reason as reason,
        (select count(*)::int from public.user_permissions
          where user_id = '${moderator.id}' and permission = 'users.manage') as rights
      from public.pitches p where id = '${pitch.id}'`),
  ).toEqual({ status: 'hidden', reason: 'Gives a phone number.', rights: 1 })
})

test('resumepilot: a failed resume is made again and a counter corrected, offline, and both are on the server once', async ({
  browser,
}) => {
  const at = await sitDown(browser, {
    workspace: 'rp',
    system: 'resumepilot',
    role: 'super_admin',
    heading: 'Dashboards',
  })
  const failed = await at.one<{ id: string }>(
    `select id from public.resume_generations where generation_status = 'failed' order by id limit 1`,
  )
  const usage = await at.one<{ id: string; letters: number }>(
    'select id, cover_letters_used as letters from public.usage_tracking order by id limit 1',
  )
  // What comes in while the form is open is not written over unseen.
  await at.openRow('usage_tracking', usage.id)
  await at.start('Correct the counter')
  await at.dialog.getByRole('textbox', { name: 'Interviews' }).fill('40')
  await at.dialog.getByRole('textbox', { name: 'Cover letters' }).fill(String(usage.letters))
  await at.dialog.getByRole('textbox', { name: 'Reason' }).fill('Counted twice.')
  await at.one(`update public.usage_tracking set interviews_used = 4711 where id = '${usage.id}' returning id`)
  await expect(at.page.locator('main')).toContainText('4,711')
  await at.page.keyboard.press('Control+Enter')
  await expect(at.dialog).toContainText(/The counter of .* has moved meanwhile/)
  await at.page.keyboard.press('Escape')
  at.network.cut()

  await at.openRow('resume_generations', failed.id)
  await at.start('Make it again')
  await at.finish()
  await at.openRow('usage_tracking', usage.id)
  await at.start('Correct the counter')
  await at.dialog.getByRole('textbox', { name: 'Interviews' }).fill('40')
  await at.dialog.getByRole('textbox', { name: 'Cover letters' }).fill(String(usage.letters))
  await at.dialog.getByRole('textbox', { name: 'Reason' }).fill('The call broke off.')
  await at.finish()
  await at.waiting(2)

  await at.reconnect()
  expect(
    await at.one(`select g.generation_status as status, u.interviews_used as interviews,
        (select count(*)::int from public.system_events where event_data ->> 'reason' = 'The call broke off.') as noted
      from public.resume_generations g, public.usage_tracking u
      where g.id = '${failed.id}' and u.id = '${usage.id}'`),
  ).toEqual({ status: 'processing', interviews: 40, noted: 1 })
})

test('dracarys: a post is pinned and locked and a lesson published, offline, and all of it is on the server once', async ({
  browser,
}) => {
  const at = await sitDown(browser, { workspace: 'dr', system: 'dracarys', role: 'admin', heading: 'Dashboards' })
  const post = await at.one<{ id: string }>(
    `select id from public.community_posts where not is_pinned and not is_locked and not is_deleted order by id limit 1`,
  )
  const draft = await at.one<{ id: string }>('select id from public.lessons where not is_active order by id limit 1')
  at.network.cut()

  await at.openRow('community_posts', post.id)
  await at.start('Pin the post')
  await at.finish()
  // Whoever is quicker than the engine sends no less than the others.
  const letThrough = await holdBack(at.page, 'catalogue.get')
  await at.start('Lock the post')
  await at.finish()
  await letThrough()
  await at.openRow('lessons', draft.id)
  await at.start('Publish the lesson')
  await at.finish()
  await at.waiting(3)

  await at.reconnect()
  expect(
    await at.one(`select p.is_pinned as pinned, p.is_locked as locked, l.is_active as published,
        (select count(*)::int from public.user_activity_log a
          where a.entity_id = p.id and activity_type in ('post.pinned', 'post.locked')) as noted
      from public.community_posts p, public.lessons l where p.id = '${post.id}' and l.id = '${draft.id}'`),
  ).toEqual({ pinned: true, locked: true, published: true, noted: 2 })
})
