import { z } from 'zod'
import { direction, gridWindow, mark } from './grid.ts'
import { workspaceName } from './workspaces.ts'

const at = z.iso.datetime({ offset: true })

export const dossierColumn = z.enum(['reference', 'client', 'product', 'status', 'assignee', 'createdAt', 'updatedAt'])

export const dossierRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  client: z.string(),
  product: z.string(),
  type: z.string(),
  status: z.string(),
  assignee: z.string().nullable(),
  pendingDocuments: z.number(),
  createdAt: at,
  updatedAt: at,
  mark,
})
export type DossierRow = z.infer<typeof dossierRow>

export const timelineItem = z.object({
  id: z.string(),
  at,
  /** event_type of the system, or `message`, `review`, `payment_reminder`. */
  kind: z.string(),
  actor: z.string(),
  /** Words by name, for the translated sentence. */
  params: z.record(z.string(), z.string()),
  mark,
})

export const dossier = z.object({
  id: z.uuid(),
  reference: z.string(),
  type: z.string(),
  status: z.string(),
  /** Statuses that the database allows next. */
  allowedStatuses: z.array(z.string()),
  product: z.string(),
  client: z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    status: z.string(),
  }),
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  createdAt: at,
  mark,
  steps: z.array(
    z.object({
      id: z.uuid(),
      label: z.string(),
      place: z.number(),
      status: z.enum(['done', 'current', 'later']),
      completedAt: at.nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.uuid(),
      documentType: z.string(),
      status: z.string(),
      version: z.number(),
      uploadedAt: at.nullable(),
      step: z.string().nullable(),
      mark,
    }),
  ),
  messages: z.array(z.object({ id: z.uuid(), at, sender: z.string(), senderType: z.string(), body: z.string(), mark })),
  orders: z.array(
    z.object({ id: z.uuid(), at, product: z.string(), amount: z.string(), currency: z.string(), status: z.string() }),
  ),
  timeline: z.array(timelineItem),
})
export type Dossier = z.infer<typeof dossier>

export const dossiers = {
  page: {
    input: gridWindow.extend({
      sort: z
        .array(z.object({ column: dossierColumn, direction }))
        .max(3)
        .default([]),
      statuses: z.array(z.string()).max(50).default([]),
      mine: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(dossierRow), total: z.number() }),
  },
  get: { input: z.object({ workspace: workspaceName, id: z.uuid() }), output: dossier },
  /** Agents to whom a dossier can be handed. */
  agents: {
    input: z.object({ workspace: workspaceName }),
    output: z.array(z.object({ id: z.uuid(), name: z.string() })),
  },
}
