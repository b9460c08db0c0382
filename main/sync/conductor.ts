import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { Progress, Proof } from '#shared/contract/sync.ts'
import { adapt, hasOtherSchema } from './adapt.ts'
import { copyAll } from './first-copy.ts'
import { Hints } from './hints.ts'
import { greet, pull, pullBetween, SchemaChanged, VisibilityChanged } from './inbound.ts'
import { push } from './outbound.ts'
import { nextAttempt, nextLook } from './pace.ts'
import { prove } from './proof.ts'
import { rebase } from './rebase.ts'
import { refetchAll } from './refetch.ts'
import type { Replica } from './replica.ts'
import { rescope } from './rescope.ts'
import { ROWS_OF_ANOTHER } from './server-identity.ts'
import type { Situation } from './status.ts'
import { UndoWindow } from './undo-window.ts'

/** Progress is told at most this often, in milliseconds. */
const PROGRESS_EVERY = 100
/** Times that a round begins anew because the server has become another one in its midst. */
const GREETINGS = 3

export interface ConductorOptions {
  readonly replica: Replica
  /** Fetches the documents that people will want to read offline. Runs beside everything else. */
  readonly fetchFiles: (signal: AbortSignal) => Promise<void>
  /** Whether to look at the server unasked; a single command does not. */
  readonly background: boolean
  readonly random?: () => number
}

/**
 * Decides when to push and pull: at once when something happens, ever more rarely when nothing does, again and again
 * when the server can't be reached. One round at a time; nobody who reads or decides ever waits for it.
 */
export class Conductor {
  readonly undo = new UndoWindow(() => this.nudge())
  readonly #replica: Replica
  readonly #fetchFiles: (signal: AbortSignal) => Promise<void>
  readonly #background: boolean
  readonly #random: () => number
  readonly #life = new AbortController()
  #filesLife = new AbortController()
  #round: Promise<number> | null = null
  #timer: NodeJS.Timeout | undefined
  #greeted = false
  readonly #hints: Hints
  #offersHints = false
  #busy = false
  /** Whether a round has ended, well or not, since this began: before that nothing is known of the server. */
  #looked = false
  #answered = 0
  #again = false
  #failures = 0
  #lastEvent = performance.now()
  #problem: Problem | null = null
  #progress: Progress | null = null
  #toldAt = 0
  #files: Promise<void> | null = null

