import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { type Cloud, startCloud } from '#main/demo/cloud.ts'
import { Pdf } from '#main/demo/files/pdf/pdf.ts'
import { layPreparedCloud } from './prepared-cloud.ts'

export type TestCloud = Cloud

/**
 * A demo cloud in a folder of its own: over PGlite, as one that was started before; over a fresh database of the run's
 * Postgres; or over a Postgres of its `own`, where the run has none. `stop` takes everything away again.
 */
export async function startTestCloud(
  options: { system?: string; size?: 'small' | 'demo' | 'large'; postgres?: boolean | 'own'; now?: Date } = {},
): Promise<TestCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-cloud-'))
  const database = options.postgres === true ? await emptyDatabase() : null
  const clear = async () => {
    await database?.close()
    await rm(folder, { recursive: true, force: true })
  }
  const kind = { system: options.system ?? 'partners-vrai', size: options.size ?? 'small' }
  try {
    if (!options.postgres && !options.now) await layPreparedCloud(folder, kind)
    const cloud = await startCloud({
      ...kind,
      dataDir: folder,
      ...(options.now && { now: options.now }),
      ...(options.postgres === 'own' && { postgres: true }),
      ...(database && { postgres: { url: database.url } }),
    })
    return {
      ...cloud,
      async stop() {
        await cloud.stop()
        await clear()
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}

/** Roles belong to the whole cluster: they are made once, where nobody else makes them at the same time. */
export async function emptyDatabase() {
  // Only where Vitest runs: it hands out the run's Postgres.
  const { createDatabase } = await import('#tests/support/postgres.ts')
  const withRoles = await createDatabase({ layers: ['platform'] })
  await withRoles.close()
  return await createDatabase({ layers: [] })
}

/** Speaks to a cloud as the person with this e-mail address, who gets a password for it when there is none. */
export async function signedIn(cloud: TestCloud, email: string): Promise<SupabaseClient> {
  const known = cloud.accounts.find((account) => account.email === email)
  const password = known?.password ?? randomUUID()
  if (!known) {
    await cloud.sql(
      `update auth.users set encrypted_password = extensions.crypt($2, extensions.gen_salt('bf', 4)) where email = $1`,
      [email, password],
    )
  }
  const client = anonymous(cloud)
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw error
  return client
}

/** Speaks to a cloud as nobody in particular; with another `key` as someone with the wrong one. */
export function anonymous(cloud: TestCloud, key = cloud.key): SupabaseClient {
  return createClient(cloud.url, key, { auth: { persistSession: false, autoRefreshToken: false } })
}

/** The client of a document uploads a new version of it, as the product's own pages do. Answers its id. */
export async function uploadNewVersion(cloud: TestCloud, documentId: string, pdf?: Uint8Array): Promise<string> {
  const [document] = await cloud.sql<{ dossier_id: string; user_id: string; email: string }>(
    `select d.dossier_id, o.user_id, u.email from public.documents d
     join public.dossiers o on o.id = d.dossier_id join auth.users u on u.id = o.user_id where d.id = $1`,
    [documentId],
  )
  if (!document) throw new Error(`There is no document ${documentId}.`)
  const client = await signedIn(cloud, document.email)
  const id = randomUUID()
  const bytes = pdf ?? newPaper(id)
  const path = `${document.dossier_id}/${documentId}/${id}.pdf`
  const stored = await client.storage.from('documents').upload(path, bytes, { contentType: 'application/pdf' })
  if (stored.error) throw stored.error
  const { error } = await client.from('document_versions').insert({
    id,
    document_id: documentId,
    file_url: path,
    file_name: 'corrected.pdf',
    mime_type: 'application/pdf',
    size_bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    uploaded_by_type: 'USER',
    uploaded_by_id: document.user_id,
  })
  if (error) throw error
  return id
}

function newPaper(id: string): Uint8Array {
  const pdf = new Pdf({ title: 'Corrected', producer: 'Word', made: new Date() })
  pdf.addPage().text(72, 90, `Corrected version ${id}`, { font: 'sansBold', size: 16 })
  return pdf.bytes()
}
