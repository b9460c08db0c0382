import { usePageKeys } from '#renderer/components/use-page-keys.ts'
import { stepZoom } from './page-layout.ts'
import type { Stand } from './scrolled-pages.tsx'
import { turnedOnce, type View } from './view.ts'

/** `+` `-` `0` and `T` for the document on screen, wherever the focus is, except while typing. */
export function useViewerKeys(view: View, stand: Stand | undefined, onView: (view: View) => void): void {
  const step = (way: 1 | -1) => () => {
    if (stand) onView({ ...view, zoom: stepZoom(stand.scale, way) })
  }
  const fit = () => onView({ ...view, zoom: view.zoom === 'fit-page' ? 'fit-width' : 'fit-page' })
  usePageKeys([
    // With and without Shift: keyboards differ in what needs it.
    { keys: '[plus]', run: step(1), repeats: true },
    { keys: 'shift+[plus]', run: step(1), repeats: true },
    { keys: '=', run: step(1), repeats: true },
    { keys: '-', run: step(-1), repeats: true },
    { keys: '0', run: fit },
    { keys: 'shift+0', run: fit },
    { keys: 'T', run: () => onView(turnedOnce(view)) },
  ])
}
