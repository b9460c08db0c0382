import type { EntryView } from '#shared/contract/entries.ts'
import { api } from '../../bridge/api.ts'
import { type CallResult, useCall } from '../../bridge/use-call.ts'

/** Everything that waits for the person: conflicts to settle and refused decisions, the oldest first. */
export function useConflicts(workspace: string): CallResult<readonly EntryView[]> {
  return useCall(`conflicts/${workspace}`, () => load(workspace), { workspace })
}

async function load(workspace: string): Promise<readonly EntryView[]> {
  const [conflicts, open] = await Promise.all([
    api.conflicts.list({ workspace }),
    api.outbox.list({ workspace, limit: 500 }),
  ])
  const refused = open.entries.filter(({ state }) => state === 'rejected')
  const byId = new Map([...conflicts, ...refused].map((entry) => [entry.id, entry]))
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}
