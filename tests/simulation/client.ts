import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Engine, openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { Journal } from '#main/journal/journal.ts'
import type { Api } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'
import { apiOver } from '#tests/support/engine.ts'
import { testTemplates } from '#tests/support/templates.ts'
import type { FaultyWire } from './faulty-wire.ts'

export const workspace = 'pv'

/** What a round of sync ended with: null when it went well, else the code of what stood in the way. */
type Ended = string | null

/** One console: an engine with its own home, behind its own wire, that syncs only when it is told to. */
export class Client {
  readonly name: string
  readonly wire: FaultyWire
  readonly api: Api
  /** Everything that it was told is saved, by entry. */
  readonly saved = new Map<string, Request>()
  /** Entries that were done and whose row was here. */
  readonly seen = new Set<string>()
  readonly #home: string
  #engine: Engine
  #round: Promise<Ended> | null = null

  private constructor(at: number, home: string, wire: FaultyWire, engine: Engine) {
    this.name = `c${at}`
    this.wire = wire
    this.#home = home
    this.#engine = engine
    this.api = apiOver((path, input) => this.#engine.call(path, input))
  }

  static async open(at: number, home: string, wire: FaultyWire): Promise<Client> {
    mkdirSync(testTemplates, { recursive: true })
    mkdirSync(home, { recursive: true })
    rmSync(join(home, 'templates'), { force: true })
    symlinkSync(testTemplates, join(home, 'templates'))
    return new Client(at, home, wire, await boot(home))
  }

  get isBusy(): boolean {
    return this.#round !== null
  }

  /** Begins a round of sync and lets it go on until it ends, or until the wire holds it. */
  async sync(): Promise<string> {
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
    await this.wire.quiet()
    return ended ?? 'synced'
  }

  /** Closes the engine and opens it again, also in the middle of a round; the mirror may get lost in between. */
  async restart(withoutMirror: boolean): Promise<void> {
    await this.#engine.close()
    await this.#round
    this.#round = null
    if (withoutMirror) rmSync(this.#mirror, { recursive: true, force: true })
    this.#engine = await boot(this.#home)
  }

  async read<T>(sql: string): Promise<T[]> {
    return (await this.api.tools.read({ workspace, sql, limit: 10_000 })).rows as T[]
  }

  async close(): Promise<void> {
    await this.#engine.close()
    await this.#round
    this.#round = null
  }

  /** The journal itself; the engine must be closed. */
  journal(): Journal {
    return Journal.open(join(this.#home, 'workspaces', workspace, 'journal.db'))
  }

  get #mirror(): string {
    return join(this.#home, 'workspaces', workspace, 'mirror')
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
