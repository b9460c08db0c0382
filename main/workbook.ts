import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Text, an exact number, a yes or a no; null is an empty cell. */
export type CellValue = string | number | boolean | null

export interface Workbook {
  add(rows: readonly (readonly CellValue[])[]): void
  /** Puts it together. @throws the signal's reason when it is aborted meanwhile */
  bytes(signal: AbortSignal): Promise<Uint8Array>
  close(): Promise<void>
}

/** All of main lies in one folder when it is built, and as it is here when it is not. */
const entry = new URL(`./workbook-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/**
 * A workbook with one sheet, whose first row is its header. It is put together in a thread of its own: that takes
 * seconds for many rows, in one go, and nobody who works meanwhile may wait for it.
 */
export function openWorkbook(header: readonly string[]): Workbook {
  const thread = new Worker(entry, { name: 'workbook', workerData: header })
  const ended = Promise.withResolvers<never>()
  thread.once('error', ended.reject)
  // Whoever waits for the bytes hears of it; before that nobody does.
  ended.promise.catch(() => undefined)
  return {
    add: (rows) => thread.postMessage(rows),
    bytes: async (signal) => {
      thread.postMessage(null)
      const [bytes] = await Promise.race([once(thread, 'message', { signal }), ended.promise])
      return bytes as Uint8Array
    },
    close: async () => {
      await thread.terminate()
    },
  }
}
