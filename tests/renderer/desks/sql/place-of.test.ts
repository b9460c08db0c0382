import { expect, it } from 'vitest'
import { placeOf } from '#renderer/desks/sql/place-of.ts'

it('finds the word at a position, and says its line and column as people count', () => {
  const text = 'select a,\n  statuss\nfrom t'
  const place = placeOf(text, 13)
  expect(text.slice(place.from, place.to)).toBe('statuss')
  expect(place).toMatchObject({ line: 2, column: 3 })
})

it('counts characters as the database does, whatever they take here', () => {
  const text = `select '🙂🙂', nope`
  const place = placeOf(text, 14)
  expect(text.slice(place.from, place.to)).toBe('nope')
  expect(place).toMatchObject({ line: 1, column: 14 })
})

it.each([
  [`select "No pe" from t`, 8, '"No pe"'],
  [`select 'it' + 1`, 8, `'it'`],
  ['select a == b', 10, '=='],
  ['select', 7, ''],
])('in %j at %i it is %j', (text, position, word) => {
  const { from, to } = placeOf(text, position)
  expect(text.slice(from, to)).toBe(word)
})
