import { describe, expect, it } from 'vitest'
import { type Token, tokens } from '#renderer/theme/tokens.ts'

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces: readonly Token[] = ['bg', 'panel', 'side', 'rail', 'hover', 'accent-soft']
const text: readonly Token[] = ['text', 'second', 'third', 'accent', 'pending', 'conflict', 'rejected', 'proposed']
const pairs: readonly (readonly [Token, Token])[] = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-pending', 'pending'],
  ['on-rejected', 'rejected'],
  ['pending', 'pending-soft'],
  ['conflict', 'conflict-soft'],
  ['rejected', 'rejected-soft'],
  ['proposed', 'proposed-soft'],
  ['stale', 'stale-soft'],
  ['text', 'rejected-soft'],
  ['text', 'conflict-soft'],
  ['text', 'pending-soft'],
]

describe.each(['light', 'dark'] as const)('%s colours', (scheme) => {
  const colours = tokens[scheme]

  it.each(text)('%s is readable on every surface (4.5:1)', (name) => {
    for (const surface of surfaces)
      expect(contrast(colours[name], colours[surface]), `${name} on ${surface}`).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs)('%s is readable on %s (4.5:1)', (name, ground) => {
    expect(contrast(colours[name], colours[ground])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['control', 'accent', 'positive'] as const)('%s is seen as an outline or a shape (3:1)', (name) => {
    for (const surface of surfaces)
      expect(contrast(colours[name], colours[surface]), `${name} on ${surface}`).toBeGreaterThanOrEqual(3)
  })
})
