import type { Gateway } from '#main/gateway/gateway.ts'
import { nextAttempt } from './pace.ts'

/** Milliseconds between a hint and the look, and at least between two looks that hints ask for. */
const GATHER = 50
const APART = 1_000
/** Milliseconds for which a line must stand before it counts as one that holds. */
const STEADY = 30_000

export interface HintsOptions {
  readonly listen: Gateway['listenForHints']
  /** Something may have changed on the server. */
  readonly look: () => void
  /** The line came to be, or went. */
  readonly changed: () => void
  readonly random: () => number
}

/**
 * Hears from the server that something changed, where it has a voice. A hint decides nothing but when the next look
 * happens: many become one, a false one finds nothing, and for one that is lost there is the slow look.
 */
export class Hints {
  readonly #options: HintsOptions
  #hangUp: (() => void) | null = null
  #again: NodeJS.Timeout | undefined
  #looking: NodeJS.Timeout | undefined
  #lastLook = Number.NEGATIVE_INFINITY
  #joinedAt: number | null = null
  #failures = 0

  constructor(options: HintsOptions) {
    this.#options = options
  }

  /** Whether a change is told at once. */
  get areComing(): boolean {
    return this.#joinedAt !== null
  }

  /** Begins to listen, unless it does already; goes on until `stop`. */
  start(): void {
    if (this.#hangUp !== null || this.#again !== undefined) return
    this.#hangUp = this.#options.listen({
      joined: () => this.#joined(),
      hinted: () => this.#hinted(),
      ended: () => this.#ended(),
    })
  }

  stop(): void {
    clearTimeout(this.#again)
    clearTimeout(this.#looking)
    this.#again = undefined
    this.#looking = undefined
    this.#hangUp?.()
    this.#hangUp = null
    this.#joinedAt = null
    this.#failures = 0
  }

  #joined(): void {
    if (this.areComing) return
    this.#joinedAt = performance.now()
    this.#options.changed()
    // What changed between the last look and now was told to nobody here.
    this.#hinted()
  }

  #hinted(): void {
    if (this.#looking !== undefined) return
    const wait = Math.max(GATHER, this.#lastLook + APART - performance.now())
    this.#looking = setTimeout(() => {
      this.#looking = undefined
      this.#lastLook = performance.now()
      this.#options.look()
    }, wait)
  }

  #ended(): void {
    const held = this.#joinedAt !== null && performance.now() - this.#joinedAt > STEADY
    this.#failures = held ? 1 : this.#failures + 1
    this.#hangUp = null
    this.#again = setTimeout(
      () => {
        this.#again = undefined
        this.start()
      },
      nextAttempt(this.#failures, null, this.#options.random()),
    )
    if (!this.areComing) return
    this.#joinedAt = null
    this.#options.changed()
  }
}
