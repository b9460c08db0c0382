import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { Sheet, SheetFormat } from './sheet/sheet.ts'

export type SheetAnswer = { readonly sheet: Sheet } | { readonly problem: Problem }

/** All of main lies in one folder when it is built, and as it is here when it is not. */
const entry = new URL(`./sheet-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
/** What the thread may use, so that a hostile file ends the thread and not the console. Megabytes. */
const MOST_MEMORY = 2_048

/**
 * The rows of a file. It is read in a thread of its own: that takes seconds for a large one, in one go, and nobody who
 * works meanwhile may wait for it.
 * @throws OutpostError `bad_request`, `too_large`; the signal's reason when it is aborted
 */
export async function readSheetFile(bytes: Uint8Array, format: SheetFormat, signal: AbortSignal): Promise<Sheet> {
  const thread = new Worker(entry, {
    name: 'sheet',
    workerData: { bytes, format },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
  })
  try {
    const [answer] = (await once(thread, 'message', { signal })) as [SheetAnswer]
    if ('sheet' in answer) return answer.sheet
    throw new OutpostError(answer.problem.code, answer.problem.message, answer.problem)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') throw tooMuch(error)
    throw error
  } finally {
    await thread.terminate()
  }
}

function tooMuch(cause: Error): OutpostError {
  return new OutpostError(
    'too_large',
    'There is more in this file than this computer can hold. Divide it into several.',
    {
      field: 'file',
      reason: 'import.too_much',
      cause,
    },
  )
}
