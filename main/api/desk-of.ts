import { OutpostError } from '#shared/contract/errors.ts'
import type { DeskName } from '#shared/systems/manifest.ts'
import type { ApiContext, WorkspaceHandle } from './context.ts'

/**
 * A workspace whose system has this desk: its tables are there.
 * @throws OutpostError `not_found`
 */
export async function deskOf(context: ApiContext, workspace: string, desk: DeskName): Promise<WorkspaceHandle> {
  const handle = await context.workspace(workspace)
  if (handle.manifest.desks.includes(desk)) return handle
  throw new OutpostError('not_found', `The system of this workspace has no desk “${desk}”.`, { field: 'workspace' })
}
