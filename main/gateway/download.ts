import type { SupabaseClient } from '@supabase/supabase-js'
import { OutpostError } from '#shared/contract/errors.ts'

export interface DownloadOptions {
  /** Takes the next bytes in; the next ones wait for it. What it throws ends the download. */
  readonly onBytes: (bytes: Uint8Array) => Promise<void> | void
  readonly maxBytes: number
  readonly signal?: AbortSignal
}

/**
 * Fetches a file of a bucket piece by piece, as the person.
 * @throws OutpostError `file_missing`, `file_too_large`, `cancelled`, and what every request may throw
 */
export async function download(
  client: SupabaseClient,
  bucket: string,
  path: string,
  { onBytes, maxBytes, signal = new AbortController().signal }: DownloadOptions,
): Promise<void> {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const reader = await open(client, bucket, encoded, signal)
  try {
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.byteLength
      if (size > maxBytes) {
        throw new OutpostError('file_too_large', 'The file is larger than it may be.', { params: { maxBytes } })
      }
      await onBytes(value)
    }
  } catch (error) {
    await reader.cancel(error).catch(() => undefined)
    throw signal.aborted ? cancelled(signal) : error
  }
}

async function open(client: SupabaseClient, bucket: string, path: string, signal: AbortSignal) {
  const { data, error } = await client.storage.from(bucket).download(path, {}, { signal }).asStream()
  if (data !== null) return (data as ReadableStream<Uint8Array>).getReader()
  if (signal.aborted) throw cancelled(signal)
  const original = error !== null && 'originalError' in error ? error.originalError : error
  throw original instanceof OutpostError
    ? original
    : new OutpostError('bad_answer', 'The server’s answer can’t be read. It will be tried again.', { cause: original })
}

function cancelled(signal: AbortSignal): OutpostError {
  return signal.reason instanceof OutpostError
    ? signal.reason
    : new OutpostError('cancelled', 'Fetching the file was stopped.', { cause: signal.reason })
}
