import { describe, expect, it } from 'vitest'
import { formatIn } from '#renderer/i18n/format.ts'

const en = formatIn('en')
const fr = formatIn('fr')
/** Spaces of any kind as one: locales differ in which they use. */
const plain = (text: string) => text.replace(/[\s\u00a0\u202f]/g, ' ')

describe('short', () => {
  const now = new Date(2026, 10, 20, 14, 32)

  it.each([
    [new Date(2026, 10, 20, 9, 5), '09:05'],
    [new Date(2026, 10, 12, 9, 5), '12 Nov'],
    [new Date(2024, 10, 12, 9, 5), '12 Nov 2024'],
  ])('says no more than is needed of %s', (at, words) => {
    expect(en.short(at, now)).toBe(words)
  })

  it('names the day within a week', () => {
    expect(en.short(new Date(2026, 10, 18, 9, 5), now)).toMatch(/^Wed.* 09:05$/)
    expect(fr.short(new Date(2026, 10, 18, 9, 5), now)).toMatch(/^mer.* 09:05$/)
  })
})

describe('spans', () => {
  it.each([
    [900, '1 s'],
    [12_000, '12 s'],
    [35 * 60_000, '35 min'],
    [4 * 3_600_000, '4 h'],
    [3 * 86_400_000, '3 days'],
  ])('%i ms is %s', (ms, words) => {
    expect(plain(en.span(ms))).toBe(words)
  })

  it('stand apart from their unit, and never break from it', () => {
    for (const ms of [12_000, 35 * 60_000, 4 * 3_600_000, 12 * 86_400_000]) {
      expect(fr.span(ms)).toMatch(/^\d+\u00a0[a-z]+$/)
      expect(en.span(ms)).toMatch(/^\d+\u00a0[a-z]+$/)
    }
  })

  it('are told in both languages', () => {
    expect(plain(en.ago(12_000))).toBe('12 s ago')
    expect(plain(fr.ago(12_000))).toBe('il y a 12 s')
  })
})

describe('sizes and money', () => {
  it('are written as the language writes them', () => {
    expect(plain(en.bytes(1_400_000))).toBe('1.4 MB')
    expect(plain(fr.bytes(1_400_000))).toBe('1,4 Mo')
    expect(plain(fr.number(98_204))).toBe('98 204')
  })

  it('keep every digit of an exact amount', () => {
    expect(en.money('12345678901234567.89', 'EUR')).toBe('€12,345,678,901,234,567.89')
  })
})
