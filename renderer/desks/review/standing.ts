import type { ReviewDocument } from '#shared/contract/review.ts'
import type { Verdict } from './decided-store.ts'
import type { ShownVersion } from './use-shown-version.ts'

/** Where a document stands for the person in front of it: what can be done, or why not. */
export type Standing =
  | { readonly kind: 'open' }
  /** Another version is on screen than the current one. */
  | { readonly kind: 'old'; readonly arrived: boolean }
  /** Decided here, not yet on the server. */
  | { readonly kind: 'mine'; readonly verdict: Verdict }
  /** The server wants a choice, or said no. */
  | { readonly kind: 'conflict' | 'refused' }
  | { readonly kind: 'decided'; readonly verdict: Verdict; readonly by: string; readonly at: string }
  /** Nothing waits: no file yet, or decided on a version that has no review to show. */
  | { readonly kind: 'closed' }

export function standingOf(document: ReviewDocument, { shown, current, arrived }: ShownVersion): Standing {
  if (document.mark === 'conflict') return { kind: 'conflict' }
  if (document.mark === 'rejected') return { kind: 'refused' }
  const reviews = document.reviews.filter(({ version }) => version === current.version)
  const mine = reviews.findLast(({ mark }) => mark === 'pending')
  if (mine) return { kind: 'mine', verdict: mine.status }
  if (document.status === 'PENDING') return shown === current ? { kind: 'open' } : { kind: 'old', arrived }
  const last = reviews.at(-1)
  if (last) return { kind: 'decided', verdict: last.status, by: last.reviewer, at: last.at }
  return { kind: 'closed' }
}
