import { setImmediate } from 'node:timers/promises'
import { OutpostError } from '#shared/contract/errors.ts'

/** Progress is told at most this often, in milliseconds. */
const TOLD_EVERY = 100

interface Run {
  readonly signal: AbortSignal
  /** Tells how far it is, and lets everything else have its turn: a word to stop, and whoever reads meanwhile. */
  readonly onProgress: (done: number, total: number) => Promise<void>
}

/** The batches that go on, each under the id by which it is followed and stopped. */
export class Running {
  readonly #tell: (id: string, done: number, total: number) => void
  readonly #aborts = new Map<string, AbortController>()

  constructor(tell: (id: string, done: number, total: number) => void) {
    this.#tell = tell
  }

  async run<T>(id: string, work: (run: Run) => Promise<T>): Promise<T> {
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    let toldAt = 0
    const onProgress = async (done: number, total: number) => {
      if (done >= total || performance.now() - toldAt >= TOLD_EVERY) {
        toldAt = performance.now()
        this.#tell(id, done, total)
      }
      // Neither the mirror nor the journal ever waits for anything outside this thread.
      await setImmediate()
    }
    try {
      return await work({ signal: abort.signal, onProgress })
    } finally {
      this.#aborts.delete(id)
    }
  }

  /** One that has ended already is left alone. */
  stop(id: string): void {
    this.#aborts.get(id)?.abort(new OutpostError('cancelled', 'It was stopped.'))
  }
}
