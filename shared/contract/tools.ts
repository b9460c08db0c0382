import { z } from 'zod'
import { workspaceName } from './workspaces.ts'

/** For people who look closely: plain SQL as the person, and the health of a workspace. */
export const tools = {
  /** Read-only, under the person's policies; at most `limit` rows. */
  read: {
    input: z.object({
      workspace: workspaceName,
      sql: z.string().min(1).max(100_000),
      limit: z.int().min(1).max(10_000).default(1_000),
    }),
    output: z.object({
      columns: z.array(z.string()),
      rows: z.array(z.record(z.string(), z.json())),
      more: z.boolean(),
    }),
  },
  /** Journal chain intact; mirror = server at the cursor + pending; files match their hashes. */
  doctor: {
    input: z.object({ workspace: workspaceName }),
    output: z.object({
      sound: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
  },
}
