import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useState } from 'react'
import type { LoadedFile } from './load-bytes.ts'
import { type OpenPdf, openPdf, PdfError } from './open-pdf.ts'
import type { Size } from './page-layout.ts'
import { OpeningFile } from './pane-message.tsx'
import { PdfPage, PIXELS_PER_POINT } from './pdf-page.tsx'
import { ScrolledPages } from './scrolled-pages.tsx'
import type { FileViewProps } from './view.ts'

/** A PDF, page below page. */
export default function PdfView({ loaded, view, scroll, label, onZoom, onStand, onBroken }: FileViewProps) {
  const pdf = usePdf(loaded, onBroken)
  const sizes = usePageSizes(pdf)
  if (!pdf || sizes.length === 0) return <OpeningFile />
  const { rotation } = view
  return (
    <ScrolledPages
      label={label}
      sizes={sizes}
      zoom={view.zoom ?? 'fit-width'}
      rotation={rotation}
      scroll={scroll}
      onZoom={onZoom}
      onStand={onStand}
    >
      {(page, box) => <PdfPage key={page} pdf={pdf} index={page} box={box} rotation={rotation} />}
    </ScrolledPages>
  )
}

function usePdf(loaded: LoadedFile, onBroken: FileViewProps['onBroken']): PDFDocumentProxy | undefined {
  const [pdf, setPdf] = useState<PDFDocumentProxy>()
  useEffect(() => {
    let open: OpenPdf | undefined
    let gone = false
    // A copy, because PDF.js takes the bytes away and the pane may be drawn again from them.
    openPdf(loaded.bytes.slice()).then(
      (opened) => {
        open = opened
        if (gone) opened.close()
        else setPdf(opened.document)
      },
      (error: unknown) => {
        if (!gone) onBroken(error instanceof PdfError ? error.reason : 'corrupt')
      },
    )
    return () => {
      gone = true
      open?.close()
      setPdf(undefined)
    }
  }, [loaded, onBroken])
  return pdf
}

/** All pages' sizes: the first page's at once for every page, then the true ones as they become known. */
function usePageSizes(pdf: PDFDocumentProxy | undefined): readonly Size[] {
  const [sizes, setSizes] = useState<readonly Size[]>([])
  useEffect(() => {
    if (!pdf) return
    let gone = false
    const read = async () => {
      const first = await sizeOf(pdf, 0)
      const known = Array.from({ length: pdf.numPages }, () => first)
      for (let page = 1; page < pdf.numPages && !gone; page += 1) {
        known[page] = await sizeOf(pdf, page)
        if (page % 50 === 0) setSizes([...known])
      }
      if (!gone) setSizes(known)
    }
    // A page without a size leaves the sizes as they are; drawing it will say what is wrong.
    read().catch(() => {})
    return () => {
      gone = true
      setSizes([])
    }
  }, [pdf])
  return sizes
}

async function sizeOf(pdf: PDFDocumentProxy, page: number): Promise<Size> {
  const { width, height } = (await pdf.getPage(page + 1)).getViewport({ scale: PIXELS_PER_POINT })
  return { width, height }
}
