import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { dragScroll } from './drag-scroll.ts'
import {
  clampZoom,
  layoutPages,
  offsetOf,
  type Place,
  type PlacedPage,
  pageAt,
  pagesWithin,
  placeAt,
  type Rotation,
  type Size,
  type Zoom,
} from './page-layout.ts'
import type { PaneScroll } from './pane-scroll.ts'
import { usePaneSize } from './use-pane-size.ts'
import classes from './viewer.module.css'

export interface Stand {
  /** The page at the upper third of the pane, counted from 0. */
  readonly page: number
  readonly pages: number
  /** The factor that the zoom comes to for that page. */
  readonly scale: number
}

interface Props {
  readonly label: string
  readonly sizes: readonly Size[]
  readonly zoom: Zoom
  readonly rotation: Rotation
  readonly scroll: PaneScroll
  /** A drag moves the pages, as a picture asks for; else it selects text. */
  readonly grab?: boolean
  readonly onZoom: (zoom: Zoom) => void
  readonly onStand: (stand: Stand) => void
  readonly children: (page: number, box: PlacedPage) => ReactNode
}

/** Pages one below the other in a scrolled pane, of which only those in sight and nearly so are drawn. */
export function ScrolledPages({
  label,
  sizes,
  zoom,
  rotation,
  scroll,
  grab = false,
  onZoom,
  onStand,
  children,
}: Props) {
  const pane = useRef<HTMLElement>(null)
  const size = usePaneSize(pane)
  const [top, setTop] = useState(0)
  const place = useRef<Place>({ page: 0, down: 0, across: 0.5 })
  const sent = useRef({ left: -1, top: -1 })
  const layout = useMemo(() => layoutPages(sizes, zoom, rotation, size), [sizes, zoom, rotation, size])

  const moveTo = useEffectEvent((to: Place) => {
    const element = pane.current
    if (!element) return
    place.current = to
    element.scrollTop = offsetOf(layout, to)
    element.scrollLeft = to.across * layout.width - element.clientWidth / 2
    sent.current = { left: element.scrollLeft, top: element.scrollTop }
    setTop(element.scrollTop)
  })
  // The place stays where it is through a zoom, a turn or another size of the pane.
  useLayoutEffect(() => {
    if (layout.pages.length > 0) moveTo(place.current)
  }, [layout])
  useEffect(() => scroll.subscribe((to) => moveTo(to)), [scroll])

  const onScroll = () => {
    const element = pane.current
    if (!element) return
    setTop(element.scrollTop)
    const own = Math.abs(element.scrollTop - sent.current.top) + Math.abs(element.scrollLeft - sent.current.left) < 2
    if (own) return
    sent.current = { left: -1, top: -1 }
    place.current = placeAt(layout, { left: element.scrollLeft, top: element.scrollTop, width: element.clientWidth })
    scroll.onMoved(place.current)
  }

  const page = pageAt(layout, top + size.height / 3)
  const tellStand = useEffectEvent(onStand)
  const scale = layout.pages[page]?.scale ?? 1
  useEffect(() => tellStand({ page, pages: sizes.length, scale }), [page, sizes.length, scale])

  useZoomWheel(pane, (factor) => onZoom(clampZoom(scale * factor)))

  const { first, last } = pagesWithin(layout, top - size.height, top + 2 * size.height)
  const shown = size.width > 0 ? layout.pages.slice(first, last + 1) : []
  return (
    <section
      ref={pane}
      className={classes.scroll}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      onScroll={onScroll}
      onFocus={() => scroll.onTouched()}
      {...dragScroll(grab)}
    >
      <div className={classes.sheet} style={{ width: layout.width, height: layout.height }}>
        {shown.map((box, index) => children(first + index, box))}
      </div>
    </section>
  )
}

/** Ctrl or ⌘ with the wheel, and a pinch, which a browser reports as just that. */
function useZoomWheel(pane: React.RefObject<HTMLElement | null>, onZoomBy: (factor: number) => void): void {
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    onZoomBy(Math.exp(-event.deltaY / 300))
  })
  useEffect(() => {
    const element = pane.current
    const listen = (event: WheelEvent) => onWheel(event)
    element?.addEventListener('wheel', listen, { passive: false })
    return () => element?.removeEventListener('wheel', listen)
  }, [pane])
}
