import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { keyText } from '../model/protocol.ts'
import { workspaceName } from './workspaces.ts'

export const hit = z.object({
  relation: relationName,
  key: keyText,
  /** By what people know the row. */
  title: z.string(),
  /** The column in which it was found, and the text around it; null when it is the title. */
  found: z.object({ column: z.string(), text: z.string() }).nullable(),
})
export type Hit = z.infer<typeof hit>

/** One box over every table of a workspace: words without regard to case and accents, ids, references. */
export const search = {
  everything: {
    input: z.object({
      workspace: workspaceName,
      text: z.string().min(1).max(200),
      limit: z.int().min(1).max(200).default(50),
      /** At most so many of one table, so that none hides the others. */
      each: z.int().min(1).max(200).default(200),
    }),
    output: z.object({
      hits: z.array(hit),
      more: z.boolean(),
      /** How many rows of each table with hits hold it, those among the hits included. */
      rows: z.record(relationName, z.number()),
    }),
  },
}
