import { useTranslation } from 'react-i18next'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { FieldInput } from '#renderer/features/forms/field-input.tsx'
import { RowChoice } from '#renderer/features/forms/row-choice.tsx'
import type { Column, Relation } from '#shared/contract/catalogue.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly column: Column
  readonly value: string | null
  readonly disabled: boolean
  readonly onChange: (value: string | null) => void
}

/** One value for all rows of a file: a row of another table, one of a list, or as it is typed. Empty is nothing. */
export function FixedValue({ workspace, relation, column, ...input }: Props) {
  const { t } = useTranslation('imports')
  const words = useCatalogueWords(workspace)
  const label = t('fixedOf', { column: words.column(relation.relation, column.name) })
  if (column.references !== null) {
    const target = column.references.relation
    return <RowChoice {...input} aria-label={label} workspace={workspace} relation={target} known={undefined} />
  }
  const choices = column.values?.map((value) => ({ value, label: words.value(relation.relation, column, value) }))
  return <FieldInput {...input} aria-label={label} kind={column.kind} choices={choices} />
}
