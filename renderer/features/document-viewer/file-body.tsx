import { lazy, Suspense, useCallback, useState } from 'react'
import type { Zoom } from './page-layout.ts'
import { BrokenFile, CancelledFile, FailedFile, LoadingFile } from './pane-message.tsx'
import type { PaneScroll } from './pane-scroll.ts'
import type { Stand } from './scrolled-pages.tsx'
import { useLoadedFile } from './use-loaded-file.ts'
import { useOnReturn } from './use-on-return.ts'
import type { Broken, View } from './view.ts'
import classes from './viewer.module.css'

const PdfView = lazy(() => import('./pdf-view.tsx'))
const ImageView = lazy(() => import('./image-view.tsx'))

interface Props {
  readonly workspace: string
  readonly versionId: string
  /** Names the pane for a screen reader: `Passport, version 2`. */
  readonly label: string
  readonly view: View
  readonly scroll: PaneScroll
  readonly onZoom: (zoom: Zoom) => void
  readonly onStand: (stand: Stand) => void
}

/** One version's file: on its way, shown, or why it can't be. */
export function FileBody({ workspace, versionId, label, view, scroll, onZoom, onStand }: Props) {
  const { state, cancel, retry } = useLoadedFile(workspace, versionId)
  const [broken, setBroken] = useState<{ of: unknown; reason: Broken }>()
  const loaded = state.kind === 'ready' ? state.loaded : undefined
  const onBroken = useCallback((reason: Broken) => setBroken({ of: loaded, reason }), [loaded])

  useOnReturn(workspace, () => {
    if (state.kind === 'failed' && NEEDS_NETWORK.has(state.problem.code)) retry()
  })

  if (state.kind === 'loading') return <LoadingFile file={state.file} read={state.read} onCancel={cancel} />
  if (state.kind === 'failed') return <FailedFile problem={state.problem} onRetry={retry} />
  if (state.kind === 'cancelled') return <CancelledFile onRetry={retry} />
  if (broken && broken.of === loaded) return <BrokenFile reason={broken.reason} onRetry={retry} />
  const { file } = state.loaded
  const FileView = file.mime === 'application/pdf' ? PdfView : file.mime.startsWith('image/') ? ImageView : undefined
  if (!FileView) return <BrokenFile reason="unsupported" />
  return (
    <Suspense fallback={<div className={classes.scroll} />}>
      <FileView
        loaded={state.loaded}
        view={view}
        scroll={scroll}
        label={label}
        onZoom={onZoom}
        onStand={onStand}
        onBroken={onBroken}
      />
    </Suspense>
  )
}

const NEEDS_NETWORK = new Set(['offline', 'unreachable', 'timeout', 'file_missing'])
