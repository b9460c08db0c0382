import type { PointerEvent } from 'react'

const handlers = {
  'data-grab': true,
  onPointerDown: (event: PointerEvent<HTMLElement>) => {
    // A finger scrolls by itself.
    if (event.button === 0 && event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId)
  },
  onPointerMove: (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    event.currentTarget.scrollLeft -= event.movementX
    event.currentTarget.scrollTop -= event.movementY
  },
} as const

/** Props with which the mouse takes hold of a scrolled element and moves it. */
export function dragScroll(on: boolean): typeof handlers | undefined {
  return on ? handlers : undefined
}
