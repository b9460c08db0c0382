import { useState } from 'react'
import type { DocumentVersion, ReviewDocument } from '#shared/contract/review.ts'

export interface ShownVersion {
  /** The version on screen: the one that is decided on. */
  readonly shown: DocumentVersion
  readonly current: DocumentVersion
  /** The current version came while the document was open, and has not been shown yet. */
  readonly arrived: boolean
  readonly show: (versionId: string) => void
}

/**
 * Which version is on screen. It is chosen when the document opens, and only the person changes it: a version that
 * arrives later is announced, never put in its place.
 */
export function useShownVersion(document: ReviewDocument | undefined): ShownVersion | undefined {
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<{ of: string; known: ReadonlySet<string> }>()
  const current = document?.versions.find((version) => version.current) ?? document?.versions.at(-1)
  if (!document || !current) return undefined
  if (opened?.of !== document.documentId) {
    setOpened({ of: document.documentId, known: new Set(document.versions.map(({ versionId }) => versionId)) })
    setChosen(current.versionId)
  }
  const shown = document.versions.find(({ versionId }) => versionId === chosen) ?? current
  return {
    shown,
    current,
    arrived: opened?.of === document.documentId && !opened.known.has(current.versionId) && shown !== current,
    show: setChosen,
  }
}
