import type { Sheet, SheetFormat } from '#main/sheet/sheet.ts'
import { readSheetFile } from '#main/sheet.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { MOST_IMPORT_BYTES, type RowProblem } from '#shared/contract/import.ts'

/** Imports that are open at the same time; a page that was left behind must not hold its file for ever. */
const MOST_OPEN = 4

/** A file that has been read, and what its last check or application found. */
export interface OpenFile extends Sheet {
  readonly format: SheetFormat
  problems: readonly RowProblem[]
}

interface Import {
  readonly parts: Uint8Array[]
  bytes: number
  file: OpenFile | null
  working: AbortController | null
}

/** The files of imports from the first byte until they are dropped. They are in memory only: nothing of them is left. */
export class ImportFiles {
  readonly #imports = new Map<string, Import>()

  /** @throws OutpostError `bad_request` for a portion out of its turn, `too_large` */
  put(id: string, offset: number, part: Uint8Array): number {
    const known = offset === 0 ? this.#begin(id) : this.#find(id)
    if (known.bytes !== offset) throw new OutpostError('bad_request', 'A part of the file is missing. Choose it again.')
    known.bytes += part.byteLength
    if (known.bytes > MOST_IMPORT_BYTES) {
      this.drop(id)
      throw fileTooLarge()
    }
    known.parts.push(part)
    return known.bytes
  }

  /** Reads what was put. @throws OutpostError `bad_request`, `too_large`, `cancelled` */
  async open(id: string, name: string): Promise<OpenFile> {
    const known = this.#find(id)
    const format = formatOf(name)
    return this.work(id, async (signal) => {
      const sheet = await readSheetFile(Buffer.concat(known.parts), format, signal)
      known.file = { ...sheet, format, problems: [] }
      known.parts.length = 0
      return known.file
    })
  }

  /** A file that has been opened. @throws OutpostError `not_found` */
  opened(id: string): OpenFile {
    const { file } = this.#find(id)
    if (file === null) throw notHere()
    return file
  }

  /** One thing at a time with a file; `stop` ends it. @throws OutpostError `workspace_busy` */
  async work<T>(id: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const known = this.#find(id)
    if (known.working !== null) throw new OutpostError('workspace_busy', 'This file is being worked on already.')
    known.working = new AbortController()
    const { signal } = known.working
    try {
      return await run(signal)
    } catch (error) {
      if (!signal.aborted) throw error
      throw new OutpostError('cancelled', 'The import was stopped.', { cause: error })
    } finally {
      known.working = null
    }
  }

  stop(id: string): void {
    this.#imports.get(id)?.working?.abort()
  }

  drop(id: string): void {
    this.stop(id)
    this.#imports.delete(id)
  }

  #begin(id: string): Import {
    this.drop(id)
    const idle = [...this.#imports].find(([, { working }]) => working === null)
    if (this.#imports.size >= MOST_OPEN && idle) this.drop(idle[0])
    const begun = { parts: [], bytes: 0, file: null, working: null }
    this.#imports.set(id, begun)
    return begun
  }

  #find(id: string): Import {
    const known = this.#imports.get(id)
    if (known === undefined) throw notHere()
    return known
  }
}

/** @throws OutpostError `bad_request` */
function formatOf(name: string): SheetFormat {
  if (/\.xlsx$/i.test(name)) return 'xlsx'
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl'
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv'
  throw new OutpostError('bad_request', 'Choose a file that ends in .csv, .xlsx or .jsonl.', {
    field: 'file',
    reason: 'import.format',
  })
}

function fileTooLarge(): OutpostError {
  return new OutpostError('too_large', 'The file has more than 50 MB. Divide it into several.', {
    field: 'file',
    reason: 'import.file_too_large',
  })
}

function notHere(): OutpostError {
  return new OutpostError('not_found', 'This file is not here any more. Choose it again.', {
    field: 'file',
    reason: 'import.gone',
  })
}
