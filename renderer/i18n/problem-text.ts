import type { i18n as I18n } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import { fieldName } from './field-name.ts'
import { fill } from './fill.ts'
import { reasonLabel } from './reasons.ts'
import { rightWords } from './right-words.ts'
import { sentence } from './sentence.ts'

/** A problem in the person's language: by its finer reason, else by its code, else as the engine put it. */
export function problemText(i18n: I18n, problem: Problem): string {
  const { code, message, reason, field } = problem
  const named = (field && fieldName(i18n, field)) ?? sentence(i18n, 'common', 'aField')
  const params = { field: named, ...problem.params, ...rightWords(i18n, problem.params), message }
  const label = reason ? reasonLabel(reason) : undefined
  const known = label && fill(i18n.language === 'fr' ? label.fr : label.en, params)
  return known ?? fill(sentence(i18n, 'errors', code) ?? message, params) ?? message
}

/** `problemText` in the language chosen now. */
export function useProblemText(): (problem: Problem) => string {
  const { i18n } = useTranslation()
  return useCallback((problem) => problemText(i18n, problem), [i18n])
}
