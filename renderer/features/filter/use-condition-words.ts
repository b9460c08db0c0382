import { useTranslation } from 'react-i18next'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { Condition, Operand } from '#shared/model/filter.ts'
import { cellText } from '../catalogue/cell-text.ts'
import { useCellWords } from '../catalogue/use-cell-words.ts'
import { isAgo, operatorOf } from './condition-draft.ts'
import { isTime, type Operator } from './operators.ts'
import { useRowLabels } from './use-row-labels.ts'

export interface ConditionWords {
  readonly column: string
  readonly operator: string
  /** Empty where the operator says it all. */
  readonly value: string
}

/** The words of an operator as the columns of a kind say it: dates are before and after, numbers below and above. */
export function useOperatorWords(): (operator: Operator, column: Column | undefined) => string {
  const { t } = useTranslation('filter')
  return (operator, column) =>
    column &&
    isTime(column) &&
    (operator === 'at_least' || operator === 'less' || operator === 'at_most' || operator === 'more')
      ? t(`time.${operator}`)
      : t(`operator.${operator}`)
}

/** A condition in words: `Status · is one of · Approved, Rejected`. */
export function useConditionWords(workspace: string, relation: Relation, condition: Condition): ConditionWords {
  const { t } = useTranslation('filter')
  const cellWords = useCellWords(workspace)
  const operatorWords = useOperatorWords()
  const column = relation.columns.find(({ name }) => name === condition.column)
  const operands = operandsOf(condition)
  const texts = operands.filter((one) => typeof one === 'string')
  const labels = useRowLabels(workspace, relation, column, texts)

  const operand = (value: Operand): string => {
    if (isAgo(value)) return t(`span.${value.unit}`, { count: Math.abs(value.ago) })
    if (typeof value !== 'string') return t('me')
    if (!column || column.kind === 'array') return value
    const isPart = ['contains', 'not_contains', 'starts_with'].includes(condition.is)
    return isPart ? t('quoted', { text: value }) : cellText(relation.relation, column, value, labels[value], cellWords)
  }
  const operator = operatorOf(condition)
  const said = operator === 'next' ? operands.slice(1) : operands
  const value = operator === 'past' || operator === 'future' ? '' : said.map(operand).join(listed(operator, t('and')))
  return {
    column: cellWords.words.column(relation.relation, condition.column),
    operator: operatorWords(saidShortly(operator, operands.length), column),
    value: operator === 'earlier' ? t('ago', { span: value }) : value,
  }
}

function operandsOf(condition: Condition): readonly Operand[] {
  if ('values' in condition) return condition.values
  if (!('value' in condition)) return []
  return 'to' in condition ? [condition.value, condition.to] : [condition.value]
}

function listed(operator: Operator, and: string): string {
  return operator === 'between' ? ` ${and} ` : ', '
}

/** One of one is that one. */
function saidShortly(operator: Operator, operands: number): Operator {
  if (operands > 1) return operator
  return operator === 'one_of' ? 'is' : operator === 'none_of' ? 'is_not' : operator
}
