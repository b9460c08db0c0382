import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from './page-layout.ts'

/** The inner size of an element in CSS pixels, kept up to date. */
export function usePaneSize(pane: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])
  return size
}
