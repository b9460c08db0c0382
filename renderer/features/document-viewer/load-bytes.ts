import type { z } from 'zod'
import type { Api } from '#shared/contract/contract.ts'
import type { fileRef } from '#shared/contract/review.ts'

export type FileRef = z.infer<typeof fileRef>

export interface LoadedFile {
  readonly file: FileRef
  readonly bytes: Uint8Array<ArrayBuffer>
}

interface Request {
  readonly workspace: string
  readonly versionId: string
  readonly signal: AbortSignal
  /** Called with the file once it is known to be here, then after every chunk with the bytes read so far. */
  readonly onProgress: (file: FileRef, read: number) => void
}

/**
 * Reads one document file from the engine, chunk by chunk. The first call may have to wait for the network; the
 * chunks come from this computer. Throws an `ApiError`, or the signal's reason when it is aborted.
 */
export async function loadBytes(files: Api['files'], request: Request): Promise<LoadedFile> {
  const { workspace, versionId, signal, onProgress } = request
  const file = await files.open({ workspace, versionId })
  signal.throwIfAborted()
  onProgress(file, 0)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let read = 0
  for (let done = false; !done; ) {
    signal.throwIfAborted()
    const chunk = await files.read({ workspace, versionId, offset: read })
    signal.throwIfAborted()
    const bytes = fromBase64(chunk.base64)
    chunks.push(bytes)
    read += bytes.length
    done = chunk.done || bytes.length === 0
    onProgress(file, read)
  }
  return { file, bytes: joined(chunks, read) }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

function joined(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const only = chunks[0]
  if (chunks.length === 1 && only) return only
  const all = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
