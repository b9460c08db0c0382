import { describe, expect, it } from 'vitest'
import { resolutionOf, typed, valueFrom } from '#renderer/features/conflicts/choices.ts'

const collisions = [
  { column: 'plan', base: 'pro', mine: 'business', theirs: 'enterprise' },
  { column: 'seats', base: 5, mine: 50, theirs: 120 },
]

describe('resolutionOf', () => {
  it('is mine while nothing else is chosen', () => {
    expect(resolutionOf(collisions, { sides: {}, own: {} })).toBe('mine')
  })

  it('is theirs when every field is', () => {
    expect(resolutionOf(collisions, { sides: { plan: 'theirs', seats: 'theirs' }, own: {} })).toBe('theirs')
  })

  it('names the value of every field when they are mixed', () => {
    const sides = { plan: 'mine', seats: 'theirs' } as const
    expect(resolutionOf(collisions, { sides, own: {} })).toEqual({ plan: 'business', seats: 120 })
  })

  it('takes a value of one’s own, of the kind of the column', () => {
    const sides = { plan: 'own', seats: 'own' } as const
    expect(resolutionOf(collisions, { sides, own: { plan: 'free', seats: '60' } })).toEqual({ plan: 'free', seats: 60 })
  })
})

describe('valueFrom', () => {
  it('keeps a number as text when a JavaScript number would bend it', () => {
    expect(valueFrom('12345678901234567890', [1])).toBe('12345678901234567890')
  })

  it('reads an emptied field as no value', () => {
    expect(valueFrom('', ['x'])).toBeNull()
  })

  it('reads yes or no, and structured values', () => {
    expect(valueFrom('false', [true, null])).toBe(false)
    expect(valueFrom('{"a":1}', [{ a: 0 }])).toEqual({ a: 1 })
    expect(() => valueFrom('{"a":', [{ a: 0 }])).toThrow()
  })

  it.each([[true], [12], ['text'], [{ a: [1] }], [null]])('gives back what was typed for %j', (value) => {
    expect(valueFrom(typed(value), [value])).toEqual(value)
  })
})
