import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { Registry } from '#main/registry.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import type { InboxPart } from '#shared/contract/inbox.ts'
import { closedPart } from './inbox/closed-part.ts'
import { openPart } from './inbox/open-part.ts'

/** What waits in all workspaces of this computer, read from what each has written down. */
export function inboxApi(registry: Registry, open: OpenWorkspaces): Handlers['inbox'] {
  return {
    list: async () => {
      const all = await Promise.all(
        registry
          .list()
          .map((known) =>
            open.has(known.name) ? openPart(open, known) : closedPart(known, registry.folderOf(known.name)),
          ),
      )
      const parts = all.flatMap((part) => (part !== null && holdsAnything(part) ? [part] : []))
      return { parts: parts.sort((one, other) => urgency(other) - urgency(one)) }
    },
  }
}

function holdsAnything(part: InboxPart): boolean {
  return urgency(part) > 0 || part.pending > 0 || part.waitingFor.length > 0
}

/** What nothing goes on without comes first, then what is to be decided, then work, then what passes by itself. */
function urgency({ signIn, problem, conflicts, rejected, work }: InboxPart): number {
  if (signIn || problem !== null) return 4
  if (conflicts + rejected > 0) return 3
  return work.length > 0 ? 2 : 0
}
