import { useRef, useState } from 'react'
import { api } from '#renderer/bridge/api.ts'
import { problemOf } from '#renderer/bridge/api-error.ts'
import { toastProblem } from '#renderer/components/toast.ts'
import type { Problem } from '#shared/contract/errors.ts'

/** A query that can't be stopped for longer asks before it begins. Seconds. */
const PATIENCE = 5

/** Rows of one result. */
export const MOST = 5_000

export interface Result {
  /** A new one for each run. */
  readonly id: string
  readonly columns: readonly string[]
  readonly rows: Awaited<ReturnType<typeof api.tools.read>>['rows']
  readonly more: boolean
  readonly took: number
}

interface Asked {
  readonly sql: string
  readonly problem: Problem
}

/** Runs queries one after the other. What came of the last one stays until the next has answered. */
export function useQuery(workspace: string) {
  const [result, setResult] = useState<Result>()
  const [failed, setFailed] = useState<Asked>()
  const [running, setRunning] = useState<string>()
  const last = useRef<string>(undefined)

  async function run(sql: string, allTheSame: boolean) {
    if (sql.trim() === '' || last.current !== undefined) return
    const id = crypto.randomUUID()
    const began = performance.now()
    last.current = id
    setRunning(id)
    setFailed(undefined)
    try {
      const answer = await api.tools.read({
        workspace,
        sql,
        limit: MOST,
        id,
        remember: true,
        ...(!allTheSame && { atAStretch: PATIENCE }),
      })
      setResult({ id, ...answer, took: performance.now() - began })
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code !== 'cancelled') setFailed({ sql, problem })
    } finally {
      last.current = undefined
      setRunning(undefined)
    }
  }
  const stop = () => {
    if (running) api.tools.stop({ workspace, id: running }).catch(toastProblem)
  }
  return {
    result,
    failed,
    running: running !== undefined,
    run: (sql: string) => void run(sql, false),
    runAllTheSame: (sql: string) => void run(sql, true),
    stop,
    forget: () => setFailed(undefined),
  }
}
