import { IconTable } from '@tabler/icons-react'
import { expect, test } from 'vitest'
import { matchPieces } from '#renderer/features/search/match-pieces.ts'
import { optionGroups } from '#renderer/features/search/search-options.ts'

const marked = (text: string, search: string) =>
  matchPieces(text, search)
    .map(({ text: piece, matches }) => (matches ? `[${piece}]` : piece))
    .join('')

test.each([
  ['Élodie Martin', 'elodie', '[Élodie] Martin'],
  ['Élodie Martin', 'mart lod', 'É[lod]ie [Mart]in'],
  ['Sœur Anne', 'soeur', '[Sœur] Anne'],
  ['E\u0301lodie', 'ÉL', '[Él]odie'],
  ['abab', 'ab', '[abab]'],
  ['nothing', 'x', 'nothing'],
  ['nothing', '  ', 'nothing'],
])('what was searched for is marked without regard to case and accents: %s, %s', (text, search, expected) => {
  expect(marked(text, search)).toBe(expected)
})

const hit = (relation: string, key: string) => ({ relation, key: `["${key}"]`, title: key, found: null })

test('pages come before rows, rows by their tables, and the rest of a table is a line of its own', () => {
  const places = [{ kind: 'page' as const, to: '/w/pv/tables', icon: IconTable, label: 'All tables' }]
  const answer = {
    text: 'é&',
    hits: [hit('public.a', '1'), hit('public.b', '2'), hit('public.a', '3')],
    rows: { 'public.a': 5, 'public.b': 1 },
  }
  const groups = optionGroups('pv', places, answer)
  expect(groups.map(({ relation, options }) => [relation, options.map(({ kind }) => kind)])).toEqual([
    [null, ['place']],
    ['public.a', ['hit', 'hit', 'more']],
    ['public.b', ['hit']],
  ])
  const more = groups[1]?.options[2]
  expect(more).toMatchObject({ rows: 3, to: '/w/pv/tables/a?search=%C3%A9%26' })
  const ids = groups.flatMap(({ options }) => options.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})

test('before an answer there are pages only', () => {
  expect(optionGroups('pv', [], undefined)).toEqual([])
})
