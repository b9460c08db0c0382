import { expect, test } from 'vitest'
import { cellState } from '#renderer/features/staging/cell-state.ts'
import { onWhatIsThere, withAnswers } from '#renderer/features/staging/staged-work.ts'
import { type Staging, sizeOf, withCell, withoutRows } from '#renderer/features/staging/staging.ts'

const written = { key: '["1"]', title: 'Ama', column: 'phone', value: 'new', seen: 'old' }
const refused = (reason: string, field?: string) => ({
  code: reason.startsWith('row.') ? ('conflict' as const) : ('refused' as const),
  message: 'No.',
  reason,
  ...(field ? { field } : {}),
})

test('what was seen first stays what was seen, however often a cell is written', () => {
  const once = withCell({}, written)
  const twice = withCell(once, { ...written, value: 'newer', seen: 'theirs' })
  expect(twice['["1"]']?.cells.phone).toEqual({ value: 'newer', seen: 'old' })
})

test('a cell that has its old value again is not staged any more, nor is a row without cells', () => {
  const both = withCell(withCell({}, written), { ...written, column: 'country', value: 'FR', seen: null })
  expect(sizeOf(both)).toEqual({ cells: 2, rows: 1 })
  const one = withCell(both, { ...written, value: 'old' })
  expect(sizeOf(one)).toEqual({ cells: 1, rows: 1 })
  expect(withCell(one, { ...written, column: 'country', value: null, seen: null })).toEqual({})
})

test('a refusal is shown on the cell that it names, else on every cell of its row', () => {
  const staging = withCell(withCell({}, written), { ...written, column: 'country', value: 'France', seen: 'FR' })
  const answered = (field?: string): Staging =>
    withAnswers(
      staging,
      { refused: [{ key: '["1"]', title: 'Ama', problem: refused('check_violation', field), now: {} }] },
      {},
    )
  const states = (field?: string) =>
    ['phone', 'country'].map((column) => {
      const row = answered(field)['["1"]']
      return row && cellState(row, column, undefined).state
    })
  expect(states('country')).toEqual(['changed', 'refused'])
  expect(states()).toEqual(['refused', 'refused'])
  expect(states('email')).toEqual(['refused', 'refused'])
})

test('only the cells that others have written since are shown as such, and going on takes them as seen', () => {
  const staging = withCell(withCell({}, written), { ...written, column: 'country', value: 'BE', seen: 'FR' })
  const now = { phone: 'theirs', country: 'FR' }
  const problem = refused('row.update_update')
  const row = withAnswers(staging, { refused: [{ key: '["1"]', title: 'Ama', problem, now }] }, {})['["1"]']
  if (!row) throw new Error('The row is gone.')
  expect(cellState(row, 'phone', undefined)).toEqual({ state: 'overtaken', now: 'theirs' })
  expect(cellState(row, 'country', undefined)).toEqual({ state: 'changed' })
  const next = onWhatIsThere(row, now)
  expect(next.cells.phone).toEqual({ value: 'new', seen: 'theirs' })
  expect(cellState(next, 'phone', 'theirs')).toEqual({ state: 'changed' })
  expect(cellState(next, 'phone', 'theirs again')).toEqual({ state: 'overtaken', now: 'theirs again' })
})

test('what is saved leaves the staging, and the rest stays as it was', () => {
  const staging = withCell(withCell({}, written), { ...written, key: '["2"]' })
  expect(Object.keys(withoutRows(staging, ['["1"]']))).toEqual(['["2"]'])
})
