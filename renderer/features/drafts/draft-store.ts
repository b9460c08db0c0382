import { create } from 'zustand'

const useDrafts = create<Readonly<Record<string, string>>>(() => ({}))

const MEMO = 'outpost.draft.'

/** A name for what a text is written about: `draftKey('review', workspace, documentId)`. */
export function draftKey(...parts: readonly string[]): string {
  return parts.join('.')
}

/** A text that was begun and not sent; kept on this computer through a reload. */
export function draftOf(key: string): string {
  return useDrafts.getState()[key] ?? localStorage.getItem(MEMO + key) ?? ''
}

export function useDraft(key: string): string {
  const draft = useDrafts((drafts) => drafts[key])
  return draft ?? draftOf(key)
}

/** Keeps a text; an empty one is forgotten. */
export function keepDraft(key: string, text: string): void {
  useDrafts.setState({ [key]: text })
  try {
    if (text) localStorage.setItem(MEMO + key, text)
    else localStorage.removeItem(MEMO + key)
  } catch {
    // Too long for the browser's store: it stays in memory, and whatever is decided takes it from there.
  }
}
