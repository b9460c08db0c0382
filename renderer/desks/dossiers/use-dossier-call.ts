import { useState } from 'react'
import type { z } from 'zod'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { columnValues } from '#shared/model/entry.ts'

/** Calls a function of the database as a decision. Answers whether it is saved; what stood in the way stays to be shown. */
export function useDossierCall(workspace: string) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function call(name: string, args: z.infer<typeof columnValues>): Promise<boolean> {
    if (busy) return false
    setBusy(true)
    setProblem(undefined)
    try {
      await api.entries.submit({ workspace, request: { kind: 'call', function: name, args } })
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { call, busy, problem, forgive: () => setProblem(undefined) }
}
