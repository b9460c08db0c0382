import { useTranslation } from 'react-i18next'
import { useCatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Condition, Filter, Operand } from '#shared/model/filter.ts'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  readonly filter: Filter
}

/** A filter as a sentence: `Status is Approved and Created at is after 30 days ago`. */
export function FilterWords({ workspace, relation, filter }: Props) {
  const { t } = useTranslation('tables')
  const words = useCatalogueWords(workspace)

  const operand = (name: string, value: Operand): string => {
    if (typeof value !== 'string') return 'me' in value ? t('me') : t(`ago.${value.unit}`, { count: value.ago })
    const column = relation.columns.find((one) => one.name === name)
    return column?.values ? words.value(relation.relation, column, value) : value
  }
  const said = (condition: Condition): string => {
    const { column } = condition
    const values =
      'values' in condition
        ? condition.values.map((value) => operand(column, value)).join(', ')
        : 'value' in condition
          ? operand(column, condition.value)
          : ''
    const to = 'to' in condition ? operand(column, condition.to) : ''
    return t(`is.${condition.is}`, { column: words.column(relation.relation, column), value: values, to })
  }
  const sentence = (part: Filter, inner: boolean): string => {
    if (!('all' in part) && !('any' in part)) return said(part)
    const parts = ('all' in part ? part.all : part.any).map((one) => sentence(one, true))
    const text = parts.join(` ${t('all' in part ? 'and' : 'or')} `)
    return inner && parts.length > 1 ? `(${text})` : text
  }
  return sentence(filter, false)
}
