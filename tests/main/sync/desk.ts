import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Request } from '#shared/model/entry.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import { type Network, openNetwork } from '#tests/support/network.ts'

export const workspace = 'pv'
export let cloud: TestCloud
export let network: Network
export let engine: TestEngine

/** A cloud for the file, and for each test a wire to it and a new engine with the workspace. */
export function openDesk(): void {
  beforeAll(async () => {
    cloud = await startTestCloud({ size: 'small', postgres: true })
  })
  afterAll(() => cloud.stop())

  beforeEach(async () => {
    network = await openNetwork(cloud.url)
    engine = await openTestEngine()
    await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: network.url, key: cloud.key })
  })
  afterEach(async () => {
    await engine.close()
    await network.close()
  })
}

export async function signIn(role = 'agent') {
  const account = cloud.accounts.find((candidate) => candidate.role === role)
  if (!account) throw new Error(`There is no ${role}.`)
  return engine.api.session.signIn({ workspace, email: account.email, password: account.password })
}

export async function ready() {
  await signIn()
  await engine.api.sync.now({ workspace })
}

export const waiting = async () =>
  (await engine.api.review.queue({ workspace, limit: 50 })).rows.filter(({ decided }) => !decided)
export const entries = async () => (await engine.api.outbox.list({ workspace, which: 'all' })).entries
export const status = () => engine.api.sync.status({ workspace })

export function reviewOf(row: { documentId: string; versionId: string }, decision: string, comment?: string): Request {
  const args = { p_document_id: row.documentId, p_version_id: row.versionId, p_status: decision }
  return {
    kind: 'call',
    function: 'review_document',
    args: comment === undefined ? args : { ...args, p_comment: comment },
  }
}

export const reviewsOnServer = (documentId: string) =>
  cloud.sql<{ status: string; comment: string | null }>(
    'select r.status, r.comment from public.document_reviews r join public.document_versions v on v.id = r.document_version_id and v.document_id = $1 join public.documents d on d.id = $1 and d.current_version_id = v.id order by r.reviewed_at',
    [documentId],
  )
