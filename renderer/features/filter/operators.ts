import type { Column } from '#shared/contract/catalogue.ts'
import type { Condition } from '#shared/model/filter.ts'

/** Comparisons as people choose them: those of a filter, and spans of time, which a filter says by comparing with now. */
export type Operator = Condition['is'] | 'last' | 'earlier' | 'next' | 'past' | 'future'

/** What beside the operator makes a condition. */
export type Takes = 'nothing' | 'one' | 'two' | 'many' | 'span'

const spans: readonly Operator[] = ['last', 'earlier', 'next']

export function takes(operator: Operator): Takes {
  if (spans.includes(operator)) return 'span'
  switch (operator) {
    case 'empty':
    case 'not_empty':
    case 'true':
    case 'false':
    case 'past':
    case 'future':
      return 'nothing'
    case 'between':
      return 'two'
    case 'one_of':
    case 'none_of':
    case 'has_any':
      return 'many'
    default:
      return 'one'
  }
}

/** How a column can be compared, the likeliest first. */
export function operatorsFor(column: Column): Operator[] {
  const empty: Operator[] = column.nullable ? ['empty', 'not_empty'] : []
  if (column.kind === 'array') return ['has_any', 'contains', ...empty]
  if (column.values !== null) return ['one_of', 'none_of', ...empty]
  if (column.references !== null) return ['is', 'is_not', ...empty]
  switch (column.kind) {
    case 'boolean':
      return ['true', 'false', ...empty]
    case 'number':
      return ['is', 'is_not', 'at_least', 'at_most', 'more', 'less', 'between', ...empty]
    case 'date':
    case 'timestamp':
      return ['last', 'earlier', 'next', 'past', 'future', 'at_least', 'less', 'between', ...empty]
    case 'time':
    case 'interval':
      return ['at_least', 'at_most', ...empty]
    case 'uuid':
      return ['is', 'is_not', ...empty]
    case 'text':
    case 'enum':
      return ['contains', 'not_contains', 'starts_with', 'is', 'is_not', 'empty', 'not_empty']
    case 'bytes':
      return empty
    default:
      return ['contains', 'not_contains', ...empty]
  }
}

export function isTime({ kind }: Column): boolean {
  return kind === 'date' || kind === 'timestamp'
}
