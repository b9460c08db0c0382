/** Milliseconds during which a decision can be taken back before it leaves this computer. */
const UNDO_MS = 5_000

/** Remembers how long each fresh decision can still be taken back. A restart ends it: then the outbox is the way. */
export class UndoWindow {
  readonly #until = new Map<string, number>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #onOver: () => void

  constructor(onOver: () => void) {
    this.#onOver = onOver
  }

  open(entry: string): void {
    this.#until.set(entry, performance.now() + UNDO_MS)
    const timer = setTimeout(() => {
      this.#until.delete(entry)
      this.#timers.delete(timer)
      this.#onOver()
    }, UNDO_MS)
    this.#timers.add(timer)
  }

  /** Milliseconds left to take this decision back. */
  left(entry: string): number {
    return Math.max(0, Math.ceil((this.#until.get(entry) ?? 0) - performance.now()))
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
}
