import { OutpostError } from '#shared/contract/errors.ts'
import type { FetchFile, FileEntry } from './file-source.ts'
import { cancelled } from './problems.ts'
import { receive } from './receive.ts'
import type { Shelf } from './shelf.ts'
import type { Soundness } from './soundness.ts'

/** Brings files to the shelf, each once however many ask for it. */
export class Arrivals {
  readonly #fetch: FetchFile
  readonly #shelf: Shelf
  readonly #soundness: Soundness
  readonly #jobs = new Map<string, Promise<void>>()
  #life = new AbortController()

  constructor(fetch: FetchFile, shelf: Shelf, soundness: Soundness) {
    this.#fetch = fetch
    this.#shelf = shelf
    this.#soundness = soundness
  }

  /** Stops what is arriving; nothing more is let in until `resume`. */
  async stop(): Promise<void> {
    this.#life.abort()
    await Promise.allSettled(this.#jobs.values())
  }

  resume(): void {
    this.#life = new AbortController()
  }

  /** Makes sure that a version's file is here and sound; at most one download of a file runs at a time. */
  async ensure(versionId: string, entry: FileEntry, signal: AbortSignal | undefined): Promise<void> {
    const key = entry.sha256?.toLowerCase() ?? versionId
    for (let job = this.#jobs.get(key); job; job = this.#jobs.get(key)) {
      await job.catch((error: unknown) => {
        // Somebody else's change of mind is not ours: take the file over.
        if (!(error instanceof OutpostError && error.code === 'cancelled')) throw error
      })
    }
    const life = this.#life.signal
    const job = this.#make(versionId, entry, signal ? AbortSignal.any([signal, life]) : life)
    this.#jobs.set(key, job)
    await job.finally(() => this.#jobs.delete(key))
  }

  async #make(versionId: string, entry: FileEntry, signal: AbortSignal): Promise<void> {
    const expected = entry.sha256?.toLowerCase() ?? this.#shelf.versions.get(versionId)?.sha256
    const present = expected ? this.#shelf.findContent(expected) : undefined
    if (present && (await this.#soundness.check(present))) return this.#shelf.noteVersion(versionId, present)
    if (present) await this.#shelf.discard(present.sha256)
    const wanted = { ...entry, sha256: expected ?? null }
    await this.#bring(versionId, wanted, signal).catch((error: unknown) => {
      if (!(error instanceof OutpostError && error.code === 'file_corrupt')) throw error
      // Once more: a line that broke and a proxy's error page look like this too.
      return this.#bring(versionId, wanted, signal)
    })
  }

  async #bring(versionId: string, entry: FileEntry, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw cancelled()
    const path = this.#shelf.incoming()
    const content = await receive(this.#fetch, entry, path, signal)
    await this.#shelf.put(path, content)
    await this.#shelf.noteVersion(versionId, content)
    await this.#soundness.trust(content)
  }
}
