import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { readQueue } from './queue.ts'
import { readQueueTypes } from './queue-types.ts'
import { readDocument } from './review-document.ts'

/** The review desk: what waits, and one document with everything that a decision needs. */
export function reviewApi(context: ApiContext): Handlers['review'] {
  return {
    queue: async (input) => readQueue(await context.workspace(input.workspace), input),
    types: async ({ workspace }) => readQueueTypes(await context.workspace(workspace)),
    document: async ({ workspace, documentId }) => readDocument(await context.workspace(workspace), documentId),
  }
}
