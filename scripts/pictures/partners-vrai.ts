import type { Cloud } from '#main/demo/cloud.ts'
import { signedIn, uploadNewVersion } from '#tests/support/cloud.ts'
import type { Stage } from './stage.ts'

/** The review of documents, a dossier, no network, and the conflict that comes of it. */
export async function partnersVrai({ cloud, network, page, line, go, inDark, take }: Stage): Promise<void> {
  await page.getByRole('button', { name: /Marie Lambert/ }).click()
  await page.getByRole('button', { name: /Approve, next/ }).waitFor({ timeout: 60_000 })
  await line.filter({ hasText: 'Online' }).waitFor()
  await line.filter({ hasNotText: /\b0 files/ }).waitFor()

  const compared = await documentOfTwoVersions(cloud)
  await go(`review/${compared}`)
  await page.getByRole('button', { name: 'Compare with the version before' }).click()
  await take('review-light')
  await inDark(() => take('review-dark'))

  const [dossier] = await cloud.sql<{ id: string }>(
    `select m.dossier_id as id from public.messages m join public.documents d using (dossier_id)
     where d.status = 'PENDING' group by 1 order by count(distinct d.id) * count(distinct m.id) desc, 1 limit 1`,
  )
  await go(`dossiers/${dossier?.id}`)
  await take('dossier-light')

  network.cut()
  await go('review')
  await decide(page, 'a', 'r')
  await go(`review/${compared}`)
  await decide(page, 'a')
  await go('outbox')
  await page.getByRole('main').getByRole('listitem').nth(1).click()
  await line.filter({ hasText: 'Offline' }).waitFor({ timeout: 30_000 })
  await inDark(() => take('outbox-dark'))

  await uploadNewVersion(cloud, compared, await fileOf(cloud, compared))
  network.mend()
  await line.filter({ hasText: '1 conflict' }).waitFor({ timeout: 60_000 })
  await go('conflicts')
  await take('conflict-light')

  await page.evaluate(() => window.outpost.call('settings.set', { language: 'fr' }))
  await page.reload()
  await go('dossiers')
  await page.getByRole('row').nth(5).waitFor()
  await take('dossiers-fr')
}

/** A document that waits for its second look: of several versions, on paper. */
async function documentOfTwoVersions(cloud: Cloud): Promise<string> {
  const [found] = await cloud.sql<{ id: string }>(
    `select d.id from public.documents d join public.document_versions v on v.document_id = d.id
     where d.status = 'PENDING' group by d.id
     having count(*) > 1 and every(v.mime_type = 'application/pdf') order by max(v.uploaded_at) limit 1`,
  )
  if (!found) throw new Error('No document of the demo waits in two versions.')
  return found.id
}

/** The file of a document's current version. */
async function fileOf(cloud: Cloud, documentId: string): Promise<Uint8Array> {
  const [version] = await cloud.sql<{ path: string }>(
    `select v.file_url as path from public.documents d join public.document_versions v on v.id = d.current_version_id
     where d.id = $1`,
    [documentId],
  )
  const agent = await signedIn(cloud, cloud.accounts[0]?.email ?? '')
  const { data, error } = await agent.storage.from('documents').download(version?.path ?? '')
  if (error) throw error
  return new Uint8Array(await data.arrayBuffer())
}

/** Decides the document at hand by key, and the next ones. */
async function decide(page: Stage['page'], ...verdicts: readonly ('a' | 'r')[]): Promise<void> {
  for (const verdict of verdicts) {
    await page.waitForURL(/review\/[0-9a-f-]{36}/)
    await page.waitForTimeout(600)
    const at = page.url()
    await page.keyboard.press(verdict)
    if (verdict === 'r') {
      await page.keyboard.type('La page 2 manque, merci de la renvoyer.')
      await page.keyboard.press('Control+Enter')
    }
    await page.waitForURL((url) => url.href !== at)
  }
}
