/** A page or picture in CSS pixels at 100 %, before rotation. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A factor, where 1 is 100 %, or a size that follows the pane. */
export type Zoom = number | 'fit-width' | 'fit-page'

export type Rotation = 0 | 90 | 180 | 270

/** Where a page lies in the scrolled area, in CSS pixels, and the factor it is drawn at. */
export interface PlacedPage extends Size {
  readonly top: number
  readonly left: number
  readonly scale: number
}

export interface PageLayout {
  readonly pages: readonly PlacedPage[]
  readonly width: number
  readonly height: number
}

/** A place in a document that means the same at every zoom. */
export interface Place {
  readonly page: number
  /** How far down the page (its gap above included) the pane's top edge is, from 0 to 1. */
  readonly down: number
  /** How far across the sheet the pane's middle is, from 0 to 1. */
  readonly across: number
}

export const PAGE_GAP = 12
export const MIN_ZOOM = 0.1
export const MAX_ZOOM = 8
/** A receipt is not blown up to the size of a wall only because there is room. */
const MAX_FIT = 2

const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8]

export function turned(size: Size, rotation: Rotation): Size {
  return rotation % 180 === 0 ? size : { width: size.height, height: size.width }
}

/** The factor that `zoom` comes to for one page in a pane of this size. */
export function scaleFor(zoom: Zoom, page: Size, pane: Size): number {
  if (typeof zoom === 'number') return zoom
  const width = Math.max(1, pane.width - 2 * PAGE_GAP) / page.width
  const fit = zoom === 'fit-width' ? width : Math.min(width, Math.max(1, pane.height - 2 * PAGE_GAP) / page.height)
  return Math.min(MAX_FIT, clampZoom(fit))
}

export function clampZoom(scale: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, scale))
}

/** The next round factor above or below `scale`. */
export function stepZoom(scale: number, way: 1 | -1): number {
  const beyond = way === 1 ? STEPS.find((step) => step > scale * 1.01) : STEPS.findLast((step) => step < scale * 0.99)
  return beyond ?? (way === 1 ? MAX_ZOOM : MIN_ZOOM)
}

/** Pages one below the other, each in the middle of the pane. A fitting zoom fits each page by itself. */
export function layoutPages(sizes: readonly Size[], zoom: Zoom, rotation: Rotation, pane: Size): PageLayout {
  let top = PAGE_GAP
  const boxes = sizes.map((size) => {
    const upright = turned(size, rotation)
    const scale = scaleFor(zoom, upright, pane)
    const box = { top, scale, width: Math.floor(upright.width * scale), height: Math.floor(upright.height * scale) }
    top += box.height + PAGE_GAP
    return box
  })
  const width = boxes.reduce((widest, box) => Math.max(widest, box.width + 2 * PAGE_GAP), pane.width)
  const pages = boxes.map((box) => ({ ...box, left: Math.floor((width - box.width) / 2) }))
  return { pages, width, height: Math.max(top, pane.height) }
}

/** Indexes of the first and last page that touch the band from `top` to `bottom`. */
export function pagesWithin(layout: PageLayout, top: number, bottom: number): { first: number; last: number } {
  const first = Math.max(0, firstBelow(layout.pages, top) - 1)
  let last = first
  while (last + 1 < layout.pages.length && (layout.pages[last + 1]?.top ?? 0) < bottom) last += 1
  return { first, last }
}

export function pageAt(layout: PageLayout, y: number): number {
  return Math.max(0, firstBelow(layout.pages, y) - 1)
}

/** Where a pane of `width` stands that is scrolled to `left` and `top`. */
export function placeAt(layout: PageLayout, scroll: { left: number; top: number; width: number }): Place {
  const page = pageAt(layout, scroll.top)
  const box = layout.pages[page]
  const across = (scroll.left + scroll.width / 2) / Math.max(1, layout.width)
  return { page, down: box ? (scroll.top - box.top + PAGE_GAP) / box.height : 0, across }
}

export function offsetOf(layout: PageLayout, place: Place): number {
  const box = layout.pages[Math.min(place.page, layout.pages.length - 1)]
  return box ? box.top - PAGE_GAP + place.down * box.height : 0
}

function firstBelow(pages: readonly PlacedPage[], y: number): number {
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle]?.top ?? 0) > y) high = middle
    else low = middle + 1
  }
  return low
}
