import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import type { CellWords } from './cell-text.ts'
import { useCatalogueWords } from './use-words.ts'

export function useCellWords(workspace: string): CellWords {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useCatalogueWords(workspace)
  return useMemo(() => ({ words, format, yes: t('yes'), no: t('no') }), [words, format, t])
}
