import type { PullPage } from '#shared/model/protocol.ts'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import { pull, snapshot } from './rpc.ts'

/** A console's copy of some relations with integer keys, in memory: rows by key, as the lines that came. */
export type Rows = Map<string, Map<string, string>>

/**
 * Follows a server the way a console does: staged pages against one old cursor, a new round from the first page's
 * snapshot, and a cut when one answer alone holds everything up to its own snapshot.
 */
export class TestReplica {
  rows: Rows = new Map()
  cursor = ''
  pages = 0
  readonly #db: TestDatabase
  readonly #person: Claims
  readonly #pageRows: number

  constructor(db: TestDatabase, person: Claims, pageRows: number) {
    this.#db = db
    this.#person = person
    this.#pageRows = pageRows
  }

  /** The first copy; the cursor was taken before it. No cut yet. */
  async copy(cursor: string, relations: readonly string[]): Promise<void> {
    this.cursor = cursor
    for (const relation of relations) {
      let after: string | null = null
      do {
        const page = await snapshot(this.#db, this.#person, relation, after, this.#pageRows)
        this.#put(relation, page.data)
        after = page.next
      } while (after !== null)
    }
  }

  /** Goes on to a newer cut. */
  async pullCut(): Promise<void> {
    for (;;) {
      const first = await pull(this.#db, this.#person, this.cursor, null, this.#pageRows)
      this.#apply(first)
      for (let { next } = first; next !== null; ) {
        const page: PullPage = await pull(this.#db, this.#person, this.cursor, next, this.#pageRows)
        this.#apply(page)
        next = page.next
      }
      this.cursor = first.cursor
      if (first.next === null) return
    }
  }

  #apply(page: PullPage): void {
    this.pages += 1
    for (const { relation, data } of page.changed) this.#put(relation, data)
    for (const { relation, keys } of page.gone) {
      for (const key of keys) this.rows.get(relation)?.delete(JSON.parse(key).join())
    }
  }

  #put(relation: string, data: string): void {
    const rows = this.rows.get(relation) ?? new Map<string, string>()
    this.rows.set(relation, rows)
    for (const line of data.split('\n').slice(0, -1)) rows.set(line.split('\t', 1)[0] ?? '', line)
  }
}
