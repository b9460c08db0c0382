import { getDocument, InvalidPDFException, PasswordException, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist'
import PdfThread from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'
import { PdfAssets } from './pdf-assets.ts'

export interface OpenPdf {
  readonly document: PDFDocumentProxy
  /** Frees the document's memory, here and in the worker. */
  readonly close: () => void
}

/** Why a PDF can't be shown. */
export class PdfError extends Error {
  readonly reason: 'corrupt' | 'locked'

  constructor(reason: 'corrupt' | 'locked', cause: unknown) {
    super(`The PDF is ${reason}.`, { cause })
    this.name = 'PdfError'
    this.reason = reason
  }
}

let worker: PDFWorker | undefined

/** Parses a PDF in the one worker that all panes share. The bytes are handed over: the caller's array is empty after. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  worker ??= PDFWorker.create({ port: new PdfThread({ name: 'pdf' }) })
  const task = getDocument({
    data: bytes,
    worker,
    useWorkerFetch: false,
    BinaryDataFactory: PdfAssets,
    standardFontDataUrl: 'fonts/',
    cMapUrl: 'cmaps/',
    wasmUrl: 'wasm/',
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  })
  try {
    return { document: await task.promise, close: () => void task.destroy() }
  } catch (error) {
    void task.destroy()
    if (error instanceof PasswordException) throw new PdfError('locked', error)
    if (error instanceof InvalidPDFException) throw new PdfError('corrupt', error)
    throw new PdfError('corrupt', error)
  }
}
