import { createHash } from 'node:crypto'
import type { Facts } from '../files/papers/facts.ts'
import { makePaper, type PaperKind } from '../files/papers/make-paper.ts'
import type { ObjectStore } from '../server/object-store.ts'

/** A file that lies in the store: what rows say about it. */
export interface StoredFile {
  readonly sha256: string
  readonly size: number
  readonly extension: 'pdf' | 'png'
  readonly mime: string
  /** The object version by which the store finds it. */
  readonly objectVersion: string
}

/**
 * Makes the files behind document versions and puts them into the store. Every version gets its own, or, for a cloud too
 * large for that, one of `variants` for its kind and its flaw: then the words in it are another client's.
 */
export class StoredFiles {
  readonly #store: ObjectStore
  readonly #variants: number
  readonly #made = new Map<string, StoredFile>()
  readonly #writing = new Set<Promise<void>>()
  #count = 0

  constructor(store: ObjectStore, variants: number) {
    this.#store = store
    this.#variants = variants
  }

  get count(): number {
    return this.#count
  }

  make(kind: PaperKind, facts: Facts): StoredFile {
    this.#count++
    if (this.#variants === Number.POSITIVE_INFINITY) return this.#put(kind, facts)
    const name = `${kind} ${facts.flaw} ${facts.random.int(1, this.#variants)}`
    const made = this.#made.get(name) ?? this.#put(kind, facts)
    this.#made.set(name, made)
    return made
  }

  /** Waits until all is written. */
  async settle(): Promise<void> {
    await Promise.all(this.#writing)
  }

  #put(kind: PaperKind, facts: Facts): StoredFile {
    const { bytes, extension } = makePaper(kind, facts)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const writing = this.#store.putSeeded(sha256, bytes).finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
    return {
      sha256,
      size: bytes.length,
      extension,
      mime: extension === 'pdf' ? 'application/pdf' : 'image/png',
      objectVersion: `seed.${sha256}.${extension}`,
    }
  }
}
