import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { checkFits, checkName } from './views/check-view.ts'
import { keptViews } from './views/kept-views.ts'
import { sharedViews } from './views/shared-views.ts'

/** The lists that the signed-in person has saved, and those that are shared with them. */
export function viewsApi(open: OpenWorkspaces, tell: (event: EngineEvent) => void): Handlers['views'] {
  const viewsOf = async (workspace: string) => {
    const { replica, conductor, handle } = await open.get(workspace)
    const kept = keptViews(replica.journal, replica.claims().sub)
    const shared = sharedViews(replica, handle.reader)
    return {
      kept,
      shared,
      handle,
      list: async () => {
        const sharing = await shared.isThere()
        const views = [...kept.list(), ...(sharing ? await shared.list() : [])]
        return { views: views.toSorted((one, other) => one.name.localeCompare(other.name)), sharing }
      },
      changed: (isSent: boolean) => {
        if (isSent) conductor.nudge()
        tell({ event: 'viewsChanged', workspace })
      },
    }
  }
  return {
    list: async ({ workspace }) => (await viewsOf(workspace)).list(),
    save: async ({ workspace, view, shared: isShared }) => {
      const { kept, shared, handle, list, changed } = await viewsOf(workspace)
      const { views: all } = await list()
      const before = all.find(({ id }) => id === view.id)
      if (!isShared && before?.own === false) throw notYours()
      checkName(
        view,
        all.filter((one) => one.shared === isShared),
      )
      await checkFits(handle, view, before ?? kept.find(view.id))
      // First where it goes, then away from where it was: half way it is twice, and never nowhere.
      if (isShared) await shared.put(view, before?.shared !== true)
      else kept.put(view)
      if (isShared && before?.shared === false) kept.remove(view.id)
      if (!isShared && before?.shared === true) await shared.remove(view.id)
      changed(isShared || before?.shared === true)
      return await list()
    },
    remove: async ({ workspace, id }) => {
      const { kept, shared, list, changed } = await viewsOf(workspace)
      const { views: all } = await list()
      const before = all.find((one) => one.id === id)
      if (before?.shared === true) await shared.remove(id)
      else kept.remove(id)
      changed(before?.shared === true)
      return await list()
    },
  }
}

function notYours(): OutpostError {
  return new OutpostError('refused', 'Only whoever shares a view can keep it for themselves again.', {
    reason: 'view.not_yours',
  })
}
