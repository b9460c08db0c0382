import { useState } from 'react'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { refreshStatus } from '../sync-status/status-store.ts'

export interface SignIn {
  readonly busy: boolean
  readonly problem: Problem | undefined
  readonly submit: (email: string, password: string) => void
  /** Takes the last problem off the screen. */
  readonly forget: () => void
}

/** Signs in to a workspace. When it worked, the status changes and the page gives way by itself. */
export function useSignIn(workspace: string): SignIn {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function signIn(email: string, password: string) {
    setBusy(true)
    setProblem(undefined)
    try {
      await api.session.signIn({ workspace, email, password })
      await refreshStatus(workspace)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    problem,
    submit: (email, password) => void signIn(email, password),
    forget: () => setProblem(undefined),
  }
}
