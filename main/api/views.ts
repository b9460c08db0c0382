import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import type { SavedView } from '#shared/contract/views.ts'
import { checkFits, checkName } from './views/check-view.ts'
import { keptViews } from './views/kept-views.ts'

/** The lists that the signed-in person has saved. */
export function viewsApi(open: OpenWorkspaces, tell: (event: EngineEvent) => void): Handlers['views'] {
  const viewsOf = async (workspace: string) => {
    const { replica } = await open.get(workspace)
    return keptViews(replica.journal, replica.claims().sub)
  }
  const changed = (workspace: string, views: SavedView[]) => {
    tell({ event: 'viewsChanged', workspace })
    return { views }
  }
  return {
    list: async ({ workspace }) => ({ views: (await viewsOf(workspace)).list() }),
    save: async ({ workspace, view }) => {
      const kept = await viewsOf(workspace)
      checkName(view, kept.list())
      await checkFits(await open.workspace(workspace), view, kept.find(view.id))
      return changed(workspace, kept.put(view))
    },
    remove: async ({ workspace, id }) => changed(workspace, (await viewsOf(workspace)).remove(id)),
  }
}
