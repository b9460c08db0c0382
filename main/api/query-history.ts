import { z } from 'zod'
import type { Replica } from '#main/sync/replica.ts'
import { type PastQuery, pastQuery, REMEMBERED } from '#shared/contract/tools.ts'

/** Longer ones are not remembered. Characters. */
const LONGEST = 10_000

const list = z.array(pastQuery)

/** What the person who is signed in has asked, kept beside their decisions: nobody else sees it, and it outlives the mirror. */
export class QueryHistory {
  readonly #journal: Replica['journal']
  readonly #fact: string

  /** @throws OutpostError `signed_out` */
  constructor(replica: Replica) {
    this.#journal = replica.journal
    this.#fact = `queries ${replica.claims().sub}`
  }

  list(): PastQuery[] {
    const kept = this.#journal.fact(this.#fact)
    return kept === null ? [] : list.parse(JSON.parse(kept))
  }

  add(sql: string, at: Date): void {
    if (sql.length > LONGEST) return
    const others = this.list().filter((past) => past.sql.trim() !== sql.trim())
    const all = [{ sql, at: at.toISOString() }, ...others].slice(0, REMEMBERED)
    this.#journal.setFact(this.#fact, JSON.stringify(all))
  }

  forget(): void {
    this.#journal.setFact(this.#fact, null)
  }
}
