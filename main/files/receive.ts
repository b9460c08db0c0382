import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { MAX_FILE_BYTES } from '#shared/contract/files.ts'
import type { FetchFile, FileEntry } from './file-source.ts'
import { asFileProblem, corrupt, tooLarge } from './problems.ts'

export interface Received {
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/**
 * Fetches a file into the new file `target`, flushed to the disk. It is cut off as soon as it is longer than the
 * server said or than is allowed; whatever goes wrong, nothing is left at `target`.
 */
export async function receive(
  fetch: FetchFile,
  entry: FileEntry,
  target: string,
  signal: AbortSignal,
): Promise<Received> {
  try {
    const handle = await open(target, 'wx', 0o600)
    try {
      const received = await write(fetch, entry, handle, signal)
      await handle.sync()
      return received
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(target, { force: true })
    throw asFileProblem(error, entry.name, signal)
  }
}

async function write(fetch: FetchFile, entry: FileEntry, handle: FileHandle, signal: AbortSignal): Promise<Received> {
  const hash = createHash('sha256')
  const stop = new AbortController()
  let size = 0
  let refused: unknown = null
  let last = Promise.resolve()

  const take = async (bytes: Uint8Array) => {
    if (refused) throw refused
    try {
      size += bytes.byteLength
      if (size > MAX_FILE_BYTES) throw tooLarge(entry.name)
      if (entry.size !== null && size > entry.size) throw corrupt(entry.name)
      hash.update(bytes)
      await handle.writeFile(bytes)
    } catch (error) {
      refused = error
      stop.abort(error)
      throw error
    }
  }
  const onBytes = (bytes: Uint8Array) => {
    last = last.then(() => take(bytes))
    // A fetch that does not wait must not turn the refusal into an unhandled rejection: it is thrown below.
    last.catch(() => {})
    return last
  }

  try {
    await fetch(entry.path, onBytes, AbortSignal.any([signal, stop.signal]))
    await last
  } catch (error) {
    await last.catch(() => {})
    // Our own refusal reaches the fetch as an abort, which it may report in its own words.
    throw refused ?? error
  }
  signal.throwIfAborted()

  const sha256 = hash.digest('hex')
  const wrongSize = entry.size !== null && size !== entry.size
  const wrongHash = entry.sha256 !== null && sha256 !== entry.sha256.toLowerCase()
  if (wrongSize || wrongHash) throw corrupt(entry.name)
  return { sha256, size }
}