  constructor({ replica, fetchFiles, background, random = Math.random }: ConductorOptions) {
    this.#replica = replica
    this.#fetchFiles = fetchFiles
    this.#background = background
    this.#random = random
    this.#hints = new Hints({
      listen: (listener) => replica.gateway.listenForHints(listener),
      look: () => this.#look(),
      changed: () => replica.listener.statusChanged(),
      random,
    })
    replica.onMirrorLost = () => this.nudge()
  }

  /** Puts entries that a killed process saved but did not show back into the mirror, then begins to look around. */
  async start(): Promise<void> {
    if (this.#replica.person() === null) return
    try {
      const facts = await (await this.#replica.mirror()).facts()
      if (facts.ready === 'yes') await rebase(this.#replica, null)
    } catch (error) {
      if (!isMirrorLoss(error)) throw error
    }
    this.#plan(0)
  }

  get situation(): Situation {
    return {
      workOffline: this.workOffline,
      busy: this.#busy || (this.#background && !this.#looked),
      problem: this.#problem,
      progress: this.#progress,
      hinted: this.#hints.areComing,
    }
  }

  get workOffline(): boolean {
    return this.#replica.journal.fact('work_offline') === 'yes'
  }

  setWorkOffline(on: boolean): void {
    this.#replica.journal.setFact('work_offline', on ? 'yes' : null)
    if (on) this.#hints.stop()
    this.#replica.listener.statusChanged()
    if (!on) this.nudge()
  }

  /** Something happened, here or there: look soon, and forget how often it failed before. */
  nudge(): void {
    this.#lastEvent = performance.now()
    this.#failures = 0
    this.#plan(0)
  }

  /** A hint asks for a look, and no more: a server in trouble is not asked sooner because of one. */
  #look(): void {
    if (this.#failures === 0) this.#plan(0)
  }

  /**
   * Pushes and pulls now, until nothing is left, also what could still be undone.
   * @returns how many rows came and how many entries were answered
   * @throws OutpostError what stands in the way
   */
  async now(): Promise<{ pulledRows: number; pushed: number }> {
    while (this.#round !== null) await this.#round.catch(() => undefined)
    this.undo.close()
    const before = this.#answered
    const pulledRows = await this.#run()
    return { pulledRows, pushed: this.#answered - before }
  }

  /** Compares every table with the server, between two rounds. */
  prove(): Promise<Proof> {
    return this.alone((signal) =>
      this.#greetedAgain(async () => {
        const proof = this.#greeted ? null : await this.#greetAndFill()
        return proof ?? this.#prove(signal)
      }),
    )
  }

  async #prove(signal: AbortSignal): Promise<Proof> {
    const proof = { at: new Date().toISOString(), ...(await prove(this.#replica, this.#report, signal)) }
    this.#replica.journal.setFact('proof', JSON.stringify(proof))
    const mirror = await this.#replica.mirror()
    mirror.inDoubt = false
    return proof
  }

  /** Brings what is kept of each table to what should be, between two rounds. */
  async rescope(): Promise<void> {
    try {
      await this.alone((signal) => rescope(this.#replica, this.#report, signal, !this.workOffline))
    } catch (error) {
      if (!(error instanceof VisibilityChanged || error instanceof SchemaChanged)) throw error
      // The next round takes over what is different now, and then this.
      this.#greeted = false
      this.nudge()
    } finally {
      this.#progress = null
    }
  }

  /** Finds out where the server stands, when no round does it anyway; sends nothing. */
  async probe(): Promise<void> {
    if (this.#background || this.workOffline) return
    this.#problem = await this.#replica.gateway.probe().then(
      () => null,
      (error: unknown) => {
        if (error instanceof OutpostError) return error.problem
        throw error
      },
    )
  }

  /** Runs a task while no round does, no round begins, and no document comes in. */
  async alone<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T> {
    while (this.#round !== null) await this.#round.catch(() => undefined)
    this.#filesLife.abort(new OutpostError('cancelled', 'Something else comes first.'))
    await this.#files
    const running = task(this.#life.signal)
    this.#round = running
      .then(() => 0)
      .finally(() => {
        this.#round = null
      })
    this.#round.catch(() => undefined)
    return running
  }

  /** A new person: whoever was greeted before is forgotten. */
  restart(): void {
    this.#greeted = false
    this.#problem = null
    this.#hints.stop()
    this.nudge()
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.undo.close()
    this.#hints.stop()
    this.#life.abort(new OutpostError('cancelled', 'The workspace was closed.'))
    await this.#round?.catch(() => undefined)
    await this.#files
  }

  #plan(delay: number): void {
    if (this.#life.signal.aborted || !this.#background) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#tick(), delay)
  }

  #tick(): void {
    if (this.workOffline || this.#replica.person() === null) return
    if (this.#round !== null) {
      this.#again = true
      return
    }
    this.#run().catch((error: unknown) => {
      if (!(error instanceof OutpostError)) this.#replica.log.error({ err: error }, 'a round of sync failed')
    })
  }

  #run(): Promise<number> {
    this.#round ??= this.#oneRound().finally(() => {
      this.#round = null
      if (this.#again && this.#failures === 0) this.#plan(0)
      this.#again = false
      this.#replica.listener.statusChanged()
    })
    return this.#round
  }

  async #oneRound(): Promise<number> {
    this.#busy = true
    try {
      const before = this.#answered
      const rows = await this.#exchange()
      await (await this.#replica.mirror()).tidyAfter(rows + this.#answered - before, this.#life.signal)
      this.#problem = null
      this.#failures = 0
      if (rows > 0) this.#lastEvent = performance.now()
      if (this.#background && this.#offersHints && !this.workOffline) this.#hints.start()
      this.#plan(nextLook(performance.now() - this.#lastEvent, this.#hints.areComing))
      if (this.#background) this.#startFiles()
      return rows
    } catch (error) {
      this.#failed(error)
      throw error
    } finally {
      this.#busy = false
      this.#looked = true
      this.#progress = null
    }
  }

  async #exchange(): Promise<number> {
    const { signal } = this.#life
    return this.#greetedAgain(async () => {
      if (!this.#greeted || (await this.#mustFill())) await this.#greetAndFill()
      let rows = 0
      let isCheap = true
      const between = async () => {
        if (!isCheap) return
        const came = await pullBetween(this.#replica, this.#report, signal)
        isCheap = came !== null
        rows += came ?? 0
      }
      const mayGo = (entry: { id: string }) => this.undo.isOver(entry.id)
      const { answered, aside } = await push(this.#replica, mayGo, between, signal)
      this.#answered += answered
      rows += await pull(this.#replica, this.#report, signal)
      // What the server chokes on must not keep its news away.
      if (aside !== null) throw aside
      return rows + (await rescope(this.#replica, this.#report, signal))
    })
  }

  /** Does something with the server, from the greeting on when it shows in its midst that the server must be greeted anew. */
  async #greetedAgain<T>(task: () => Promise<T>): Promise<T> {
    for (let greetings = 1; ; greetings += 1) {
      try {
        return await task()
      } catch (error) {
        const isOther = error instanceof VisibilityChanged || error instanceof SchemaChanged
        if (!(isOther && greetings < GREETINGS) && !(isMirrorLoss(error) && greetings === 1)) throw error
        this.#greeted = false
      }
    }
  }

  async #mustFill(): Promise<boolean> {
    const mirror = await this.#replica.mirror()
    return mirror.inDoubt || (await mirror.facts()).ready !== 'yes'
  }

  /** @returns what a comparison showed, where the greeting led to one */
  async #greetAndFill(): Promise<Proof | null> {
    const hello = await greet(this.#replica)
    this.#offersHints = hello.hints === true
    const facts = await (await this.#replica.mirror()).facts()
    let proof: Proof | null = null
    if (facts.ready !== 'yes') {
      await copyAll(this.#replica, hello, this.#report, this.#life.signal)
      proof = await this.#prove(this.#life.signal)
      this.#replica.rowsChanged(hello.relations.map(({ relation }) => relation))
    } else if (await hasOtherSchema(this.#replica, hello)) {
      await adapt(this.#replica, hello, this.#report, this.#life.signal)
    } else if (facts.visibility !== hello.visibility) {
      // Another server's cursor means nothing here: what is fetched from now on follows this one's.
      if (facts.visibility === ROWS_OF_ANOTHER) await (await this.#replica.mirror()).setFact('cursor', hello.cursor)
      await refetchAll(this.#replica, hello, this.#report, this.#life.signal)
    }
    const rows = hello.relations.map((info) => [info.relation, info.rows])
    await (await this.#replica.mirror()).setFact('server_rows', JSON.stringify(Object.fromEntries(rows)))
    if ((await this.#replica.mirror()).inDoubt) proof = await this.#prove(this.#life.signal)
    this.#greeted = true
    return proof
  }

  #failed(error: unknown): void {
    if (this.#life.signal.aborted) return
    this.#failures += 1
    this.#problem =
      error instanceof OutpostError
        ? error.problem
        : {
            code: 'internal',
            message: 'Syncing stopped because of a defect. Your decisions are safe on this computer.',
          }
    this.#plan(nextAttempt(this.#failures, error, this.#random()))
  }

  readonly #report = (progress: Progress | null): void => {
    this.#progress = progress
    const now = performance.now()
    if (progress !== null && now - this.#toldAt < PROGRESS_EVERY) return
    this.#toldAt = now
    this.#replica.listener.statusChanged()
  }

  #startFiles(): void {
    if (this.#files !== null) return
    this.#filesLife = new AbortController()
    this.#files = this.#fetchFiles(AbortSignal.any([this.#life.signal, this.#filesLife.signal]))
      .catch((error: unknown) => {
        const isStopped = error instanceof OutpostError && error.code === 'cancelled'
        if (!isStopped) this.#replica.log.warn({ err: error }, 'documents could not be fetched ahead')
      })
      .finally(() => {
        this.#files = null
        this.#replica.listener.statusChanged()
      })
  }
}

function isMirrorLoss(error: unknown): boolean {
  return error instanceof OutpostError && error.code === 'mirror_damaged'
}
