import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { OutpostError } from '#shared/contract/errors.ts'

/** What was never handed over, because a process ended in the middle, is removed after this long. Milliseconds. */
const FORGOTTEN = 24 * 60 * 60 * 1_000

interface Writing {
  readonly abort: AbortController
  readonly ended: Promise<unknown>
}

/** The files of exports between being written and being handed over. Each is removed when its caller drops it. */
export class ExportFiles {
  readonly #folder: string
  readonly #writing = new Map<string, Writing>()
  readonly #known = new Set<string>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Has one written. A second one under the same id takes the place of the first.
   * @throws OutpostError `cancelled` when it is dropped meanwhile; what `work` throws. Then no file is left.
   */
  async write(
    id: string,
    work: (file: FileHandle, signal: AbortSignal) => Promise<number>,
  ): Promise<{ rows: number; bytes: number }> {
    await this.drop(id)
    const abort = new AbortController()
    const ended = Promise.withResolvers<void>()
    this.#writing.set(id, { abort, ended: ended.promise })
    this.#known.add(id)
    try {
      await this.#prepare()
      const file = await open(this.#path(id), 'w', 0o600)
      try {
        const rows = await work(file, abort.signal)
        return { rows, bytes: (await file.stat()).size }
      } finally {
        await file.close()
      }
    } catch (error) {
      await this.#remove(id)
      if (!abort.signal.aborted) throw error
      throw new OutpostError('cancelled', 'The export was stopped. Nothing of it was kept.', { cause: error })
    } finally {
      this.#writing.delete(id)
      ended.resolve()
    }
  }

  /** @throws OutpostError `not_found` */
  async read(id: string, offset: number, most: number): Promise<{ bytes: Buffer; done: boolean }> {
    if (!this.#known.has(id) || this.#writing.has(id)) {
      throw new OutpostError('not_found', 'This export is not here any more. Begin it again.', { field: 'id' })
    }
    const file = await open(this.#path(id), 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, offset)
      return { bytes: buffer.subarray(0, bytesRead), done: offset + bytesRead >= (await file.stat()).size }
    } finally {
      await file.close()
    }
  }

  async drop(id: string): Promise<void> {
    const writing = this.#writing.get(id)
    writing?.abort.abort()
    await writing?.ended
    if (this.#known.has(id)) await this.#remove(id)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#known].map((id) => this.drop(id)))
  }

  async #remove(id: string): Promise<void> {
    this.#known.delete(id)
    await rm(this.#path(id), { force: true })
  }

  async #prepare(): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 })
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name)
      const { mtimeMs } = await stat(path)
      if (Date.now() - mtimeMs > FORGOTTEN) await rm(path, { force: true })
    }
  }

  #path(id: string): string {
    return join(this.#folder, id)
  }
}
