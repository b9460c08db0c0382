import { create } from 'zustand'

/** Versions this person has looked at on this computer. A new upload is a new version, and so unseen again. */
const useSeen = create<Readonly<Record<string, ReadonlySet<string>>>>(() => ({}))

const MEMO = 'outpost.seen.'
/** The oldest are forgotten beyond this many: their documents have long been decided. */
const MOST = 3000

const kept = new Map<string, ReadonlySet<string>>()

function seenIn(workspace: string): ReadonlySet<string> {
  const known = useSeen.getState()[workspace] ?? kept.get(workspace)
  if (known) return known
  const seen = new Set((localStorage.getItem(MEMO + workspace) ?? '').split(' ').filter(Boolean))
  kept.set(workspace, seen)
  return seen
}

export function wasSeen(workspace: string, versionId: string): boolean {
  return seenIn(workspace).has(versionId)
}

export function useWasSeen(workspace: string, versionId: string): boolean {
  const seen = useSeen((all) => all[workspace]) ?? seenIn(workspace)
  return seen.has(versionId)
}

export function markSeen(workspace: string, versionId: string): void {
  if (wasSeen(workspace, versionId)) return
  const seen = new Set([...seenIn(workspace), versionId].slice(-MOST))
  useSeen.setState({ [workspace]: seen })
  localStorage.setItem(MEMO + workspace, [...seen].join(' '))
}
