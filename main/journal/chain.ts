import { createHash } from 'node:crypto'

/** What the first entry of a journal follows. */
export const GENESIS = '0'.repeat(64)

/** The hash that binds an entry to everything decided before it: hex SHA-256 over the previous hash and the content. */
export function link(previousHash: string, content: string): string {
  return createHash('sha256').update(previousHash).update('\n').update(content).digest('hex')
}

export interface ChainRow {
  readonly seq: number
  readonly content: string
  readonly previous_hash: string
  readonly hash: string
}

/**
 * Walks a journal's entries in order.
 * @param known places of entries whose loss is known already
 * @returns the first entry that was changed, removed or reordered, in words; null when the chain holds
 */
export function firstBreak(rows: Iterable<ChainRow>, known: ReadonlySet<number> = new Set()): string | null {
  let expected = 1
  let previous = GENESIS
  for (const row of rows) {
    if (known.has(expected) && row.seq !== expected) {
      while (known.has(expected) && row.seq !== expected) expected += 1
      // What the lost entries hashed to is only known from here.
      previous = row.previous_hash
    }
    if (row.seq !== expected) return `Entry ${expected} is missing: entry ${row.seq} follows entry ${expected - 1}.`
    if (row.previous_hash !== previous) return `Entry ${row.seq} does not follow entry ${row.seq - 1}.`
    if (link(previous, row.content) !== row.hash) return `Entry ${row.seq} was changed after it was written.`
    previous = row.hash
    expected += 1
  }
  return null
}
