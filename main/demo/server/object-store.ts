import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { App } from '@supabase/lite'

type Adapter = NonNullable<App['_storageAdapter']>
type Body = Parameters<Adapter['uploadObject']>[3]

/** Object versions of the seeded files name their content: `seed.<sha256>.<extension>`. */
const seeded = /^seed\.([0-9a-f]{64})\.(pdf|png)$/
const mimes: Readonly<Record<string, string>> = { pdf: 'application/pdf', png: 'image/png' }

interface Note {
  readonly mimetype: string
  readonly cacheControl: string
  readonly eTag: string
}

/**
 * Where the demo cloud keeps the bytes of its bucket. Seeded files lie under their hash, uploaded ones under the hash of
 * their bucket and key: no name that a client sends ever becomes a path here.
 */
export class ObjectStore implements Adapter {
  readonly driver = null
  readonly #seeded: string
  readonly #uploads: string

  private constructor(folder: string) {
    this.#seeded = join(folder, 'seeded')
    this.#uploads = join(folder, 'uploads')
  }

  static async open(folder: string): Promise<ObjectStore> {
    const store = new ObjectStore(folder)
    await mkdir(store.#seeded, { recursive: true, mode: 0o700 })
    await mkdir(store.#uploads, { recursive: true, mode: 0o700 })
    return store
  }

  /** Keeps a seeded file; its object version follows from its bytes. */
  async putSeeded(sha256: string, bytes: Uint8Array): Promise<void> {
    await writeFile(join(this.#seeded, sha256), bytes, { mode: 0o600 })
  }

  async getObject(bucket: string, key: string, version: string | undefined) {
    const place = await this.#find(bucket, key, version)
    if (!place) return { metadata: absent, httpStatusCode: 404 }
    const body = Readable.toWeb(createReadStream(place.path)) as unknown as ReadableStream
    return { metadata: place.metadata, httpStatusCode: 200, body }
  }

  async headObject(bucket: string, key: string, version: string | undefined) {
    return (await this.#find(bucket, key, version))?.metadata ?? absent
  }

  async uploadObject(
    bucket: string,
    key: string,
    _version: string | undefined,
    body: Body,
    mimetype: string,
    cacheControl: string,
  ) {
    const bytes = await wholeOf(body)
    const note: Note = { mimetype, cacheControl, eTag: `"${createHash('md5').update(bytes).digest('hex')}"` }
    const path = this.#uploadPath(bucket, key)
    const arriving = join(this.#uploads, randomUUID())
    await writeFile(arriving, bytes, { mode: 0o600 })
    await writeFile(`${path}.json`, JSON.stringify(note), { mode: 0o600 })
    await rename(arriving, path)
    return metadataOf(note, bytes.byteLength, new Date())
  }

  async deleteObject(bucket: string, key: string) {
    const path = this.#uploadPath(bucket, key)
    await rm(path, { force: true })
    await rm(`${path}.json`, { force: true })
  }

  async deleteObjects(bucket: string, keys: string[]) {
    for (const key of keys) await this.deleteObject(bucket, key)
  }

  async copyObject(bucket: string, key: string, version: string | undefined, toBucket: string, toKey: string) {
    const place = await this.#find(bucket, key, version)
    if (!place) throw new Error(`The object ${bucket}/${key} has no file.`)
    const { mimetype, cacheControl } = place.metadata
    const made = await this.uploadObject(toBucket, toKey, undefined, await readFile(place.path), mimetype, cacheControl)
    return { httpStatusCode: 200, eTag: made.eTag, lastModified: made.lastModified }
  }

  async privateAssetUrl(): Promise<string> {
    throw new Error('Images are not transformed here.')
  }

  async #find(bucket: string, key: string, version: string | undefined) {
    const [, sha256, extension] = seeded.exec(version ?? '') ?? []
    const path = sha256 ? join(this.#seeded, sha256) : this.#uploadPath(bucket, key)
    const file = await stat(path).catch(() => null)
    if (!file) return null
    const note: Note = sha256
      ? { mimetype: mimes[extension ?? ''] ?? '', cacheControl: 'max-age=3600', eTag: `"${sha256}"` }
      : JSON.parse(await readFile(`${path}.json`, 'utf8'))
    return { path, metadata: metadataOf(note, file.size, file.mtime) }
  }

  #uploadPath(bucket: string, key: string): string {
    return join(
      this.#uploads,
      createHash('sha256')
        .update(JSON.stringify([bucket, key]))
        .digest('hex'),
    )
  }
}

const absent = { cacheControl: 'no-cache', contentLength: 0, size: 0, mimetype: 'application/octet-stream', eTag: '' }

function metadataOf(note: Note, size: number, lastModified: Date) {
  return { ...note, contentLength: size, size, lastModified, httpStatusCode: 200 }
}

async function wholeOf(body: Body): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  return await buffer(Readable.fromWeb(body as never))
}
