import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApiContext, WorkspaceHandle } from '#main/api/context.ts'
import { lookupFiles } from '#main/api/file-lookup.ts'
import { openFileStore } from '#main/files/file-store.ts'
import type { EntryView } from '#shared/contract/entries.ts'
import type { EntryState } from '#shared/model/entry.ts'
import { partnersVrai as manifest } from '#shared/systems/partners-vrai/manifest.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { createPglite } from '#tests/support/pglite.ts'

const refusal = {
  sqlstate: 'OP409',
  message: 'Somebody else was first.',
  code: 'review.superseded',
  field: null,
  constraint: null,
  hint: null,
  params: {},
}

/** A mirror with the real schema in PGlite, as one agent sees it, with the open entries of a test beside it. */
export class Desk {
  readonly entries: EntryView[] = []
  version = 1
  readonly #handles = new Map<string, WorkspaceHandle>()
  readonly #open: Awaited<ReturnType<typeof openParts>>

  private constructor(open: Awaited<ReturnType<typeof openParts>>) {
    this.#open = open
  }

  static async open(): Promise<Desk> {
    return new Desk(await openParts())
  }

  get agent(): TestPerson {
    return this.#open.agent
  }

  get db() {
    return this.#open.db
  }

  /** The contents that the server has, by their path there. */
  get bucket(): Map<string, Uint8Array> {
    return this.#open.bucket
  }

  /** The workspace `main`, seen by the desk's agent or by somebody else. */
  context(person: TestPerson = this.agent): ApiContext {
    const handle = this.#handles.get(person.sub) ?? this.#handleFor(person)
    this.#handles.set(person.sub, handle)
    return { workspace: async () => handle }
  }

  #handleFor(person: TestPerson): WorkspaceHandle {
    const { db, files } = this.#open
    const desk = this
    return {
      reader: {
        read: (sql, params) =>
          db.as(person, async (query) => {
            await query('set transaction read only')
            return query(sql, params)
          }),
      },
      rehearse: () => Promise.reject(new Error('Nothing is rehearsed on this bare schema.')),
      files,
      manifest,
      get version() {
        return desk.version
      },
      marks: async () => desk.entries,
      // Nothing captures what decisions do to this bare schema.
      effects: async () => [],
      fetched: async () => [],
      about: async () => desk.entries,
    }
  }

  /** A decision made here: run in the mirror as the agent unless the server has refused it, and open in the journal. */
  async call(name: string, args: Record<string, string>, state: EntryState = 'pending'): Promise<void> {
    const isRun = !['conflict', 'rejected'].includes(state)
    if (isRun) {
      const places = Object.keys(args).map((argument, at) => `${argument} => $${at + 1}`)
      await this.db.as(this.agent, (query) => query(`select ${name}(${places.join(', ')})`, Object.values(args)))
    }
    this.version += 1
    this.entries.push({
      id: randomUUID(),
      seq: this.entries.length + 1,
      person: this.agent.sub,
      device: randomUUID(),
      madeAt: new Date().toISOString(),
      operation: { kind: 'call', function: name, args },
      subject: {},
      dependsOn: [],
      state,
      attempts: 0,
      undoMs: 0,
      refusal: state === 'rejected' ? refusal : null,
      conflict:
        state === 'conflict'
          ? { kind: 'precondition', collisions: [], theirs: null, current: null, retryArgs: null, reason: refusal }
          : null,
      lost: false,
      leftToServer: false,
      heldBy: null,
    })
  }

  /** Everything but the staff goes, as if the desk had just been opened. */
  async clear(): Promise<void> {
    this.entries.length = 0
    this.version += 1
    await this.db.exec(`
      set session_replication_role = replica;
      truncate profiles, products, steps, document_types, dossiers, events, notifications cascade;
      set session_replication_role = origin`)
  }

  close(): Promise<void> {
    return this.#open.close()
  }
}

async function openParts() {
  const db = await createPglite({ layers: ['platform', 'partners-vrai'] })
  const folder = await mkdtemp(join(tmpdir(), 'outpost-desk-'))
  const agent = await addPerson(db, 'agent', 'Ines Moreau')
  const bucket = new Map<string, Uint8Array>()
  const reader = { read: <T>(sql: string, params?: readonly unknown[]) => db.as(agent, (q) => q<T>(sql, params)) }
  const files = await openFileStore({
    folder,
    lookup: lookupFiles(reader, manifest),
    fetch: async (path, onBytes) => onBytes(bucket.get(path) ?? new Uint8Array()),
  })
  const close = async () => {
    await files.close()
    await db.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { db, agent, bucket, files, close }
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
