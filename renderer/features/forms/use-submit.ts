import { useState } from 'react'
import type { Problem } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { type Draft, NotJson } from './values.ts'

/**
 * Takes a decision, in sight of what was `seen` where an update writes. Answers whether it is saved; what stood in the
 * way stays, to be shown on its field.
 */
export function useSubmit(workspace: string) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function submit(request: () => Request, seen?: Draft): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setProblem(undefined)
    try {
      await api.entries.submit({ workspace, request: request(), ...(seen && { seen }) })
      return true
    } catch (error) {
      setProblem(
        error instanceof NotJson
          ? { code: 'bad_request', message: error.message, field: error.field, reason: 'value.not_json' }
          : problemOf(error),
      )
      return false
    } finally {
      setBusy(false)
    }
  }
  return { submit, busy, problem, forgive: () => setProblem(undefined) }
}
