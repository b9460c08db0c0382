import type { i18n as I18n } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import { reasonLabel } from './reasons.ts'

function fill(sentence: string, params: Problem['params']): string {
  return sentence.replace(/\{\{?(\w+)\}?\}/g, (hole, name: string) => String(params?.[name] ?? hole))
}

/** A problem in the person's language: by its finer reason, else by its code, else as the engine put it. */
export function problemText(i18n: I18n, problem: Problem): string {
  const label = problem.reason ? reasonLabel(problem.reason) : undefined
  if (label) return fill(i18n.language === 'fr' ? label.fr : label.en, problem.params)
  if (problem.code === 'refused' || !i18n.exists(`errors:${problem.code}`)) return problem.message
  // Every sentence may use any value; the types would have each code name its own.
  return i18n.t(`errors:${problem.code}` as 'errors:bad_request', { message: problem.message, ...problem.params })
}

/** `problemText` in the language chosen now. */
export function useProblemText(): (problem: Problem) => string {
  const { i18n } = useTranslation()
  return useCallback((problem) => problemText(i18n, problem), [i18n])
}
