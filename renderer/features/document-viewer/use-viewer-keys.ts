import { useHotkeys } from '@mantine/hooks'
import { stepZoom } from './page-layout.ts'
import type { Stand } from './scrolled-pages.tsx'
import { turnedOnce, type View } from './view.ts'

/** `+` `-` `0` and `T` for the document on screen, wherever the focus is, except while typing. */
export function useViewerKeys(view: View, stand: Stand | undefined, onView: (view: View) => void): void {
  const step = (way: 1 | -1) => {
    if (stand) onView({ ...view, zoom: stepZoom(stand.scale, way) })
  }
  useHotkeys([
    ['+', () => step(1)],
    ['shift++', () => step(1)],
    ['=', () => step(1)],
    ['-', () => step(-1)],
    ['0', () => onView({ ...view, zoom: view.zoom === 'fit-page' ? 'fit-width' : 'fit-page' })],
    ['T', () => onView(turnedOnce(view))],
  ])
}
