import { useState } from 'react'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import { draftKey, keepDraft } from '#renderer/features/drafts/draft-store.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { hideDecided, letRowsTell, showDecided, type Verdict } from './decided-store.ts'
import { markSeen } from './seen-store.ts'
import { rememberDecision } from './undo-decision.ts'

export interface Decidable {
  readonly documentId: string
  readonly versionId: string
  readonly comment: string
}

interface Options {
  readonly workspace: string
  /** Whether a document is on screen at this moment: a person may have gone on by hand. */
  readonly isOpen: (documentId: string) => boolean
  /** The decision is made, or so slow in coming that the person need not wait for it. */
  readonly onNext: () => void
  /** It failed after all, when the person had already gone on. */
  readonly onLateFailure: (documentId: string, problem: Problem) => void
}

/** Saving takes some milliseconds. Longer than this the next document is shown meanwhile. */
const PATIENCE_MS = 400
/** A comment may be refused, which is best told while it is still on screen. */
const COMMENT_PATIENCE_MS = 4_000

/** Decides on one version of a document. The comment is forgotten only when the decision is safe in the journal. */
export function useDecision({ workspace, isOpen, onNext, onLateFailure }: Options) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ documentId: string; problem: Problem }>()

  async function decide({ documentId, versionId, comment }: Decidable, verdict: Verdict): Promise<void> {
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    showDecided(versionId, verdict)
    markSeen(workspace, versionId)
    let gone = false
    const saved = submit(workspace, { documentId, versionId, comment }, verdict).then(
      () => {
        rememberDecision(workspace, { documentId, versionId, comment })
        keepDraft(draftKey('review', workspace, documentId), '')
        letRowsTell(versionId)
        return true
      },
      (error: unknown) => {
        hideDecided(versionId)
        if (gone || !isOpen(documentId)) onLateFailure(documentId, problemOf(error))
        else setProblem({ documentId, problem: problemOf(error) })
        return false
      },
    )
    gone = await Promise.race([saved, after(comment ? COMMENT_PATIENCE_MS : PATIENCE_MS)])
    setBusy(false)
    if (gone && isOpen(documentId)) onNext()
  }

  return {
    busy,
    problemFor: (documentId: string) => (problem?.documentId === documentId ? problem.problem : undefined),
    setProblem: (documentId: string, of: Problem | undefined) => setProblem(of && { documentId, problem: of }),
    decide,
  }
}

function after(ms: number): Promise<true> {
  return new Promise((resolve) => setTimeout(() => resolve(true), ms))
}

async function submit(workspace: string, { documentId, versionId, comment }: Decidable, verdict: Verdict) {
  await api.entries.submit({
    workspace,
    request: {
      kind: 'call',
      function: 'review_document',
      args: {
        p_document_id: documentId,
        p_version_id: versionId,
        p_status: verdict,
        p_comment: comment.trim() ? comment : null,
      },
    },
  })
}
