import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import classes from './table.module.css'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly gone: readonly string[]
}

/** Says which columns of a view there are no more. */
export function GoneColumns({ workspace, relation, gone }: Props) {
  const { t } = useTranslation('views')
  const words = useCatalogueWords(workspace)
  if (gone.length === 0) return null
  return (
    <p className={classes.gone} role="status">
      <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
      {t('goneColumns', { columns: gone.map((name) => words.column(relation.relation, name)).join(', ') })}
    </p>
  )
}
