import { expect, test } from 'vitest'
import {
  added,
  asFilter,
  asGroup,
  fitting,
  mayHoldGroup,
  removed,
  replaced,
  turned,
} from '#renderer/features/filter/filter-tree.ts'
import { type Condition, type Filter, filter } from '#shared/model/filter.ts'

const on = (column: string): Condition => ({ column, is: 'empty' })
const [a, b, c] = [on('a'), on('b'), on('c')]

test('one condition is a filter of its own; a second makes a group of them', () => {
  const one = added(asGroup(null), [], a)
  expect(asFilter(one)).toEqual(a)
  expect(asFilter(added(asGroup(asFilter(one)), [], b))).toEqual({ all: [a, b] })
})

test('a part is changed at its place, however deep, and the others stay', () => {
  const root = { all: [a, { any: [b, c] }] }
  expect(replaced(root, [1, 0], on('d'))).toEqual({ all: [a, { any: [on('d'), c] }] })
  expect(added(root, [1], on('d'))).toEqual({ all: [a, { any: [b, c, on('d')] }] })
  expect(turned(root, [1])).toEqual({ all: [a, { all: [b, c] }] })
  expect(turned(root, [])).toEqual({ any: [a, { any: [b, c] }] })
})

test('what is taken away takes the groups along that it leaves empty, and the last one leaves no filter', () => {
  const root = { all: [a, { any: [{ all: [b] }] }] }
  expect(removed(root, [1, 0, 0])).toEqual({ all: [a] })
  expect(asFilter(removed({ all: [a] }, [0]))).toBeNull()
})

test('a group that was empty before, and lets nothing pass, is not lost beside another change', () => {
  expect(added({ all: [{ any: [] }] }, [], a)).toEqual({ all: [{ any: [] }, a] })
})

test('groups are offered only as deep as a filter may be', () => {
  const deepest: Filter = { all: [{ any: [{ all: [a] }] }] }
  expect(filter.safeParse(deepest).success).toBe(true)
  expect(filter.safeParse({ all: [deepest] }).success).toBe(false)
  expect([[], [0], [0, 0]].map(mayHoldGroup)).toEqual([true, true, false])
})

test('conditions on columns that are gone are left out and named; the others stand', () => {
  const has = (name: string) => name !== 'b'
  expect(fitting({ all: [a, { any: [b, c] }] }, has)).toEqual({ filter: { all: [a, { any: [c] }] }, gone: ['b'] })
  expect(fitting({ all: [a, { any: [b] }] }, has)).toEqual({ filter: { all: [a] }, gone: ['b'] })
  expect(fitting(b, has)).toEqual({ filter: null, gone: ['b'] })
  expect(fitting({ all: [{ any: [] }, a] }, has)).toEqual({ filter: { all: [{ any: [] }, a] }, gone: [] })
})
