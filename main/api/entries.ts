import type { JournalEntry } from '#main/journal/journal.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { viewOf } from '#main/sync/entry-view.ts'
import type { Replica } from '#main/sync/replica.ts'
import { discard, resolve, retry } from '#main/sync/settle.ts'
import { submit } from '#main/sync/submit.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Cells } from '#shared/contract/rows.ts'
import type { Request } from '#shared/model/entry.ts'
import { relationOf } from './catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from './context.ts'
import { seenText } from './rows/seen-text.ts'

/** Decisions: taken, watched on their way, taken back, settled. */
export function entriesApi(open: OpenWorkspaces): Pick<Handlers, 'entries' | 'outbox' | 'conflicts'> {
  return {
    entries: {
      submit: async ({ workspace, request, seen }) => {
        const { replica, conductor, handle } = await open.get(workspace)
        const sight = seen === undefined ? {} : { seen: await sightOf(handle, request, seen) }
        const id = await submit(replica, request, sight, (entry) => conductor.undo.hold(entry))
        conductor.undo.open(id)
        return { id }
      },
      undo: async ({ workspace, id }) => {
        const { replica, conductor } = await open.get(workspace)
        const entry = replica.journal.find(id)
        if (entry === null || entry.state !== 'pending' || conductor.undo.isOver(id)) throw tooLate()
        await discard(replica, id)
        return {}
      },
    },
    outbox: {
      list: async ({ workspace, which, limit, before }) => {
        const { replica, conductor } = await open.get(workspace)
        const { entries, total } = replica.journal.page(which, limit, before ?? Number.MAX_SAFE_INTEGER)
        const left = await leftToServer(replica)
        const view = (entry: JournalEntry) => viewOf(entry, conductor.undo.left(entry.id), left.has(entry.id))
        return { entries: entries.reverse().map(view), total }
      },
      retry: async ({ workspace, id }) => {
        const { replica, conductor } = await open.get(workspace)
        await retry(replica, id)
        conductor.nudge()
        return {}
      },
      discard: async ({ workspace, id }) => {
        const { replica, conductor } = await open.get(workspace)
        await discard(replica, id)
        conductor.nudge()
        return {}
      },
    },
    conflicts: {
      list: async ({ workspace }) => {
        const { replica } = await open.get(workspace)
        return replica.journal.inState('conflict').map((entry) => viewOf(entry, 0))
      },
      resolve: async ({ workspace, id, take }) => {
        const { replica, conductor } = await open.get(workspace)
        const entry = await resolve(replica, id, take)
        conductor.nudge()
        return { id: entry }
      },
    },
  }
}

async function sightOf(handle: WorkspaceHandle, request: Request, seen: Cells): Promise<string> {
  if (request.kind === 'update') return seenText(await relationOf(handle, request.relation), request.set, seen, 'seen')
  throw new OutpostError('bad_request', 'What was seen is said of an update only.', { field: 'seen' })
}

async function leftToServer(replica: Replica): Promise<ReadonlySet<string>> {
  return replica.person() === null ? new Set() : (await replica.mirror()).leftToServer()
}

function tooLate(): OutpostError {
  return new OutpostError('refused', 'It is too late to take this back: it is on its way.', { reason: 'entry.sent' })
}
