import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { sentence } from '../../i18n/sentence.ts'
import { inWords } from '../workspaces/systems.ts'

/** A column or an argument (`p_comment`) in words. */
export function useFieldWords(): (name: string) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (name) => {
      const bare = name.replace(/^p_/, '')
      const known = sentence(i18n, 'decisions', `field.${name}`) ?? sentence(i18n, 'decisions', `field.${bare}`)
      return known ?? inWords(bare.replace(/_id$/, ''))
    },
    [i18n],
  )
}
