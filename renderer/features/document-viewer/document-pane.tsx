import { type ReactNode, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileBody } from './file-body.tsx'
import { PaneScroll } from './pane-scroll.ts'
import type { Stand } from './scrolled-pages.tsx'
import { useViewerKeys } from './use-viewer-keys.ts'
import { PLAIN_VIEW, type View } from './view.ts'
import classes from './viewer.module.css'
import { ViewerToolbar } from './viewer-toolbar.tsx'

interface Props {
  readonly workspace: string
  readonly versionId: string
  /** The file's name, in the toolbar. */
  readonly name?: string
  /** Lies over the top left corner of the document: which version this is. */
  readonly tag?: ReactNode
  /** More buttons for the toolbar. */
  readonly actions?: ReactNode
}

/** One version of a document, to be read: pages or a picture, with zoom, rotation and page number. */
export function DocumentPane(props: Props) {
  // Another version starts from the plain view: a rotation is a matter of one scan.
  return <Pane key={`${props.workspace} ${props.versionId}`} {...props} />
}

function Pane({ workspace, versionId, name, tag, actions }: Props) {
  const { t } = useTranslation('viewer')
  const [view, setView] = useState<View>(PLAIN_VIEW)
  const [stand, setStand] = useState<Stand>()
  const [scroll] = useState(() => new PaneScroll())
  const onZoom = useCallback((zoom: View['zoom']) => setView((before) => ({ ...before, zoom })), [])
  useViewerKeys(view, stand, setView)
  return (
    <div className={classes.viewer}>
      <ViewerToolbar
        name={name}
        stand={stand}
        view={view}
        onView={setView}
        onPage={(page) => scroll.send({ page, down: 0, across: 0.5 })}
        actions={actions}
      />
      <div className={classes.panes}>
        <div className={classes.pane}>
          {tag}
          <div className={classes.body}>
            <FileBody
              workspace={workspace}
              versionId={versionId}
              label={name ?? t('document')}
              view={view}
              scroll={scroll}
              onZoom={onZoom}
              onStand={setStand}
            />
          </div>
        </div>
      </div>
    </div>
  )
}
