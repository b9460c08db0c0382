/** Milliseconds during which a decision can be taken back before it leaves this computer. */
const UNDO_MS = 5_000
/** As long for several decisions that were taken together: there is more to look over. */
const TOGETHER_MS = 12_000

/** Remembers how long each fresh decision can still be taken back. A restart ends it: then the outbox is the way. */
export class UndoWindow {
  readonly #until = new Map<string, number>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #onOver: () => void

  constructor(onOver: () => void) {
    this.#onOver = onOver
  }

  open(entry: string): void {
    this.#openFor([entry], UNDO_MS)
  }

  /** Keeps a decision here that is one of several, until all of them are opened. */
  hold(entry: string): void {
    this.#until.set(entry, Number.POSITIVE_INFINITY)
  }

  /** Decisions that were held can be taken back together. One whose time was ended meanwhile may be leaving already. */
  openTogether(entries: readonly string[]): void {
    this.#openFor(
      entries.filter((entry) => this.#until.has(entry)),
      TOGETHER_MS,
    )
  }

  /** Milliseconds left to take this decision back. */
  left(entry: string): number {
    const left = (this.#until.get(entry) ?? 0) - performance.now()
    return Math.min(TOGETHER_MS, Math.max(0, Math.ceil(left)))
  }

  isOver(entry: string): boolean {
    return this.left(entry) === 0
  }

  /** Ends it for every decision. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#until.clear()
  }

  #openFor(entries: readonly string[], ms: number): void {
    if (entries.length === 0) return
    const until = performance.now() + ms
    for (const entry of entries) this.#until.set(entry, until)
    const timer = setTimeout(() => {
      // One that has been held again since then stays.
      for (const entry of entries) if (this.#until.get(entry) === until) this.#until.delete(entry)
      this.#timers.delete(timer)
      this.#onOver()
    }, ms)
    this.#timers.add(timer)
  }
}
