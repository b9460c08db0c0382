import type { WorkspaceHandle } from './context.ts'

/** Agents to whom a dossier can be handed, by name. */
export function readAgents(handle: WorkspaceHandle): Promise<{ id: string; name: string }[]> {
  return handle.reader.read('select id, full_name as name from agents where is_active order by lower(full_name), id')
}
