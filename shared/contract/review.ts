import { z } from 'zod'
import { direction, gridWindow, mark } from './grid.ts'
import { workspaceName } from './workspaces.ts'

const at = z.iso.datetime({ offset: true })

export const queueColumn = z.enum(['documentType', 'client', 'dossier', 'waitingSince', 'version'])

export const queueRow = z.object({
  documentId: z.uuid(),
  versionId: z.uuid(),
  documentType: z.string(),
  client: z.string(),
  /** The dossier's reference, for people. */
  dossier: z.string(),
  dossierId: z.uuid(),
  waitingSince: at,
  version: z.number(),
  /** An open entry about this document: it stays in the list, marked, until the server has answered. */
  mark,
  /** The decision that waits, when there is one. */
  decided: z.enum(['APPROVED', 'REJECTED']).nullable(),
})
export type QueueRow = z.infer<typeof queueRow>

export const fileRef = z.object({
  versionId: z.uuid(),
  name: z.string(),
  mime: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Whether the bytes are on this computer. */
  here: z.boolean(),
})

export const documentVersion = z.object({
  versionId: z.uuid(),
  version: z.number(),
  uploadedAt: at,
  uploadedBy: z.string(),
  current: z.boolean(),
  file: fileRef,
})
export type DocumentVersion = z.infer<typeof documentVersion>

export const documentReview = z.object({
  version: z.number(),
  status: z.enum(['APPROVED', 'REJECTED']),
  comment: z.string().nullable(),
  reviewer: z.string(),
  at,
  mark,
})

export const reviewDocument = z.object({
  documentId: z.uuid(),
  documentType: z.string(),
  status: z.string(),
  client: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  dossier: z.object({ id: z.uuid(), reference: z.string(), status: z.string(), product: z.string() }),
  /** The step that this document belongs to: `3` of `6`. */
  step: z.object({ label: z.string(), place: z.number(), of: z.number() }).nullable(),
  heldBy: z.string().nullable(),
  waitingSince: at.nullable(),
  versions: z.array(documentVersion),
  reviews: z.array(documentReview),
  mark,
})
export type ReviewDocument = z.infer<typeof reviewDocument>

export const review = {
  /** Documents that wait for a review, the longest waiting first. */
  queue: {
    input: gridWindow.extend({
      sort: z
        .array(z.object({ column: queueColumn, direction }))
        .max(3)
        .default([]),
      documentTypes: z.array(z.string()).max(50).default([]),
      mine: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(queueRow), total: z.number() }),
  },
  /** Document types that occur in the queue, with how many wait. */
  types: {
    input: z.object({ workspace: workspaceName }),
    output: z.array(z.object({ label: z.string(), count: z.number() })),
  },
  document: { input: z.object({ workspace: workspaceName, documentId: z.uuid() }), output: reviewDocument },
}
