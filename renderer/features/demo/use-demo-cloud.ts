import { useCallback, useEffect, useState } from 'react'
import type { DemoState } from '#shared/contract/demo.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useStatus } from '../sync-status/status-store.ts'
import type { WorkspaceItem } from '../workspaces/workspaces-store.ts'
import { showDemo, useDemo } from './demo-store.ts'

/** How often a cloud that is being started is asked how far it is. Milliseconds. */
const FOLLOW_EVERY = 400

export interface DemoCloud {
  /** Undefined until it is known. */
  readonly state: DemoState | undefined
  readonly retry: () => void
}

/** Has the cloud of a demo started while its workspace is in view, and follows how far it is. */
export function useDemoCloud(workspace: string, item: WorkspaceItem | undefined): DemoCloud {
  const state = useDemo(workspace)
  const isDemo = item?.demoAccounts !== undefined
  // A cloud that ran may have ended since.
  const isAway = useStatus(workspace)?.state === 'offline'
  const [tries, setTries] = useState(0)
  const say = useProblemText()

  useEffect(() => {
    if (!isDemo) return
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const follow = async (again: boolean) => {
      const answer = await ask(workspace, again, say)
      if (left) return
      showDemo(workspace, answer)
      if (answer.state === 'starting') timer = setTimeout(() => void follow(false), FOLLOW_EVERY)
      // Only a hint that there is somebody to talk to now.
      else if (answer.state === 'running' && isAway) api.sync.focus({ workspace }).catch(() => undefined)
    }
    void follow(tries > 0)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [workspace, isDemo, isAway, tries, say])

  const retry = useCallback(() => setTries((before) => before + 1), [])
  return { state: isDemo ? state : { state: 'none' }, retry }
}

async function ask(workspace: string, again: boolean, say: (problem: Problem) => string): Promise<DemoState> {
  try {
    return await api.demo.start({ workspace, again })
  } catch (error) {
    return { state: 'failed', reason: say(problemOf(error)) }
  }
}
