import { expect, test } from 'vitest'
import { blank, conditionOf, type Draft, draftOf, operatorOf } from '#renderer/features/filter/condition-draft.ts'
import type { Column } from '#shared/contract/catalogue.ts'
import { type Condition, condition as schema } from '#shared/model/filter.ts'

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  name: 'x',
  type: kind,
  kind,
  of: null,
  nullable: true,
  hasDefault: false,
  computed: false,
  mayUpdate: true,
  comment: null,
  values: null,
  references: null,
  account: false,
  ...more,
})
const target = { relation: 'public.people', column: 'id', name: 'full_name' }
const x = 'x'

const said: [string, Column, Condition][] = [
  ['words in a text', column('text'), { column: x, is: 'contains', value: 'é' }],
  ['some of fixed values', column('enum', { values: ['A', 'B'] }), { column: x, is: 'none_of', values: ['A', 'B'] }],
  [
    'a row of another table',
    column('uuid', { references: target }),
    { column: x, is: 'is', value: '6a65b402-887a-4dd9-ad24-588b2bdb533b' },
  ],
  ['me', column('uuid', { account: true }), { column: x, is: 'is', value: { me: true } }],
  ['yes', column('boolean'), { column: x, is: 'true' }],
  ['nothing', column('json'), { column: x, is: 'empty' }],
  ['two numbers', column('number'), { column: x, is: 'between', value: '-1.5', to: '2e3' }],
  ['the last days', column('timestamp'), { column: x, is: 'more', value: { ago: 7, unit: 'days' } }],
  ['long ago', column('date'), { column: x, is: 'less', value: { ago: 2, unit: 'years' } }],
  [
    'soon',
    column('date'),
    { column: x, is: 'between', value: { ago: 0, unit: 'days' }, to: { ago: -3, unit: 'weeks' } },
  ],
  ['still to come', column('timestamp'), { column: x, is: 'more', value: { ago: 0, unit: 'days' } }],
  ['any of a list', column('array'), { column: x, is: 'has_any', values: ['a'] }],
]
test.each(said)('a condition opens in the editor and comes out as it was: %s', (_, on, condition) => {
  expect(schema.parse(condition)).toEqual(condition)
  expect(conditionOf(draftOf(condition, on), on)).toEqual(condition)
})

test('a span of time is called by its name', () => {
  const names = said.map(([, , condition]) => operatorOf(condition))
  expect(names.slice(7, 11)).toEqual(['last', 'earlier', 'next', 'future'])
})

const wrong: [string, Column, Partial<Draft>, object][] = [
  ['no value', column('text'), {}, { on: 'value', why: 'missing' }],
  ['no number', column('number'), { value: 'a lot' }, { on: 'value', why: 'number' }],
  ['half an id', column('uuid'), { value: '1234' }, { on: 'value', why: 'uuid' }],
  ['no choice', column('enum', { values: ['A'] }), {}, { on: 'values', why: 'missing' }],
  ['half a span', column('number'), { operator: 'between', value: '1' }, { on: 'to', why: 'missing' }],
  ['a span of nothing', column('date'), { operator: 'last', count: '0' }, { on: 'count', why: 'number' }],
  ['a span beyond sense', column('date'), { operator: 'last', count: '99999' }, { on: 'count', why: 'number' }],
]
test.each(wrong)('what can’t be meant is told on its field: %s', (_, on, change, mistake) => {
  expect(conditionOf({ ...blank(on), ...change }, on)).toEqual(mistake)
})

test('where no account is meant, nobody is “me”', () => {
  const other = column('text')
  expect(conditionOf({ ...blank(other), operator: 'is', me: true, value: 'a' }, other)).toEqual({
    column: x,
    is: 'is',
    value: 'a',
  })
})
