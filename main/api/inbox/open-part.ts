import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { InboxPart } from '#shared/contract/inbox.ts'
import type { Workspace } from '#shared/contract/workspaces.ts'
import { catalogueOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { kept } from '../kept.ts'
import { exactCount } from '../rows/count.ts'
import { journalPart } from './journal-part.ts'

/** What waits in a workspace that is open, with how its sync stands and what there is to do in it. */
export async function openPart(open: OpenWorkspaces, known: Workspace): Promise<InboxPart | null> {
  try {
    const { replica, handle } = await open.get(known.name)
    const { state, problem, person, waitingFor, ready } = await open.status(known.name)
    const again = problem?.code === 'signed_out'
    return {
      ...journalPart(replica.journal, known),
      person: person?.email ?? null,
      signIn: again || (person === null && waitingFor.length > 0),
      problem: state === 'attention' && !again ? problem : null,
      waitingFor,
      work: person !== null && ready ? await workIn(handle) : [],
    }
  } catch (error) {
    // It is being closed, or another process holds it: its own page says so.
    if (error instanceof OutpostError) return null
    throw error
  }
}

/** The views whose rows wait for somebody, counted once for as long as no row changes. */
function workIn(handle: WorkspaceHandle): Promise<InboxPart['work']> {
  return kept(handle, 'inbox', async () => {
    const { relations } = await catalogueOf(handle)
    const work: InboxPart['work'] = []
    for (const { name, table, filter, waits } of handle.manifest.views) {
      const relation = relations.find((one) => one.relation === (table.includes('.') ? table : `public.${table}`))
      if (!waits || relation === undefined) continue
      const rows = await exactCount(handle, relation, { filter, search: '' })
      if (rows > 0) work.push({ view: name, rows })
    }
    return work
  })
}
