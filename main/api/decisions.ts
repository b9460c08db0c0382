import { z } from 'zod'
import type { EntryView } from '#shared/contract/entries.ts'
import { markOf } from './marks.ts'

const reviewArgs = z.object({ p_document_id: z.uuid().toLowerCase(), p_status: z.enum(['APPROVED', 'REJECTED']) })

export type Decision = z.infer<typeof reviewArgs>['p_status']

/** The latest review of each document that the server has not accepted yet, by the document's id. */
export function openDecisions(entries: readonly EntryView[]): Map<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const entry of entries) {
    if (entry.operation.kind !== 'call' || entry.operation.function !== 'review_document' || !markOf(entry)) continue
    const args = reviewArgs.safeParse(entry.operation.args)
    if (args.success) decisions.set(args.data.p_document_id, args.data.p_status)
  }
  return decisions
}
