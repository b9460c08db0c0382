import { IconColumns2 } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { ComparePanes } from '#renderer/features/document-viewer/compare-panes.tsx'
import { DocumentPane } from '#renderer/features/document-viewer/document-pane.tsx'
import { Tool } from '#renderer/features/document-viewer/viewer-toolbar.tsx'
import type { DocumentVersion, ReviewDocument } from '#shared/contract/review.ts'
import { changeQueueView, useQueueView } from './queue-store.ts'
import { markSeen, wasSeen } from './seen-store.ts'
import type { ShownVersion } from './use-shown-version.ts'
import { VersionTag } from './version-tag.tsx'

interface Props {
  readonly workspace: string
  readonly document: ReviewDocument
  readonly version: ShownVersion
}

/** Looking at it this long counts as having seen it. */
const SEEN_AFTER_MS = 1_000

/** The document on screen, alone or beside the version before it. */
export function DocumentColumn({ workspace, document, version: { shown } }: Props) {
  const { t } = useTranslation('review')
  const { compare } = useQueueView(workspace)
  const before = document.versions.findLast(({ version }) => version < shown.version)
  const other = before ?? document.versions.find(({ version }) => version > shown.version)
  const toggle = () => {
    if (other) changeQueueView(workspace, { compare: !compare })
  }
  usePageKeys([{ keys: 'C', run: toggle }])
  const unseen = useUnseen(workspace, shown.versionId)

  const actions = other && (
    <Tool label={t(compare ? 'compareOff' : 'compare')} keys="C" pressed={compare} onClick={toggle}>
      <IconColumns2 size={17} stroke={1.6} />
    </Tool>
  )
  const tag = (version: DocumentVersion) => (
    <VersionTag document={document} version={version} unseen={version === shown && unseen} />
  )
  const name = (version: DocumentVersion) => t('paneName', { type: document.documentType, version: version.version })

  if (compare && other) {
    const [left, right] = other.version < shown.version ? [other, shown] : [shown, other]
    return (
      <ComparePanes
        workspace={workspace}
        left={{ versionId: left.versionId, name: name(left), tag: tag(left) }}
        right={{ versionId: right.versionId, name: name(right), tag: tag(right) }}
        name={<span title={shown.file.name}>{shown.file.name}</span>}
        actions={actions}
      />
    )
  }
  return (
    <DocumentPane
      workspace={workspace}
      versionId={shown.versionId}
      name={shown.file.name}
      tag={other && tag(shown)}
      actions={actions}
    />
  )
}

/** A document of which no file has come yet. */
export function NoVersion() {
  const { t } = useTranslation('review')
  return <EmptyState title={t('noVersion')} hint={t('noVersionHint')} />
}

/** Whether the version had not been seen when it came on screen; after a moment it counts as seen. */
function useUnseen(workspace: string, versionId: string): boolean {
  const [first, setFirst] = useState(() => ({ versionId, unseen: !wasSeen(workspace, versionId) }))
  if (first.versionId !== versionId) setFirst({ versionId, unseen: !wasSeen(workspace, versionId) })
  useEffect(() => {
    const timer = setTimeout(() => markSeen(workspace, versionId), SEEN_AFTER_MS)
    return () => clearTimeout(timer)
  }, [workspace, versionId])
  return first.unseen
}
