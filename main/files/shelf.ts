import { randomUUID } from 'node:crypto'
import { chmod, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Received } from './receive.ts'

const note = /^([0-9a-f-]{36})\.([0-9a-f]{64})\.(\d+)$/

/**
 * The folder itself. Owns `content/` (whole files by their hash) and `versions/` (notes: which version is which
 * content); written only by the store. May lose a file that was being put away when the process was killed; never
 * holds half of one.
 */
export class Shelf {
  readonly #folder: string
  readonly #versions = new Map<string, Received>()

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Reads what is there, and clears away what a killed process left. */
  static async open(folder: string): Promise<Shelf> {
    const shelf = new Shelf(folder)
    await shelf.#prepare()
    return shelf
  }

  get versions(): ReadonlyMap<string, Received> {
    return this.#versions
  }

  /** Bytes on disk: content that several versions share is counted once. */
  get bytes(): number {
    const sizes = new Map([...this.#versions.values()].map((content) => [content.sha256, content.size]))
    return [...sizes.values()].reduce((sum, size) => sum + size, 0)
  }

  findContent(sha256: string): Received | undefined {
    return [...this.#versions.values()].find((content) => content.sha256 === sha256)
  }

  /** A path that no other file has, for what is arriving. */
  incoming(): string {
    return join(this.#folder, 'incoming', randomUUID())
  }

  contentPath(sha256: string): string {
    return join(this.#folder, 'content', sha256)
  }

  /** Gives a whole, flushed file its place. */
  async put(path: string, content: Received): Promise<void> {
    await rename(path, this.contentPath(content.sha256))
    await flushFolder(join(this.#folder, 'content'))
  }

  async noteVersion(versionId: string, content: Received): Promise<void> {
    const former = this.#versions.get(versionId)
    if (former?.sha256 === content.sha256) return
    if (former) await rm(this.#notePath(versionId, former), { force: true })
    await writeFile(this.#notePath(versionId, content), '', { mode: 0o600 })
    this.#versions.set(versionId, content)
  }

  /** Takes a content away from all versions that have it. */
  async discard(sha256: string): Promise<void> {
    for (const [versionId, content] of this.#versions) {
      if (content.sha256 !== sha256) continue
      this.#versions.delete(versionId)
      await rm(this.#notePath(versionId, content), { force: true })
    }
    await rm(this.contentPath(sha256), { force: true })
  }

  async clear(): Promise<void> {
    this.#versions.clear()
    await rm(this.#folder, { recursive: true, force: true })
    await this.#prepare()
  }

  #notePath(versionId: string, content: Received): string {
    return join(this.#folder, 'versions', `${versionId}.${content.sha256}.${content.size}`)
  }

  async #prepare(): Promise<void> {
    await rm(join(this.#folder, 'incoming'), { recursive: true, force: true })
    for (const name of ['', 'incoming', 'content', 'versions']) {
      await mkdir(join(this.#folder, name), { recursive: true, mode: 0o700 })
      await chmod(join(this.#folder, name), 0o700)
    }
    const unclaimed = new Set(await readdir(join(this.#folder, 'content')))
    const present = new Set(unclaimed)
    for (const name of await readdir(join(this.#folder, 'versions'))) {
      const [, versionId, sha256, size] = note.exec(name) ?? []
      if (versionId && sha256 && present.has(sha256)) {
        this.#versions.set(versionId, { sha256, size: Number(size) })
        unclaimed.delete(sha256)
      } else {
        await rm(join(this.#folder, 'versions', name), { recursive: true, force: true })
      }
    }
    for (const name of unclaimed) await rm(join(this.#folder, 'content', name), { recursive: true, force: true })
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows can't flush a folder, and its rename needs no such help.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
