import { open } from 'node:fs/promises'
import type { z } from 'zod'
import { CHUNK_BYTES, MAX_FILE_BYTES } from '#shared/contract/files.ts'
import type { fileRef } from '#shared/contract/review.ts'
import { Arrivals } from './arrivals.ts'
import type { FetchFile, LookupFile } from './file-source.ts'
import { type Prefetched, type PrefetchProgress, prefetch } from './prefetch.ts'
import { notHere, tooLarge, unknownFile } from './problems.ts'
import { Shelf } from './shelf.ts'
import { Soundness } from './soundness.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export interface FileStoreOptions {
  /** This folder belongs to the store alone. */
  readonly folder: string
  readonly fetch: FetchFile
  readonly lookup: LookupFile
}

export type OpenedFile = z.infer<typeof fileRef>

/** Opens the store; its folder is made when it is missing. */
export async function openFileStore(options: FileStoreOptions): Promise<FileStore> {
  return new FileStore(options, await Shelf.open(options.folder))
}

/** Documents on disk: whole, checked, fetched when they are wanted. */
export class FileStore {
  readonly #lookup: LookupFile
  readonly #shelf: Shelf
  readonly #soundness: Soundness
  readonly #arrivals: Arrivals

  constructor({ fetch, lookup }: FileStoreOptions, shelf: Shelf) {
    this.#lookup = lookup
    this.#shelf = shelf
    this.#soundness = new Soundness(shelf)
    this.#arrivals = new Arrivals(fetch, shelf, this.#soundness)
  }

  /** Whether the file of a version is on this computer. */
  has(versionId: string): boolean {
    return this.#shelf.versions.has(versionId)
  }

  /** How many versions have their file here. */
  count(): number {
    return this.#shelf.versions.size
  }

  /** Bytes on disk. */
  bytes(): number {
    return this.#shelf.bytes
  }

  /**
   * Makes sure that the file is here and sound; fetches it when it is not.
   * Fails with `file_missing` (there is none), `file_corrupt`, `file_too_large`, `disk_full`, `cancelled`, and with
   * whatever kept it from being fetched: `offline`, `unreachable`, `timeout`, `signed_out`.
   */
  async open(versionId: string, signal?: AbortSignal): Promise<OpenedFile> {
    const entry = uuid.test(versionId) ? await this.#lookup(versionId) : null
    if (!entry) throw unknownFile()
    if (entry.size !== null && entry.size > MAX_FILE_BYTES) throw tooLarge(entry.name)
    await this.#arrivals.ensure(versionId, entry, signal)
    const size = this.#shelf.versions.get(versionId)?.size ?? 0
    return { versionId, name: entry.name, mime: entry.mime, size, here: true }
  }

  /** At most `CHUNK_BYTES` from `offset` on, of a file that was opened before. */
  async read(versionId: string, offset: number): Promise<{ bytes: Uint8Array; done: boolean }> {
    const content = this.#shelf.versions.get(versionId)
    if (!content) throw notHere()
    const handle = await open(this.#shelf.contentPath(content.sha256), 'r').catch(() => null)
    if (!handle) throw notHere()
    try {
      const buffer = new Uint8Array(Math.max(0, Math.min(CHUNK_BYTES, content.size - offset)))
      const { bytesRead } = await handle.read(buffer, 0, buffer.byteLength, offset)
      return { bytes: buffer.subarray(0, bytesRead), done: offset + bytesRead >= content.size }
    } finally {
      await handle.close()
    }
  }

  /** Fetches what is not here yet, so that it can be read offline. Goes on past files that are refused. */
  prefetch(
    versionIds: readonly string[],
    onProgress: (progress: PrefetchProgress) => void = () => {},
    signal?: AbortSignal,
  ): Promise<Prefetched> {
    return prefetch(this, versionIds, onProgress, signal)
  }

  /** Hashes every file that is here and names the versions whose file is damaged; the next `open` fetches those. */
  async verify(onProgress: (done: number, total: number) => void = () => {}): Promise<{ damaged: string[] }> {
    const damaged: string[] = []
    const versions = [...this.#shelf.versions]
    const checked = new Map<string, boolean>()
    for (const [done, [versionId, content]] of versions.entries()) {
      const sound = checked.get(content.sha256) ?? (await this.#soundness.measure(content))
      checked.set(content.sha256, sound)
      if (!sound) damaged.push(versionId)
      onProgress(done + 1, versions.length)
    }
    return { damaged }
  }

  /** Deletes every file. What is arriving is stopped first. */
  async drop(): Promise<void> {
    await this.#arrivals.stop()
    this.#soundness.forget()
    await this.#shelf.clear()
    this.#arrivals.resume()
  }

  /** Stops what is arriving. */
  close(): Promise<void> {
    return this.#arrivals.stop()
  }
}
