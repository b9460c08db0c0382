import { type PDFDocumentProxy, RenderingCancelledException, TextLayer } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedPage, Rotation } from './page-layout.ts'
import classes from './viewer.module.css'

/** PDF measures in points of 1/72 inch, CSS in pixels of 1/96. */
export const PIXELS_PER_POINT = 96 / 72

/** Above this many pixels a page is drawn coarser, so that no zoom can eat the memory. */
const MAX_PIXELS = 24_000_000

interface Props {
  readonly pdf: PDFDocumentProxy
  /** Counted from 0. */
  readonly index: number
  readonly box: PlacedPage
  readonly rotation: Rotation
}

/** One drawn page with its text above it, to be selected and read aloud. The old drawing stays until the new is done. */
export function PdfPage({ pdf, index, box, rotation }: Props) {
  const { t } = useTranslation('viewer')
  const { top, left, width, height, scale } = box
  const picture = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    const stop = new AbortController()
    setFailed(false)
    drawPage({ pdf, index, scale, rotation, signal: stop.signal, picture: picture.current, text: text.current }).catch(
      (error: unknown) => {
        if (!stop.signal.aborted && !(error instanceof RenderingCancelledException)) setFailed(true)
      },
    )
    return () => stop.abort()
  }, [pdf, index, scale, rotation])

  return (
    <div className={classes.page} style={{ top, left, width, height }} data-page={index + 1}>
      <div ref={picture} className={classes.picture} aria-hidden="true" />
      <div ref={text} className={classes.text} />
      {failed && <p className={classes.pageProblem}>{t('pageBroken', { page: index + 1 })}</p>}
    </div>
  )
}

interface Drawing {
  readonly pdf: PDFDocumentProxy
  readonly index: number
  readonly scale: number
  readonly rotation: Rotation
  readonly signal: AbortSignal
  readonly picture: HTMLDivElement | null
  readonly text: HTMLDivElement | null
}

async function drawPage({ pdf, index, scale, rotation, signal, picture, text }: Drawing): Promise<void> {
  const page = await pdf.getPage(index + 1)
  if (signal.aborted || !picture || !text) return
  const viewport = page.getViewport({ scale: scale * PIXELS_PER_POINT, rotation: (page.rotate + rotation) % 360 })
  const wanted = window.devicePixelRatio || 1
  const ratio = Math.min(wanted, Math.sqrt(MAX_PIXELS / (viewport.width * viewport.height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(viewport.width * ratio))
  canvas.height = Math.max(1, Math.floor(viewport.height * ratio))
  const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] })
  signal.addEventListener('abort', () => task.cancel(), { once: true })
  await task.promise
  if (signal.aborted) return
  picture.replaceChildren(canvas)

  text.replaceChildren()
  text.style.setProperty('--total-scale-factor', String(viewport.scale))
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport })
  signal.addEventListener('abort', () => layer.cancel(), { once: true })
  // Text that can't be laid out is no reason to hide the picture of the page.
  await layer.render().catch(() => {})
}
