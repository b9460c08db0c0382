import { useCallback } from 'react'
import type { Problem } from '#shared/contract/errors.ts'
import { useProblemText } from '../../i18n/problem-text.ts'
import { useCatalogueWords } from './use-words.ts'

/** What is wrong with a row of a table, its column called as the table calls it. */
export function useColumnProblem(workspace: string, relation: string): (problem: Problem) => string {
  const text = useProblemText()
  const words = useCatalogueWords(workspace)
  return useCallback(
    (problem) => {
      const { field, params } = problem
      return text(
        field === undefined ? problem : { ...problem, params: { ...params, field: words.column(relation, field) } },
      )
    },
    [text, words, relation],
  )
}
