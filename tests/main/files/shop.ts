import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FetchFile, FileEntry } from '#main/files/file-source.ts'
import { type FileStore, openFileStore } from '#main/files/file-store.ts'

/** A server's files in memory, with a fetch that hands them out in pieces; tests put faults in its place. */
export class Shop {
  readonly entries = new Map<string, FileEntry>()
  readonly contents = new Map<string, Uint8Array>()
  fetches = 0

  /** Offers a file and answers its version id. */
  add(bytes: Uint8Array, more: Partial<FileEntry> = {}): string {
    const versionId = randomUUID()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const entry = { path: `documents/${versionId}`, name: 'passport.pdf', mime: 'application/pdf', sha256, ...more }
    this.entries.set(versionId, { size: bytes.byteLength, ...entry })
    this.contents.set(entry.path, bytes)
    return versionId
  }

  readonly lookup = async (versionId: string) => this.entries.get(versionId) ?? null

  readonly fetch: FetchFile = async (path, onBytes, signal) => {
    this.fetches += 1
    const bytes = this.contents.get(path)
    if (!bytes) throw new Error(`Nothing at ${path}`)
    for (let at = 0; at < bytes.byteLength; at += 10_000) {
      signal.throwIfAborted()
      await onBytes(bytes.subarray(at, at + 10_000))
    }
  }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-files-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A store in a folder of its own, closed when the test ends. */
export async function openShop(
  shop: Shop,
  fetch: FetchFile = shop.fetch,
): Promise<{ store: FileStore; folder: string; again: (other?: FetchFile) => Promise<FileStore> }> {
  const folder = join(await temporaryFolder(), 'files')
  const again = async (other: FetchFile = shop.fetch) => {
    const store = await openFileStore({ folder, fetch: other, lookup: shop.lookup })
    onTestFinished(() => store.close())
    return store
  }
  return { store: await again(fetch), folder, again }
}

export async function readAll(store: FileStore, versionId: string): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for (let offset = 0; ; ) {
    const { bytes, done } = await store.read(versionId, offset)
    parts.push(bytes)
    offset += bytes.byteLength
    if (done) return Buffer.concat(parts)
  }
}

/** Every file under a folder, by its path in it. */
export async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
}

export const someBytes = (length = 25_000) => new Uint8Array(randomBytes(length))
