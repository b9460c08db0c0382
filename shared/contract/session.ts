import { z } from 'zod'
import { workspaceName } from './workspaces.ts'

export const person = z.object({ id: z.uuid(), email: z.string(), name: z.string().nullable(), role: z.string() })
export type Person = z.infer<typeof person>

export const session = {
  /** Makes room for the copy of the server while somebody types, so that the first sync need not wait for it. */
  prepare: { input: z.object({ workspace: workspaceName }), output: z.object({}) },
  current: { input: z.object({ workspace: workspaceName }), output: z.object({ person: person.nullable() }) },
  signIn: {
    input: z.object({
      workspace: workspaceName,
      email: z.string().trim().min(1, 'Enter your e-mail address.').max(320),
      password: z.string().min(1, 'Enter your password.').max(1_000),
    }),
    output: z.object({ person }),
  },
  /** Refused with `pending_entries` while unsent entries exist, unless `keepPending`: they wait for the same person. */
  signOut: {
    input: z.object({ workspace: workspaceName, keepPending: z.boolean().default(false) }),
    output: z.object({}),
  },
}
