import { cpSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Engine, openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { Journal, type JournalEntry } from '#main/journal/journal.ts'
import type { Api } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import type { Request } from '#shared/model/entry.ts'
import { type Call, type Ended as EndedProcess, runConsole, workspace } from '#tests/crash/support/console.ts'
import { apiOver } from '#tests/support/engine.ts'
import { testTemplates } from '#tests/support/templates.ts'
import type { FaultyWire } from './faulty-wire.ts'

export { workspace }

/** What a round of sync ended with: null when it went well, else the code of what stood in the way. */
type Ended = string | null

/** What is known of a console from outside: what it was told, and what it must remember. */
export class Known {
  /** Everything that it was told is saved, by entry. */
  readonly saved = new Map<string, Request>()
  /** Decisions on one field, each made in sight of the one before. */
  readonly chains: string[][] = []
  /** Entries that were done and whose row was here after a whole round of sync, or once somebody's rights had moved. */
  readonly seen = new Set<string>()
  /** Who sits here, or what they may see, has changed: rows may go for that. */
  rightsMoved = false
  /** Entries that a backup has set back to where they stood when it was made. */
  readonly setBack = new Set<string>()
  /** Entries that a backup did not know, as they were. */
  readonly forgotten = new Map<string, JournalEntry>()
}

/** One console: an engine with its own home, behind its own wire, that syncs only when it is told to. */
export class Client {
  readonly name: string
  readonly wire: FaultyWire
  readonly api: Api
  readonly person: DemoAccount
  known = new Known()
  readonly #home: string
  #engine: Engine
  #round: Promise<Ended> | null = null
  #isAbreast = false

  private constructor(at: number, home: string, wire: FaultyWire, person: DemoAccount, engine: Engine) {
    this.name = `c${at}`
    this.wire = wire
    this.person = person
    this.#home = home
    this.#engine = engine
    this.api = apiOver((path, input) => this.#engine.call(path, input))
  }

  static async open(at: number, home: string, wire: FaultyWire, person: DemoAccount): Promise<Client> {
    mkdirSync(testTemplates, { recursive: true })
    mkdirSync(home, { recursive: true })
    rmSync(join(home, 'templates'), { force: true })
    symlinkSync(testTemplates, join(home, 'templates'))
    return new Client(at, home, wire, person, await boot(home))
  }

  get isBusy(): boolean {
    return this.#round !== null
  }

  /** Whether its last round of sync went well to the end. */
  get isAbreast(): boolean {
    return this.#isAbreast
  }

  /** Begins a round of sync and lets it go on until it ends, or until the wire holds it. */
  async sync(): Promise<string> {
    this.#isAbreast = false
    this.#round = this.api.sync.now({ workspace }).then(
      () => null,
      (error: unknown) => {
        if (error instanceof OutpostError && error.code !== 'internal') return error.code
        throw error
      },
    )
    return this.#goOn()
  }

  /** Lets what the wire holds go on its way. */
  async release(): Promise<string> {
    this.wire.release()
    if (this.#round === null) {
      await this.wire.quiet()
      return 'late arrival'
    }
    return this.#goOn()
  }

  async #goOn(): Promise<string> {
    const held = this.wire.held().then(() => 'held' as const)
    const ended = await Promise.race([this.#round, held])
    if (ended === 'held') return 'held'
    this.#round = null
    this.#isAbreast = ended === null
    await this.wire.quiet()
    return ended ?? 'synced'
  }

  /** Closes the engine and opens it again, also in the middle of a round; something may happen to its files in between. */
  async restart(meanwhile: () => unknown = () => undefined): Promise<void> {
    await this.close()
    await meanwhile()
    this.#engine = await boot(this.#home)
  }

  /**
   * The process dies where it stands, and begins anew with the files as they fell. The engine lives in this process and
   * writes only when this thread does, so that its files are copied between two of its writes and put back over what
   * closing it in order has made of them.
   */
  async die(meanwhile: () => unknown = () => undefined): Promise<void> {
    const fallen = `${this.#folder}.fallen`
    cpSync(this.#folder, fallen, { recursive: true })
    await this.restart(async () => {
      rmSync(this.#folder, { recursive: true })
      renameSync(fallen, this.#folder)
      await meanwhile()
    })
  }

  /** Goes on in a process of its own, which kills itself at a step, and comes back. */
  async elsewhere(calls: readonly Call[], crashAt: string): Promise<EndedProcess> {
    let ended: EndedProcess | null = null
    await this.restart(async () => {
      ended = await runConsole(this.#home, calls, crashAt)
    })
    if (ended === null) throw new Error('Nothing was run.')
    return ended
  }

  /** Makes a copy of the journal, as a backup of the folder would. */
  backUp(): void {
    copyJournal(this.#folder, this.#backup)
  }

  /** Whether there is a backup, of the run that has taken it. */
  get hasBackup(): boolean {
    return existsSync(this.#backup)
  }

  forgetBackup(): void {
    rmSync(this.#backup, { recursive: true, force: true })
  }

  /** Puts the journal of the backup in the place of today's. What happened since is known no more. */
  async restore(): Promise<void> {
    await this.restart(() => {
      const before = this.#entries()
      copyJournal(this.#backup, this.#folder)
      const after = this.#entries()
      for (const [id, entry] of before) {
        if (!after.has(id)) this.known.forgotten.set(id, entry)
        else if (after.get(id)?.state !== entry.state) this.known.setBack.add(id)
      }
    })
  }

  #entries(): Map<string, JournalEntry> {
    const journal = this.journal()
    const { entries } = journal.page('all', 1_000_000, Number.MAX_SAFE_INTEGER)
    journal.close()
    return new Map(entries.map((entry) => [entry.id, entry]))
  }

  async read<T>(sql: string): Promise<T[]> {
    return (await this.api.tools.read({ workspace, sql, limit: 10_000 })).rows as T[]
  }

  async close(): Promise<void> {
    await this.#engine.close()
    // Whoever waited for the round has heard how it ended.
    await this.#round?.catch(() => undefined)
    this.#round = null
  }

  /** A copy of the journal as it is on the disk at this moment. */
  journal(): Journal {
    const copy = join(this.#home, 'reading')
    copyJournal(this.#folder, copy)
    return Journal.open(join(copy, 'journal.db'))
  }

  get mirror(): string {
    return join(this.#folder, 'mirror')
  }

  get #folder(): string {
    return join(this.#home, 'workspaces', workspace)
  }

  get #backup(): string {
    return join(this.#home, 'backup')
  }
}

function copyJournal(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const file of ['journal.db', 'journal.db-wal']) {
    rmSync(join(to, file), { force: true })
    if (existsSync(join(from, file))) cpSync(join(from, file), join(to, file))
  }
}

function boot(home: string): Promise<Engine> {
  return openEngine({
    home,
    vault: fileVault(home),
    log: pino({ level: process.env.OUTPOST_LOG ?? 'silent' }),
    background: false,
  })
}
