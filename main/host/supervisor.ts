import type { Logger } from 'pino'
import { OutpostError } from '#shared/contract/errors.ts'
import type { EngineChild } from './engine-child.ts'

/** Pauses before an engine that has ended is started again; the last one is used from then on. Milliseconds. */
const PAUSES = [100, 1_000, 2_000, 5_000, 15_000, 30_000]
/** An engine that has lived this long has got over its trouble. Milliseconds. */
const HEALTHY = 60_000

interface SupervisorOptions<Port> {
  start(): EngineChild<Port>
  readonly home: string
  /** A port to the host's vault for each engine that starts; without it the engine keeps its own. */
  vaultPort?(): Port
  readonly log: Logger
  /** How long an engine may take to close before it is ended; the journal is safe either way. Milliseconds. */
  readonly closeLimit?: number
  /** A fresh engine answers: link the screens to it. */
  onUp(): void
  /** The engine ended unexpectedly for the nth time in a row, and is going to be started again. */
  onDown(reason: string, times: number): void
}

/** Keeps one engine process running: starts it again when it ends, until it is told to close. */
export class Supervisor<Port> {
  readonly #options: SupervisorOptions<Port>
  #child: EngineChild<Port> | null = null
  #up = false
  #closing = false
  #failures = 0
  #timer: NodeJS.Timeout | undefined

  constructor(options: SupervisorOptions<Port>) {
    this.#options = options
  }

  /**
   * Starts the engine for the first time.
   * @throws OutpostError with the reason when it can't be opened at all; then it is not tried again
   */
  async open(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#start((problem) => {
      this.#closing = true
      reject(problem)
    }, resolve)
    await promise
  }

  isUp(): boolean {
    return this.#up
  }

  /** Links a screen's port to the engine; false while there is no engine to link to. */
  connect(port: Port): boolean {
    if (!this.#up) return false
    this.#child?.say({ say: 'connect' }, port)
    return true
  }

  /** Closes the engine in order, or ends it when that takes too long. */
  async close(): Promise<void> {
    this.#closing = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (!child) return
    await new Promise<void>((resolve) => {
      const limit = setTimeout(() => child.kill(), this.#options.closeLimit ?? 10_000)
      child.onExit(() => {
        clearTimeout(limit)
        resolve()
      })
      child.say({ say: 'close' })
    })
  }

  #start(onFailed?: (problem: OutpostError) => void, onOpened?: () => void): void {
    const { log, home } = this.#options
    const child = this.#options.start()
    let reason: OutpostError | undefined
    let healthy: NodeJS.Timeout | undefined
    let opened = false
    this.#child = child
    child.onMessage((message) => {
      if (message.say === 'opened') {
        opened = true
        this.#up = true
        healthy = setTimeout(() => {
          this.#failures = 0
        }, HEALTHY).unref()
        onOpened?.()
        this.#options.onUp()
        return
      }
      if (message.say === 'failed') reason = new OutpostError(message.problem.code, message.problem.message)
      child.kill()
    })
    child.onExit((exit) => {
      clearTimeout(healthy)
      this.#child = null
      this.#up = false
      log[this.#closing ? 'info' : 'error']({ reason: reason?.message ?? exit }, 'the engine has ended')
      if (!opened) onFailed?.(reason ?? new OutpostError('internal', `The engine ended before it was ready: ${exit}.`))
      if (!this.#closing) this.#restart(reason?.message ?? exit)
    })
    child.say({ say: 'open', home }, this.#options.vaultPort?.())
  }

  #restart(reason: string): void {
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)]
    this.#failures += 1
    this.#options.onDown(reason, this.#failures)
    this.#timer = setTimeout(() => this.#start(), pause)
  }
}
