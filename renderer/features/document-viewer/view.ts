import type { LoadedFile } from './load-bytes.ts'
import type { Rotation, Zoom } from './page-layout.ts'
import type { PaneScroll } from './pane-scroll.ts'
import type { Stand } from './scrolled-pages.tsx'

/** How a document is looked at. Without a zoom, the kind of file decides: width for pages, all of it for pictures. */
export interface View {
  readonly zoom: Zoom | undefined
  readonly rotation: Rotation
}

export const PLAIN_VIEW: View = { zoom: undefined, rotation: 0 }

/** Why bytes that arrived whole can't be shown. */
export type Broken = 'corrupt' | 'locked' | 'unsupported'

export interface FileViewProps {
  readonly loaded: LoadedFile
  readonly view: View
  readonly scroll: PaneScroll
  readonly label: string
  readonly onZoom: (zoom: Zoom) => void
  readonly onStand: (stand: Stand) => void
  /** Must stay the same function from one drawing to the next. */
  readonly onBroken: (reason: Broken) => void
}

export function turnedOnce(view: View): View {
  return { ...view, rotation: ((view.rotation + 90) % 360) as Rotation }
}
