import { stat } from 'node:fs/promises'
import { measure } from './measure.ts'
import type { Received } from './receive.ts'
import type { Shelf } from './shelf.ts'

/** Remembers, for this run, which contents were found whole, and hashes those again that were touched since. */
export class Soundness {
  readonly #shelf: Shelf
  /** Hash → the disk's time of change when the content was found whole. */
  readonly #seen = new Map<string, number>()

  constructor(shelf: Shelf) {
    this.#shelf = shelf
  }

  async check(content: Received): Promise<boolean> {
    const found = await stat(this.#shelf.contentPath(content.sha256)).catch(() => null)
    if (found && found.size === content.size && this.#seen.get(content.sha256) === found.mtimeMs) return true
    return this.measure(content)
  }

  /** Hashes the file whether or not it was seen before. */
  async measure(content: Received): Promise<boolean> {
    const found = await measure(this.#shelf.contentPath(content.sha256))
    const sound = found?.sha256 === content.sha256 && found.size === content.size
    if (found && sound) this.#seen.set(content.sha256, found.changedAt)
    else this.#seen.delete(content.sha256)
    return sound
  }

  /** For a content that was hashed on its way in. */
  async trust(content: Received): Promise<void> {
    const { mtimeMs } = await stat(this.#shelf.contentPath(content.sha256))
    this.#seen.set(content.sha256, mtimeMs)
  }

  forget(): void {
    this.#seen.clear()
  }
}
