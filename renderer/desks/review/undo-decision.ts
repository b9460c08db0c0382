import { api } from '#renderer/bridge/api.ts'
import { draftKey, draftOf, keepDraft } from '#renderer/features/drafts/draft-store.ts'
import { hideDecided } from './decided-store.ts'
import type { Decidable } from './use-decision.ts'

const made = new Map<string, Decidable[]>()
const MOST = 50

/** Keeps what was decided, so that it can be taken back with its comment. */
export function rememberDecision(workspace: string, decision: Decidable): void {
  made.set(workspace, [...(made.get(workspace) ?? []), decision].slice(-MOST))
}

/** The last document that was decided in this window, if any. */
export function lastDecided(workspace: string): string | undefined {
  return made.get(workspace)?.at(-1)?.documentId
}

/**
 * Takes back the decision on a document that has not been sent, and puts its comment back where it was written.
 * Answers whether there was one. Throws an `ApiError` when it is too late.
 */
export async function undoDecision(workspace: string, documentId: string): Promise<boolean> {
  const { entries } = await api.outbox.list({ workspace, limit: 500 })
  const entry = entries.findLast(
    ({ operation, state }) =>
      state === 'pending' &&
      operation.kind === 'call' &&
      operation.function === 'review_document' &&
      operation.args.p_document_id === documentId,
  )
  if (entry?.operation.kind !== 'call') return false
  await api.entries.undo({ workspace, id: entry.id })
  const { p_comment: comment, p_version_id: versionId } = entry.operation.args
  made.set(workspace, made.get(workspace)?.filter((decision) => decision.documentId !== documentId) ?? [])
  if (typeof versionId === 'string') hideDecided(versionId)
  const draft = draftKey('review', workspace, documentId)
  if (typeof comment === 'string' && !draftOf(draft)) keepDraft(draft, comment)
  return true
}
