import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldName } from '../../i18n/field-name.ts'
import { inWords } from '../workspaces/systems.ts'

/** A column or an argument (`p_comment`) in words. */
export function useFieldWords(): (name: string) => string {
  const { i18n } = useTranslation()
  return useCallback((name) => fieldName(i18n, name) ?? inWords(name.replace(/^p_/, '').replace(/_id$/, '')), [i18n])
}
