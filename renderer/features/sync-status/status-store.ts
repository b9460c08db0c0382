import { create } from 'zustand'
import type { Status } from '#shared/contract/sync.ts'
import { api } from '../../bridge/api.ts'
import { onEngineEvent } from '../../bridge/engine-events.ts'

interface Statuses {
  readonly byName: Readonly<Record<string, Status>>
}

/** What the engine last said about each workspace. Only the engine's words: nothing is guessed here. */
export const useStatuses = create<Statuses>(() => ({ byName: {} }))

export function showStatus(status: Status): void {
  useStatuses.setState(({ byName }) => ({ byName: { ...byName, [status.workspace]: status } }))
}

/** Asks for the status of a workspace anew. Failing leaves the last one. */
export async function refreshStatus(workspace: string): Promise<void> {
  showStatus(await api.sync.status({ workspace }))
}

/** Returns the function that stops following. */
export function followStatuses(): () => void {
  return onEngineEvent('statusChanged', (event) => showStatus(event.status))
}

/** The status of one workspace; undefined until the engine has said it. */
export function useStatus(workspace: string): Status | undefined {
  return useStatuses((state) => state.byName[workspace])
}
