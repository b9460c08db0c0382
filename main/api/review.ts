import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { deskOf } from './desk-of.ts'
import { readQueue } from './queue.ts'
import { readQueueTypes } from './queue-types.ts'
import { readDocument } from './review-document.ts'

/** The review desk: what waits, and one document with everything that a decision needs. */
export function reviewApi(context: ApiContext): Handlers['review'] {
  return {
    queue: async (input) => readQueue(await deskOf(context, input.workspace, 'review'), input),
    types: async ({ workspace }) => readQueueTypes(await deskOf(context, workspace, 'review')),
    document: async ({ workspace, documentId }) => readDocument(await deskOf(context, workspace, 'review'), documentId),
  }
}
