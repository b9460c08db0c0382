import { IconLink, IconLinkOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { FileBody } from './file-body.tsx'
import type { Zoom } from './page-layout.ts'
import { PaneScroll } from './pane-scroll.ts'
import type { Stand } from './scrolled-pages.tsx'
import { useViewerKeys } from './use-viewer-keys.ts'
import { PLAIN_VIEW, type View } from './view.ts'
import classes from './viewer.module.css'
import { Tool, ViewerToolbar } from './viewer-toolbar.tsx'

export interface Side {
  readonly versionId: string
  readonly name: string
  readonly tag: ReactNode
}

interface Props {
  readonly workspace: string
  readonly left: Side
  readonly right: Side
  readonly name: ReactNode
  readonly actions?: ReactNode
}

type At = 0 | 1
type Stands = readonly [Stand | undefined, Stand | undefined]
const ENDS = [0, 1] as const

/** Two versions side by side. Linked, they zoom, turn and scroll together; else the toolbar serves the one last touched. */
export function ComparePanes({ workspace, left, right, name, actions }: Props) {
  const { t } = useTranslation('viewer')
  const [linked, setLinked] = useState(true)
  const [active, setActive] = useState<At>(1)
  const [views, setViews] = useState<readonly [View, View]>([PLAIN_VIEW, PLAIN_VIEW])
  const [stands, setStands] = useState<Stands>([undefined, undefined])
  const [scrolls] = useState(() => [new PaneScroll(), new PaneScroll()] as const)

  useEffect(() => {
    for (const end of ENDS) {
      scrolls[end].onTouched = () => setActive(end)
      scrolls[end].onMoved = (place) => {
        setActive(end)
        if (linked) scrolls[end === 0 ? 1 : 0].send(place)
      }
    }
  }, [scrolls, linked])

  const setView = (end: At, view: View) => {
    setViews((before) => (linked ? [view, view] : end === 0 ? [view, before[1]] : [before[0], view]))
  }
  const toggle = () => {
    if (!linked) setViews((before) => [before[active], before[active]])
    setLinked(!linked)
  }
  useViewerKeys(views[active], stands[active], (view) => setView(active, view))
  usePageKeys([{ keys: 'L', run: toggle }])

  return (
    <div className={classes.viewer}>
      <ViewerToolbar
        name={name}
        stand={stands[active]}
        view={views[active]}
        onView={(view) => setView(active, view)}
        onPage={(page) => {
          for (const end of linked ? ENDS : [active]) scrolls[end].send({ page, down: 0, across: 0.5 })
        }}
        actions={
          <>
            {actions}
            <Tool label={t(linked ? 'unlink' : 'link')} keys="L" pressed={linked} onClick={toggle}>
              {linked ? <IconLink size={17} stroke={1.6} /> : <IconLinkOff size={17} stroke={1.6} />}
            </Tool>
          </>
        }
      />
      <div className={classes.panes}>
        {ENDS.map((end) => {
          const side = end === 0 ? left : right
          return (
            <div
              key={`${end} ${side.versionId}`}
              className={classes.pane}
              data-active={!linked && active === end ? '' : undefined}
            >
              {side.tag}
              <div className={classes.body}>
                <FileBody
                  workspace={workspace}
                  versionId={side.versionId}
                  label={side.name}
                  view={views[end]}
                  scroll={scrolls[end]}
                  onZoom={(zoom: Zoom) => setView(end, { ...views[end], zoom })}
                  onStand={(stand) => setStands((before) => (end === 0 ? [stand, before[1]] : [before[0], stand]))}
                />
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
