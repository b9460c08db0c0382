import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { folded } from '#shared/lib/folded.ts'
import type { Condition, Filter, Operand } from '#shared/model/filter.ts'
import { foldedSql } from '../folded.ts'
import type { Values } from '../sql.ts'
import { columnOf, quoted } from './identifier.ts'

const signs = { is: '=', is_not: '<>', less: '<', at_most: '<=', more: '>', at_least: '>=' } as const

/**
 * A filter as a condition over the rows `t` of a relation.
 * @throws OutpostError `bad_request` when it names a column that is not there or compares what can't be compared
 */
export function filterSql(relation: Relation, filter: Filter | null, values: Values): string {
  if (filter === null) return 'true'
  if ('all' in filter) return joined(relation, filter.all, values, 'and', 'true')
  if ('any' in filter) return joined(relation, filter.any, values, 'or', 'false')
  return conditionSql(columnOf(relation, filter.column, 'filter'), filter, values)
}

function joined(relation: Relation, parts: readonly Filter[], values: Values, word: string, none: string): string {
  if (parts.length === 0) return none
  return `(${parts.map((part) => filterSql(relation, part, values)).join(` ${word} `)})`
}

function conditionSql(column: Column, condition: Condition, values: Values): string {
  const place = `t.${quoted(column.name)}`
  const value = (operand: Operand, type = comparedAs(column)) => operandSql(operand, type, values)
  switch (condition.is) {
    case 'empty':
      return hasText(column) ? `coalesce(${place}::text, '') = ''` : `${place} is null`
    case 'not_empty':
      return hasText(column) ? `coalesce(${place}::text, '') <> ''` : `${place} is not null`
    case 'true':
    case 'false':
      if (column.kind !== 'boolean') throw notComparable(column)
      return `${place} is ${condition.is}`
    case 'contains':
      return `position(${foldedOperand(condition.value, values)} in ${foldedSql(`${place}::text`)}) > 0`
    case 'not_contains':
      return `coalesce(position(${foldedOperand(condition.value, values)} in ${foldedSql(`${place}::text`)}), 0) = 0`
    case 'starts_with':
      return `starts_with(${foldedSql(`${place}::text`)}, ${foldedOperand(condition.value, values)})`
    case 'is':
    case 'is_not':
    case 'less':
    case 'at_most':
    case 'more':
    case 'at_least': {
      const sql = `${compared(column)} ${signs[condition.is]} ${value(condition.value)}`
      // What is not known is not that either.
      return condition.is === 'is_not' ? `(${sql} or ${place} is null)` : sql
    }
    case 'between':
      return `${compared(column)} between ${value(condition.value)} and ${value(condition.to)}`
    case 'one_of':
      return `${compared(column)} in (${condition.values.map((one) => value(one)).join(', ')})`
    case 'none_of':
      return `(${compared(column)} not in (${condition.values.map((one) => value(one)).join(', ')}) or ${place} is null)`
    case 'has_any':
      if (column.kind !== 'array') throw notComparable(column)
      return `${place} && array[${condition.values.map((one) => value(one, column.type.replace(/\[\]$/, ''))).join(', ')}]::${column.type}`
  }
}

/** Values of types without an order, or with one that surprises, are compared by their text. */
function byText({ kind }: Column): boolean {
  return ['json', 'array', 'bytes', 'other'].includes(kind)
}

function compared(column: Column): string {
  const place = `t.${quoted(column.name)}`
  return byText(column) ? `${place}::text` : place
}

function comparedAs(column: Column): string {
  return byText(column) ? 'text' : column.type
}

function hasText({ kind }: Column): boolean {
  return kind === 'text'
}

function operandSql(operand: Operand, type: string, values: Values): string {
  if (typeof operand === 'string') return `${values.add(operand)}::text::${type}`
  if ('me' in operand) return `auth.uid()::text::${type}`
  // The unit is one of a fixed list, the count is bound.
  return `(now() - ${values.add(operand.ago)}::int * interval '1 ${operand.unit.replace(/s$/, '')}')::${type}`
}

function foldedOperand(operand: Operand, values: Values): string {
  if (typeof operand !== 'string') return foldedSql(operandSql(operand, 'text', values))
  return `${values.add(folded(operand))}::text`
}

function notComparable({ name, type }: Column): OutpostError {
  return new OutpostError('bad_request', `${name} (${type}) can’t be compared in this way.`, {
    field: 'filter',
    params: { column: name, type },
  })
}
