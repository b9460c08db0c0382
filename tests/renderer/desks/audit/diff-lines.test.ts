import { expect, test } from 'vitest'
import { diffLines } from '#renderer/desks/audit/diff-lines.ts'

test('every field of an entry is a line, with what was before and after', () => {
  expect(diffLines({ before: { seats: 4, plan: null }, after: { seats: 5, plan: 'pro' } })).toEqual([
    { path: ['seats'], before: 4, after: 5 },
    { path: ['plan'], before: null, after: 'pro' },
  ])
})

test('of a JSON value only the parts that differ are shown', () => {
  const before = { feature_value: { sso: false, api: true, deep: { a: 1, b: [1] } } }
  const after = { feature_value: { sso: true, api: true, deep: { a: 1, b: [2] }, new: 1 } }
  expect(diffLines({ before, after })).toEqual([
    { path: ['feature_value', 'sso'], before: false, after: true },
    { path: ['feature_value', 'deep', 'b'], before: [1], after: [2] },
    { path: ['feature_value', 'new'], before: undefined, after: 1 },
  ])
})

test('a row that is new or gone has one side', () => {
  expect(diffLines({ before: null, after: { name: 'x' } })).toEqual([{ path: ['name'], before: undefined, after: 'x' }])
  expect(diffLines({ before: { name: 'x' }, after: null })).toEqual([{ path: ['name'], before: 'x', after: undefined }])
  expect(diffLines({ before: null, after: null })).toEqual([])
})
