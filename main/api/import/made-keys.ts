import { createHash } from 'node:crypto'
import type { CastRow } from './cast-values.ts'

/**
 * Makes the keys of rows that bring none: out of what a row holds, and of how many rows like it came before in the file.
 * So the same file makes the same keys each time, and rows that are there already are known again.
 */
export function keyMaker(relation: string): (values: CastRow['values']) => string {
  const seen = new Map<string, number>()
  return (values) => {
    const content = JSON.stringify([relation, Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))])
    const before = seen.get(content) ?? 0
    seen.set(content, before + 1)
    const hex = createHash('sha256').update(`${content} ${before}`).digest('hex')
    // Marked as a name-based id with a hash of its own (version 8), so that it is a well-formed one.
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }
}
