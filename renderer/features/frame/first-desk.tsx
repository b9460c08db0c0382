import { Navigate } from 'react-router'
import { desks } from '../../routes/desks.ts'
import { paths } from '../../routes/paths.ts'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { manifestOf } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'

/** A workspace's address without a page: its first desk, or the sync page of a project that has none. */
export function FirstDesk() {
  const workspace = useWorkspace()
  const desk = manifestOf(useWorkspaceItem(workspace)?.system)?.desks[0]
  return <Navigate to={desk ? desks[desk].path(workspace) : paths.sync(workspace)} replace />
}
