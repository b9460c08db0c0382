import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resolution } from '#shared/contract/entries.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { toastDone } from '../../components/toast.ts'

interface Resolve {
  readonly take: (resolution: Resolution) => void
  readonly busy: boolean
  readonly problem: Problem | undefined
}

/** Settles a conflict. The list loses it by itself when that is done. */
export function useResolve(workspace: string, id: string): Resolve {
  const { t } = useTranslation('conflicts')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  async function resolve(take: Resolution) {
    setBusy(true)
    setProblem(undefined)
    try {
      const { id: sent } = await api.conflicts.resolve({ workspace, id, take })
      toastDone(t(sent ? 'settledSent' : 'settled'))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return { busy, problem, take: (resolution) => void (!busy && resolve(resolution)) }
}
