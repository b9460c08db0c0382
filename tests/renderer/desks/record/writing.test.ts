import { expect, test } from 'vitest'
import { changedIn, keepMine, overtakenIn, takeTheirs, write } from '#renderer/desks/record/writing.ts'

const cells = { name: 'Ada', phone: null, city: 'London' }

test('what is typed back to what was there, or stands there by now, is no change', () => {
  const typed = write(write({}, cells, 'name', 'A'), cells, 'phone', '1')
  expect(changedIn(typed, cells)).toEqual(['name', 'phone'])
  expect(changedIn(write(typed, cells, 'name', 'Ada'), cells)).toEqual(['phone'])
  expect(changedIn(typed, { ...cells, phone: '1' })).toEqual(['name'])
  expect(changedIn(write(typed, cells, 'phone', null), cells)).toEqual(['name'])
})

test('a field that somebody else changes while it is written in is overtaken, other fields are not', () => {
  const typed = write({}, cells, 'name', 'A')
  expect(overtakenIn(typed, cells)).toEqual([])
  expect(overtakenIn(typed, { ...cells, city: 'Paris' })).toEqual([])
  const theirs = { ...cells, name: 'Grace' }
  expect(overtakenIn(typed, theirs)).toEqual(['name'])
  expect(overtakenIn(write(typed, theirs, 'name', 'Al'), theirs)).toEqual(['name'])
  expect(overtakenIn(typed, { ...cells, name: 'A' })).toEqual([])
  expect(overtakenIn(typed, { ...cells, name: null })).toEqual(['name'])
})

test('mine is kept in sight of theirs, until that changes again; theirs is taken by dropping mine', () => {
  const theirs = { ...cells, name: 'Grace' }
  const kept = keepMine(write({}, cells, 'name', 'A'), theirs, 'name')
  expect(kept).toEqual({ name: { value: 'A', seen: 'Grace' } })
  expect(overtakenIn(kept, theirs)).toEqual([])
  expect(overtakenIn(kept, { ...cells, name: 'Edith' })).toEqual(['name'])
  expect(takeTheirs(kept, 'name')).toEqual({})
})
