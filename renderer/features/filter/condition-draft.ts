import type { Column } from '#shared/contract/catalogue.ts'
import type { Condition, Operand } from '#shared/model/filter.ts'
import { type Operator, operatorsFor, takes } from './operators.ts'

type Ago = Extract<Operand, { ago: number }>

/** What stands in the editor of a condition before it is one. */
export interface Draft {
  readonly column: string
  readonly operator: Operator
  readonly value: string | null
  readonly to: string | null
  readonly values: readonly string[]
  /** The person who is signed in, instead of a value. */
  readonly me: boolean
  readonly count: string
  readonly unit: Ago['unit']
}

/** The fields of the editor in which something is missing or can't be meant. */
export type Mistake = { readonly on: 'value' | 'to' | 'values' | 'count'; readonly why: 'missing' | 'number' | 'uuid' }

const UUID = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const FURTHEST = 10_000

/** The editor of a new condition on a column. */
export function blank(column: Column): Draft {
  return {
    column: column.name,
    operator: operatorsFor(column)[0] ?? 'not_empty',
    value: null,
    to: null,
    values: [],
    me: false,
    count: '7',
    unit: 'days',
  }
}

/** The editor of a condition that is there. */
export function draftOf(condition: Condition, column: Column): Draft {
  const draft = { ...blank(column), operator: operatorOf(condition) }
  if ('values' in condition) return { ...draft, values: condition.values.filter((one) => typeof one === 'string') }
  if (!('value' in condition)) return draft
  const { value } = condition
  const to = 'to' in condition ? condition.to : null
  const span = to !== null && isAgo(to) ? to : value
  if (isAgo(span)) return { ...draft, count: String(Math.abs(span.ago)), unit: span.unit }
  if (typeof value !== 'string') return { ...draft, me: true }
  return { ...draft, value, to: typeof to === 'string' ? to : null }
}

/** How people would say the comparison of a condition. */
export function operatorOf(condition: Condition): Operator {
  if (condition.is === 'between' && isAgo(condition.value) && isAgo(condition.to)) return 'next'
  if (!('value' in condition) || !isAgo(condition.value)) return condition.is
  const isNow = condition.value.ago === 0
  if (condition.is === 'more' || condition.is === 'at_least') return isNow ? 'future' : 'last'
  if (condition.is === 'less' || condition.is === 'at_most') return isNow ? 'past' : 'earlier'
  return condition.is
}

/** The condition that the editor says, or what is wrong with it. */
export function conditionOf(draft: Draft, column: Column): Condition | Mistake {
  const { column: name, operator, count, unit, values } = draft
  switch (operator) {
    case 'last':
    case 'earlier':
    case 'next':
      if (!/^\d+$/.test(count) || Number(count) < 1 || Number(count) > FURTHEST) return { on: 'count', why: 'number' }
      return spanOf(name, operator, Number(count), unit)
    case 'past':
      return { column: name, is: 'less', value: now }
    case 'future':
      return { column: name, is: 'more', value: now }
    case 'empty':
    case 'not_empty':
    case 'true':
    case 'false':
      return { column: name, is: operator }
    case 'one_of':
    case 'none_of':
    case 'has_any':
      return values.length === 0
        ? { on: 'values', why: 'missing' }
        : { column: name, is: operator, values: [...values] }
    case 'between': {
      const wrong = mistakeIn('value', draft.value, operator, column) ?? mistakeIn('to', draft.to, operator, column)
      return wrong ?? { column: name, is: operator, value: draft.value ?? '', to: draft.to ?? '' }
    }
    default:
      if (draft.me && column.account) return { column: name, is: operator, value: { me: true } }
      return (
        mistakeIn('value', draft.value, operator, column) ?? { column: name, is: operator, value: draft.value ?? '' }
      )
  }
}

export function isMistake(outcome: Condition | Mistake): outcome is Mistake {
  return 'why' in outcome
}

export function isAgo(operand: Operand): operand is Ago {
  return typeof operand !== 'string' && 'ago' in operand
}

const now: Ago = { ago: 0, unit: 'days' }

function spanOf(column: string, operator: 'last' | 'earlier' | 'next', ago: number, unit: Ago['unit']): Condition {
  if (operator === 'next') return { column, is: 'between', value: now, to: { ago: -ago, unit } }
  return { column, is: operator === 'last' ? 'more' : 'less', value: { ago, unit } }
}

function mistakeIn(on: 'value' | 'to', value: string | null, operator: Operator, column: Column): Mistake | null {
  if (value === null || value === '') return { on, why: 'missing' }
  // What is looked for within a text may be any part of it.
  if (takes(operator) === 'one' && ['contains', 'not_contains', 'starts_with'].includes(operator)) return null
  if (column.kind === 'number' && !NUMBER.test(value)) return { on, why: 'number' }
  if (column.kind === 'uuid' && !UUID.test(value)) return { on, why: 'uuid' }
  return null
}
