import { expect, test } from 'vitest'
import { extentOf, isSeveral } from '#renderer/features/grid/cell-range.ts'
import { pastedCells } from '#renderer/features/grid/range-text.ts'

const shown = ['a', 'b', 'c', 'd']

test('a range covers the same cells whichever way it was drawn', () => {
  const there = extentOf({ from: { row: 2, column: 'b' }, to: { row: 5, column: 'd' } }, shown)
  const back = extentOf({ from: { row: 5, column: 'd' }, to: { row: 2, column: 'b' } }, shown)
  expect(there).toEqual({ first: 2, last: 5, columns: ['b', 'c', 'd'] })
  expect(back).toEqual(there)
})

test('one cell is no range, and a column that is not shown covers nothing', () => {
  const one = { row: 1, column: 'a' }
  expect(isSeveral(extentOf({ from: one, to: one }, shown))).toBe(false)
  expect(extentOf({ from: one, to: { row: 1, column: 'gone' } }, shown).columns).toEqual([])
})

test('what a spreadsheet copies is taken apart: quoted lines, empty cells, and texts that were made harmless', () => {
  expect(pastedCells('one\ttwo\r\n"a\nb"\t\r\n\'=1+1\t-3\r\n')).toEqual([
    ['one', 'two'],
    ['a\nb', null],
    ['=1+1', '-3'],
  ])
})
