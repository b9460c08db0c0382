import { createInstance } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { fill } from '#renderer/i18n/fill.ts'
import { problemText } from '#renderer/i18n/problem-text.ts'
import { en, fr } from '#renderer/i18n/resources.ts'
import { withMany } from '#renderer/i18n/words.ts'
import { errorCode } from '#shared/contract/errors.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  )
}

const holes = (sentence: string) => [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('both languages', () => {
  it('have a sentence for every error code of the contract', () => {
    expect(Object.keys(en.errors)).toEqual(expect.arrayContaining(errorCode.options))
    expect(Object.keys(fr.errors)).toEqual(expect.arrayContaining(errorCode.options))
  })

  it('leave the same holes open in every sentence', () => {
    const french = new Map(leaves(fr))
    for (const [key, sentence] of leaves(en)) expect(holes(french.get(key) ?? ''), key).toEqual(holes(sentence))
  })

  it('have nothing empty', () => {
    for (const [key, sentence] of [...leaves(en), ...leaves(fr)]) expect(sentence.trim(), key).not.toBe('')
  })
})

describe('counting in French', () => {
  const i18n = createInstance()
  beforeAll(() =>
    i18n.init({ lng: 'fr', ns: ['a'], resources: { fr: { a: withMany({ n_one: 'une', n_other: 'des' }) } } }),
  )

  it.each([
    [0, 'une'],
    [1, 'une'],
    [2, 'des'],
    [1_000_000, 'des'],
  ])('%i has its plural', (count, word) => {
    expect(i18n.t('a:n' as never, { count })).toBe(word)
  })
})

describe('fill', () => {
  it('puts values where they belong', () => {
    expect(fill('{{who}} has {{ n }}.', { who: 'Marie', n: 2 })).toBe('Marie has 2.')
  })

  it('gives up rather than leave a hole or an empty word', () => {
    expect(fill('{{who}} has {{n}}.', { who: 'Marie', n: null })).toBeUndefined()
  })
})

describe('problemText', () => {
  const i18n = createInstance()
  beforeAll(() => i18n.init({ lng: 'fr', fallbackLng: 'en', ns: ['errors'], resources: { en, fr } as never }))

  it('speaks by the finer reason, with its values', () => {
    const params = { version: 1, current_version: 2 }
    const problem = { code: 'conflict', message: 'x', reason: 'review.superseded', params } as const
    expect(problemText(i18n, problem)).toMatch(/^La version 2 .* version 1/)
  })

  it('speaks by the code when the reason lacks a value', () => {
    const problem = { code: 'conflict', message: 'x', reason: 'review.superseded' } as const
    expect(problemText(i18n, problem)).toBe(fr.errors.conflict)
  })

  it('falls back to the words of the engine', () => {
    expect(problemText(i18n, { code: 'refused', message: 'Not today.' })).toBe('Not today.')
    expect(problemText(i18n, { code: 'rate_limited', message: 'Wait a little.' })).toBe('Wait a little.')
  })
})
