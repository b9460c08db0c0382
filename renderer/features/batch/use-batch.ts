import { useState } from 'react'
import type { BatchApplied, BatchPreview, BatchWork } from '#shared/contract/batch.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { useEngineEvent } from '../../bridge/use-engine-event.ts'
import { toastProblem } from '../../components/toast.ts'

export interface Underway {
  readonly id: string
  readonly done: number
  readonly total: number | undefined
  readonly since: number
}

interface Batch {
  /** The one that goes on now. */
  readonly underway: Underway | undefined
  readonly problem: Problem | undefined
  /** Undefined when it was stopped, or could not be done; then `problem` says why. */
  readonly preview: (work: BatchWork) => Promise<BatchPreview | undefined>
  readonly apply: (work: BatchWork) => Promise<BatchApplied | undefined>
  readonly stop: () => void
}

/** Tries out, and applies, one decision for many rows of a table, and follows how far it is. */
export function useBatch(workspace: string, relation: string): Batch {
  const [underway, setUnderway] = useState<Underway>()
  const [problem, setProblem] = useState<Problem>()
  useEngineEvent('batchProgress', ({ id, done, total }) =>
    setUnderway((now) => (now?.id === id ? { ...now, done, total } : now)),
  )
  type Input = Parameters<typeof api.batch.preview>[0]
  const go = async <T>(ask: (input: Input) => Promise<T>, work: BatchWork): Promise<T | undefined> => {
    const id = crypto.randomUUID()
    setUnderway({ id, done: 0, total: undefined, since: Date.now() })
    setProblem(undefined)
    try {
      return await ask({ workspace, id, relation, work })
    } catch (error) {
      const found = problemOf(error)
      if (found.code !== 'cancelled') setProblem(found)
      return undefined
    } finally {
      setUnderway(undefined)
    }
  }
  return {
    underway,
    problem,
    preview: (work) => go(api.batch.preview, work),
    apply: (work) => go(api.batch.apply, work),
    stop: () => {
      if (underway) api.batch.stop({ id: underway.id }).catch(toastProblem)
    },
  }
}
