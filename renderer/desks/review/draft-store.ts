import { create } from 'zustand'

const useDrafts = create<Readonly<Record<string, string>>>(() => ({}))

const keyOf = (workspace: string, documentId: string) => `outpost.draft.${workspace}.${documentId}`

/** The comment begun on a document, kept on this computer until the document is decided. */
export function draftOf(workspace: string, documentId: string): string {
  const key = keyOf(workspace, documentId)
  return useDrafts.getState()[key] ?? localStorage.getItem(key) ?? ''
}

export function useDraft(workspace: string, documentId: string): string {
  const draft = useDrafts((drafts) => drafts[keyOf(workspace, documentId)])
  return draft ?? draftOf(workspace, documentId)
}

export function keepDraft(workspace: string, documentId: string, text: string): void {
  const key = keyOf(workspace, documentId)
  useDrafts.setState({ [key]: text })
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // Too long for the browser's store: it stays in memory, and a decision still takes it from there.
  }
}
