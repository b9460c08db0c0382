import { useEffect, useState } from 'react'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'

/** Rows of one table that are shown; the others are a list away. */
const EACH = 5

type Answer = Awaited<ReturnType<typeof api.search.everything>>

interface Search {
  /** The newest answer, and what it answers: until the next has come, it stands as it is. */
  readonly answer: (Answer & { readonly text: string }) | undefined
  readonly problem: Problem | undefined
  readonly searching: boolean
  readonly retry: () => void
}

/** Looks through every table. A whole answer takes the place of the one before, so that no row moves under the eyes. */
export function useSearch(workspace: string, text: string): Search {
  const [answer, setAnswer] = useState<Search['answer']>()
  const [failed, setFailed] = useState<{ readonly text: string; readonly problem: Problem }>()
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn asks the same again.
  useEffect(() => {
    if (text === '') return setAnswer(undefined)
    let isWanted = true
    api.search.everything({ workspace, text, limit: 200, each: EACH }).then(
      (found) => {
        if (isWanted) setAnswer({ ...found, text })
      },
      (error) => {
        if (isWanted) setFailed({ text, problem: problemOf(error) })
      },
    )
    return () => {
      isWanted = false
    }
  }, [workspace, text, turn])
  const problem = failed?.text === text ? failed.problem : undefined
  return {
    answer,
    problem,
    searching: text !== '' && answer?.text !== text && !problem,
    retry: () => {
      setFailed(undefined)
      setTurn(turn + 1)
    },
  }
}
