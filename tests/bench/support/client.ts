import type { Api } from '#shared/contract/contract.ts'
import type { Request } from '#shared/model/entry.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'
import type { Account, BenchCloud } from './bench-cloud.ts'

export const workspace = 'bench'

/** A console in this process, signed in and told to stay offline but when it is asked to sync. */
export async function openClient(cloud: BenchCloud, url = cloud.url, account = cloud.agent): Promise<TestEngine> {
  const engine = await openTestEngine()
  await join(engine.api, cloud, url, account)
  return engine
}

/** Makes the workspace and signs somebody in. */
async function join(api: Api, cloud: BenchCloud, url: string, { email, password }: Account): Promise<void> {
  await api.workspaces.add({ name: workspace, system: 'partners-vrai', url, key: cloud.key })
  await api.sync.workOffline({ workspace, on: true })
  // As the sign-in page does while somebody types.
  await api.session.prepare({ workspace })
  await api.session.signIn({ workspace, email, password })
}

export function approvalOf(row: { documentId: string; versionId: string }): Request {
  const args = { p_document_id: row.documentId, p_version_id: row.versionId, p_status: 'APPROVED' }
  return { kind: 'call', function: 'review_document', args }
}

/** Approves this many documents, the longest waiting first. */
export async function approve(api: Api, count: number): Promise<number[]> {
  const took: number[] = []
  while (took.length < count) {
    const { rows } = await api.review.queue({ workspace, limit: 200, offset: took.length })
    const waiting = rows.filter(({ decided }) => decided === null).slice(0, count - took.length)
    if (waiting.length === 0) throw new Error(`Only ${took.length} of ${count} documents wait.`)
    for (const row of waiting) {
      const from = performance.now()
      await api.entries.submit({ workspace, request: approvalOf(row) })
      took.push(performance.now() - from)
    }
  }
  return took
}
