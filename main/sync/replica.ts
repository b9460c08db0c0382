import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Gateway } from '#main/gateway/gateway.ts'
import { Journal, type JournalEntry } from '#main/journal/journal.ts'
import type { PendingEntry } from '#main/mirror/cut.ts'
import { Mirror } from '#main/mirror/mirror.ts'
import type { Claims } from '#main/mirror/person.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { type Person, person as personSchema } from '#shared/contract/session.ts'
import type { Manifest } from '#shared/systems/manifest.ts'

/** What the parts of sync say to whoever listens. */
export interface Listener {
  rowsChanged(relations: readonly string[]): void
  entriesChanged(): void
  statusChanged(): void
}

export interface ReplicaOptions {
  readonly folder: string
  /** Where empty mirrors are kept to be copied. */
  readonly templates: string
  readonly manifest: Manifest
  readonly journal: Journal
  readonly gateway: Gateway
  readonly listener: Listener
  readonly log: Logger
}

/** One person's copy of one project: the journal, the mirror on top of it, and the way to the server. */
export class Replica {
  readonly manifest: Manifest
  readonly journal: Journal
  readonly gateway: Gateway
  readonly listener: Listener
  readonly log: Logger
  readonly #folder: string
  readonly #templates: string
  #mirror: Promise<Mirror> | null = null
  #losses = 0
  /** Called when the mirror has to be filled again. */
  onMirrorLost: () => void = () => undefined
  /** Goes up whenever a reader may see something else than before. */
  version = 0

  constructor(options: ReplicaOptions) {
    this.manifest = options.manifest
    this.journal = options.journal
    this.gateway = options.gateway
    this.listener = options.listener
    this.log = options.log
    this.#folder = options.folder
    this.#templates = options.templates
  }

  /** The mirror, opened when it is first needed. */
  mirror(): Promise<Mirror> {
    this.#mirror ??= this.#openMirror()
    return this.#mirror
  }

  async #openMirror(): Promise<Mirror> {
    const mirror = await Mirror.open(join(this.#folder, 'mirror'), this.manifest.system, this.#templates)
    mirror.onLost = (why, cause) => this.#mirrorLost(mirror, why, cause)
    return mirror
  }

  /**
   * Whoever asks next gets an empty mirror, to be filled; or the files again, when only their Postgres has died. When it
   * happens again, what empty mirrors are copied from may be damaged too, and goes with them.
   */
  #mirrorLost(mirror: Mirror, why: 'damaged' | 'crashed', cause: unknown): void {
    this.log.error({ err: cause, why }, 'the mirror was lost')
    this.#losses += 1
    const gone = why === 'crashed' && this.#losses === 1 ? mirror.abandon() : mirror.drop()
    if (this.#losses > 1) rmSync(this.#templates, { recursive: true, force: true })
    this.#mirror = gone.then(() => this.#openMirror())
    this.#mirror.catch((error: unknown) => this.log.error({ err: error }, 'no new mirror could be made'))
    this.version += 1
    this.listener.statusChanged()
    // Later ones wait for their turn: what is lost at once each time must not keep the machine busy.
    if (this.#losses === 1) this.onMirrorLost()
  }

  /** Throws the mirror away. The next `mirror()` starts empty and is filled from the server and the journal. */
  async dropMirror(): Promise<void> {
    const mirror = await this.mirror()
    await mirror.drop()
    this.#mirror = null
    this.version += 1
    this.listener.statusChanged()
  }

  /** Tells that rows of these tables may be other ones now. */
  rowsChanged(relations: readonly string[]): void {
    if (relations.length === 0) return
    this.version += 1
    this.listener.rowsChanged(relations)
  }

  /** Who is signed in, known without a network. */
  person(): Person | null {
    const kept = this.journal.fact('person')
    return kept === null ? null : personSchema.parse(JSON.parse(kept))
  }

  setPerson(person: Person | null): void {
    if (person !== null) this.journal.setFact(`email ${person.id}`, person.email)
    this.journal.setFact('person', person === null ? null : JSON.stringify(person))
    this.version += 1
  }

  /** The address under which somebody signed in here before. */
  emailOf(person: string): string | null {
    return this.journal.fact(`email ${person}`)
  }

  /** @throws OutpostError `signed_out` */
  claims(): Claims {
    const person = this.person()
    if (person === null) throw new OutpostError('signed_out', 'Sign in first.')
    return { sub: person.id, email: person.email }
  }

  /** What the mirror must show on top of the server's rows: every entry that no pulled cut contains yet. */
  pending(): PendingEntry[] {
    return this.journal.inState('pending', 'held', 'applied').map(bare)
  }

  /** A second, empty replica of the same server for the same person, with nothing decided; it keeps to its folder. */
  beside(folder: string): Replica {
    const journal = Journal.open(join(folder, 'journal.db'))
    for (const fact of ['person', 'server', 'scopes']) journal.setFact(fact, this.journal.fact(fact))
    const listener = { rowsChanged: () => undefined, entriesChanged: () => undefined, statusChanged: () => undefined }
    const { manifest, gateway, log } = this
    return new Replica({ folder, templates: this.#templates, manifest, journal, gateway, listener, log })
  }

  async close(): Promise<void> {
    const mirror = this.#mirror
    this.#mirror = null
    if (mirror !== null) await (await mirror.catch(() => null))?.close()
    this.journal.close()
  }
}

function bare({ id, seq, operation, dependsOn }: JournalEntry): PendingEntry {
  return { id, seq, operation, dependsOn }
}
