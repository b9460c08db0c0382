import { z } from 'zod'
import { entryView } from './entries.ts'
import { problem } from './errors.ts'
import { status } from './sync.ts'
import { workspaceName } from './workspaces.ts'

/** Conflicts and refusals of one workspace that are shown one by one. */
export const MOST_INBOX_ENTRIES = 20

/** What of one workspace waits, for a person or for the network. */
export const inboxPart = z.object({
  workspace: workspaceName,
  system: z.string(),
  /** The address of the person who is signed in, or was last. */
  person: z.string().nullable(),
  /** Nothing goes out until somebody signs in. */
  signIn: z.boolean(),
  /** What stands in the way of the sync, or of looking. */
  problem: problem.nullable(),
  pending: z.number(),
  conflicts: z.number(),
  rejected: z.number(),
  waitingFor: status.shape.waitingFor,
  /** The newest conflicts and refusals. */
  entries: z.array(entryView),
  /** Views of the manifest whose rows wait for somebody, with how many there are; only of workspaces that are open. */
  work: z.array(z.object({ view: z.string(), rows: z.number() })),
})
export type InboxPart = z.infer<typeof inboxPart>

/** What waits, over all workspaces of this computer. */
export const inbox = {
  /**
   * Those first in which something waits for a person; a workspace without anything is left out. One that is not open is
   * not opened for this: its journal is read as it lies.
   */
  list: { input: z.object({}), output: z.object({ parts: z.array(inboxPart) }) },
}
