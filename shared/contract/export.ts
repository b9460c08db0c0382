import { z } from 'zod'
import { rows } from './rows.ts'

/** `jsonl`: one JSON object a line. */
export const exportFormat = z.enum(['csv', 'xlsx', 'jsonl'])
export type ExportFormat = z.infer<typeof exportFormat>

const exportId = z.uuid()

/** Rows as a file, as the person sees them. The caller gives it an id, under which it is followed, read and dropped. */
export const exportRows = {
  /**
   * Writes the file and answers when it is whole; `exportProgress` tells meanwhile how far it is. Fails with `cancelled`
   * when it is dropped before.
   */
  write: {
    input: rows.page.input.omit({ offset: true, limit: true }).extend({ id: exportId, format: exportFormat }),
    output: z.object({ rows: z.number(), bytes: z.number() }),
  },
  read: {
    input: z.object({ id: exportId, offset: z.int().min(0) }),
    output: z.object({ base64: z.string(), done: z.boolean() }),
  },
  /** Stops one that is being written, and removes the file. */
  drop: { input: z.object({ id: exportId }), output: z.object({}) },
}

export const exportProgress = z.object({
  event: z.literal('exportProgress'),
  id: exportId,
  done: z.number(),
  total: z.number(),
})
