import type { Journal } from '#main/journal/journal.ts'
import { viewOf } from '#main/sync/entry-view.ts'
import { type InboxPart, MOST_INBOX_ENTRIES } from '#shared/contract/inbox.ts'
import type { Workspace } from '#shared/contract/workspaces.ts'

type Told = 'pending' | 'conflicts' | 'rejected' | 'entries' | 'workspace' | 'system'

/** What a journal says of its workspace. */
export function journalPart(journal: Journal, { name, system }: Workspace): Pick<InboxPart, Told> {
  const counts = journal.counts()
  const refused = journal.inState('conflict', 'rejected').reverse().slice(0, MOST_INBOX_ENTRIES)
  return {
    workspace: name,
    system,
    pending: counts.pending + counts.held,
    conflicts: counts.conflict,
    rejected: counts.rejected,
    entries: refused.map((entry) => viewOf(entry, 0)),
  }
}
