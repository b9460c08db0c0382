import type { z } from 'zod'
import { create } from 'zustand'
import type { Problem } from '#shared/contract/errors.ts'
import type { workspaces } from '#shared/contract/workspaces.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { onEngineEvent } from '../../bridge/engine-events.ts'
import { useLink } from '../../bridge/link-store.ts'
import { refreshStatus, useStatuses } from '../sync-status/status-store.ts'

export type WorkspaceItem = z.output<typeof workspaces.list.output>[number]

interface Workspaces {
  /** Undefined until the engine has answered. */
  readonly list: readonly WorkspaceItem[] | undefined
  readonly problem: Problem | undefined
}

export const useWorkspaces = create<Workspaces>(() => ({ list: undefined, problem: undefined }))

export async function loadWorkspaces(): Promise<void> {
  try {
    const list = await api.workspaces.list({})
    useWorkspaces.setState({ list, problem: undefined })
    const inUse = list.filter((item) => item.open || !item.demoAccounts || isFollowed(item.name))
    await Promise.allSettled(inUse.map((item) => refreshStatus(item.name)))
  } catch (error) {
    useWorkspaces.setState({ problem: problemOf(error) })
  }
}

/** A demo is opened when a person first looks at it: asking how it stands would open it. */
function isFollowed(name: string): boolean {
  return useStatuses.getState().byName[name] !== undefined
}

/** Loads the list and follows its changes; also loads anew whenever the engine comes back. Returns the function that stops. */
export function followWorkspaces(): () => void {
  void loadWorkspaces()
  const stopListening = onEngineEvent('workspacesChanged', () => void loadWorkspaces())
  const stopLink = useLink.subscribe((link, before) => {
    if (link.up && !before.up) void loadWorkspaces()
  })
  return () => {
    stopListening()
    stopLink()
  }
}

export function useWorkspaceItem(name: string): WorkspaceItem | undefined {
  return useWorkspaces((state) => state.list?.find((item) => item.name === name))
}
