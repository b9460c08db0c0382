import { expect, test } from 'vitest'
import { type CellWords, cellText } from '#renderer/features/catalogue/cell-text.ts'
import { formatIn } from '#renderer/i18n/format.ts'
import type { Column } from '#shared/contract/catalogue.ts'

const words = { format: formatIn('en'), yes: 'Yes', no: 'No' } as unknown as CellWords
const number = (name: string, type = 'integer') => ({ name, type, kind: 'number', values: null }) as Column

test('a number that counts is laid out, one that names something is not', () => {
  const text = (column: Column) => cellText('public.films', column, '1967', undefined, words)
  expect(text(number('views'))).toBe('1,967')
  expect(text(number('yearly_views'))).toBe('1,967')
  for (const column of [number('id'), number('film_id'), number('release_year'), number('released', 'public.year')]) {
    expect(text(column), column.name).toBe('1967')
  }
})
