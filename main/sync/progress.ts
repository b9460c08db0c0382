import type { Loading } from '#main/mirror/loading.ts'
import type { Progress } from '#shared/contract/sync.ts'
import type { RelationInfo, SnapshotPage } from '#shared/model/protocol.ts'
import type { Keeping } from '#shared/model/scope.ts'

/** Seconds over which the speed is measured before a time left is shown. */
const WARM_UP = 1

/** How many rows of each table may come: of one that is not kept whole nobody can say, so what has come is what counts. */
export function expected(relations: readonly RelationInfo[], keeping: Keeping): RelationInfo[] {
  return relations.map((info) => (keeping[info.relation] === undefined ? info : { ...info, rows: 0 }))
}

/** Tells how far the first copy has come: tables, rows, bytes, and the time left once the speed is known. */
export class FirstCopyProgress {
  readonly #report: (progress: Progress) => void
  readonly #tables: number
  readonly #estimates: Map<string, number>
  readonly #loaded: Map<string, number>
  readonly #done: Set<string>
  readonly #startedAt = performance.now()
  readonly #startedWith: number
  #bytes = 0

  constructor(loading: readonly Loading[], relations: readonly RelationInfo[], report: (progress: Progress) => void) {
    this.#report = report
    this.#tables = loading.length
    this.#estimates = new Map(relations.map(({ relation, rows }) => [relation, Math.max(0, rows)]))
    this.#loaded = new Map(loading.map(({ relation, rows }) => [relation, rows]))
    this.#done = new Set(loading.filter(({ done }) => done).map(({ relation }) => relation))
    this.#startedWith = this.#rowsLoaded()
    this.#tell(null)
  }

  page(page: SnapshotPage): void {
    this.#loaded.set(page.relation, (this.#loaded.get(page.relation) ?? 0) + page.count)
    this.#bytes += page.data.length
    this.#tell(page.relation)
  }

  tableDone(relation: string): void {
    this.#done.add(relation)
    this.#tell(relation)
  }

  #tell(relation: string | null): void {
    const done = this.#rowsLoaded()
    const total = this.#rowsExpected()
    const seconds = (performance.now() - this.#startedAt) / 1_000
    const perSecond = (done - this.#startedWith) / seconds
    this.#report({
      phase: 'snapshot',
      relation,
      tables: { done: this.#done.size, total: this.#tables },
      rows: { done, total },
      bytes: this.#bytes,
      secondsLeft: seconds > WARM_UP && perSecond > 0 ? Math.ceil((total - done) / perSecond) : null,
    })
  }

  #rowsLoaded(): number {
    return [...this.#loaded.values()].reduce((sum, rows) => sum + rows, 0)
  }

  /** Estimates may be stale: a table counts for what has come of it once that is more, or once it is complete. */
  #rowsExpected(): number {
    let sum = 0
    for (const [relation, loaded] of this.#loaded) {
      sum += this.#done.has(relation) ? loaded : Math.max(loaded, this.#estimates.get(relation) ?? 0)
    }
    return sum
  }
}
