import { type ErrorCode, OutpostError } from '#shared/contract/errors.ts'
import type { FileStore } from './file-store.ts'

export interface PrefetchProgress {
  readonly done: number
  readonly total: number
  /** Bytes that were fetched. */
  readonly bytes: number
}

export interface Prefetched {
  readonly fetched: number
  /** Files that were refused, and why; the others are here. */
  readonly refused: readonly { readonly versionId: string; readonly code: ErrorCode }[]
}

/** What is the matter with one file alone; any other failure would meet the next file too, so it ends the round. */
const ownFault = new Set<ErrorCode>(['file_missing', 'file_corrupt', 'file_too_large'])
const atOnce = 3

/** Fetches the files of these versions, a few at a time. Fails with the first failure that is not one file's own. */
export async function prefetch(
  store: FileStore,
  versionIds: readonly string[],
  onProgress: (progress: PrefetchProgress) => void,
  signal: AbortSignal | undefined,
): Promise<Prefetched> {
  const missing = [...new Set(versionIds)].filter((versionId) => !store.has(versionId))
  const queue = missing.values()
  const refused: { versionId: string; code: ErrorCode }[] = []
  const stop = new AbortController()
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  let fetched = 0
  let bytes = 0

  const work = async () => {
    for (const versionId of queue) {
      try {
        const file = await store.open(versionId, stopped)
        fetched += 1
        bytes += file.size
      } catch (error) {
        if (!(error instanceof OutpostError && ownFault.has(error.code))) throw error
        refused.push({ versionId, code: error.code })
      }
      onProgress({ done: fetched + refused.length, total: missing.length, bytes })
    }
  }
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((error: unknown) => {
      stop.abort()
      throw error
    }),
  )
  try {
    await Promise.all(workers)
  } finally {
    await Promise.allSettled(workers)
  }
  return { fetched, refused }
}
