import { create } from 'zustand'
import type { Problem } from '#shared/contract/errors.ts'
import type { InboxPart } from '#shared/contract/inbox.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { onEngineEvent } from '../../bridge/engine-events.ts'
import { useLink } from '../../bridge/link-store.ts'

interface Inbox {
  /** Undefined until the engine has answered. */
  readonly parts: readonly InboxPart[] | undefined
  readonly problem: Problem | undefined
}

/** Many changes come together, and one look is enough for all of them. Milliseconds. */
const GATHERED = 400

export const useInbox = create<Inbox>(() => ({ parts: undefined, problem: undefined }))

export async function loadInbox(): Promise<void> {
  try {
    const { parts } = await api.inbox.list({})
    useInbox.setState({ parts, problem: undefined })
  } catch (error) {
    useInbox.setState({ problem: problemOf(error) })
  }
}

/** Loads the inbox and follows what changes it. Returns the function that stops. */
export function followInbox(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void loadInbox()
    }, GATHERED)
  }
  soon()
  const stops = [
    onEngineEvent('statusChanged', soon),
    onEngineEvent('entriesChanged', soon),
    onEngineEvent('rowsChanged', soon),
    onEngineEvent('workspacesChanged', soon),
    useLink.subscribe((link, before) => void (link.up && !before.up && soon())),
  ]
  return () => {
    clearTimeout(timer)
    for (const stop of stops) stop()
  }
}

/** How many things wait for a person, and not for the network. */
export function needsOf(parts: readonly InboxPart[]): number {
  return parts.reduce(
    (sum, { signIn, problem, conflicts, rejected }) =>
      sum + conflicts + rejected + (signIn ? 1 : 0) + (problem === null ? 0 : 1),
    0,
  )
}
