import { Navigate } from 'react-router'
import { desks } from '../../routes/desks.ts'
import { paths } from '../../routes/paths.ts'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { manifestOf } from '../workspaces/systems.ts'
import { useWorkspaceItem } from '../workspaces/workspaces-store.ts'

/** A workspace's address without a page: its first desk, else its dashboards, else the sync page. */
export function FirstDesk() {
  const workspace = useWorkspace()
  const manifest = manifestOf(useWorkspaceItem(workspace)?.system)
  const desk = manifest?.desks[0]
  const other = manifest?.dashboards.length ? paths.dashboards(workspace) : paths.sync(workspace)
  return <Navigate to={desk ? desks[desk].path(workspace) : other} replace />
}
