import type { EntryView } from '#shared/contract/entries.ts'

export interface VersionPair {
  /** The version that was decided on. */
  readonly decided: { readonly id: string; readonly version: string | undefined }
  /** The version that is current now; the same one when only somebody else's decision came between. */
  readonly current: {
    readonly id: string
    readonly version: string | undefined
    readonly uploadedAt: string | undefined
  }
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/** The two versions of a document that a decision on one of them is about, or undefined when it is about none. */
export function versionsOf({ operation, subject, conflict }: EntryView): VersionPair | undefined {
  if (operation.kind !== 'call') return undefined
  const decided = text(operation.args.p_version_id)
  const now = conflict?.current
  const current = text(now?.version_id)
  if (!decided || !now || !current) return undefined
  return {
    decided: { id: decided, version: subject.version },
    current: { id: current, version: text(now.version), uploadedAt: text(now.uploaded_at) },
  }
}
