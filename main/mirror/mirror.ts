import { setImmediate } from 'node:timers/promises'
import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { KeyText, PullPage, RelationInfo, ServerSchema, SnapshotPage } from '#shared/model/protocol.ts'
import { type Keeping, keeping } from '#shared/model/scope.ts'
import { type Adaptation, prepare } from './adapt/adaptation.ts'
import type { LeftOut } from './adapt/build.ts'
import { notFollowed } from './adapt/not-followed.ts'
import { applyCut, type Cut, type CutDone } from './cut.ts'
import { isCrash, isDamage, isWhole, recount } from './damage.ts'
import { noteClosed, openDatabase, type PGlite, removeDatabase, type Transaction, wasCutOff } from './database.ts'
import { type Fact, readFacts, setFact } from './facts.ts'
import {
  analyze,
  attach,
  forgetRows,
  type Loading,
  loadingState,
  loadPage,
  stagePage,
  stageSnapshot,
} from './loading.ts'
import { allOnDemand, type Holding, holdingsOf, type KeysByRelation, wantedOf, whereIs } from './on-demand.ts'
import { keyOf } from './outside.ts'
import { asPerson, type Claims } from './person.ts'
import { type Patience, readTable, type Table } from './read-table.ts'
import { type Rehearsal, type Rehearsed, rehearse } from './rehearse.ts'
import { type Submission, submit, submitEach, type Taken } from './submit.ts'
import { tidyAfter } from './tidy.ts'

/** A mirrored table, with those of its columns that come from the server. */
export interface Travelling {
  readonly relation: string
  readonly columns: readonly string[]
}

/** What two copies of a table must have in common to be the same. */
export interface TableProof extends Travelling {
  readonly count: number
  readonly hash: string
}

/*
 * Owns the local Postgres of one workspace: the server at a cursor, with the pending decisions on top.
 * Written by sync only; read by the api as the signed-in person.
 * May lose everything: it is rebuilt from the server and the journal.
 */
export class Mirror {
  readonly #database: PGlite
  readonly #folder: string
  #inDoubt: boolean
  #isLost = false
  #adaptation: Adaptation | null = null
  /** Called once, when the mirror can't be used any more: its files are damaged, or its Postgres has died. */
  onLost: (why: 'damaged' | 'crashed', cause: unknown) => void = () => undefined

  private constructor(database: PGlite, folder: string, inDoubt: boolean) {
    this.#database = database
    this.#folder = folder
    this.#inDoubt = inDoubt
  }

  /** @param templates a folder for empty databases, shared by all workspaces of this computer */
  static async open(folder: string, system: string, templates: string): Promise<Mirror> {
    const cutOff = wasCutOff(folder)
    return new Mirror(await openDatabase(folder, system, templates), folder, cutOff)
  }

  /** Whether it should be compared with the server: it was not closed in order, or something in it was wrong. */
  get inDoubt(): boolean {
    return this.#inDoubt
  }

  set inDoubt(on: boolean) {
    this.#inDoubt = on
  }

  /** Rows as the person sees them: read-only, under the product's policies. */
  async read<T>(claims: Claims, sql: string, params: unknown[] = []): Promise<T[]> {
    return this.#transaction(async (tx) => {
      await tx.exec('set transaction read only')
      await asPerson(tx, claims)
      return (await tx.query<T>(sql, params)).rows
    })
  }

  /** Like `read`, with the column names and every value in its text or JSON form, and no more rows than `limit`. */
  async table(claims: Claims, sql: string, limit: number, patience: Patience = {}): Promise<Table> {
    return this.#transaction(async (tx) => {
      await tx.exec('set transaction read only')
      await asPerson(tx, claims)
      return await readTable(tx, sql, limit, patience)
    })
  }

  facts(): Promise<Partial<Record<Fact, string>>> {
    return this.#guarded(() => readFacts(this.#database))
  }

  setFact(name: Fact, value: string): Promise<void> {
    return this.#guarded(() => setFact(this.#database, name, value))
  }

  attach(relations: readonly RelationInfo[]): Promise<void> {
    return this.#guarded(() => attach(this.#database, relations))
  }

  loading(): Promise<Loading[]> {
    return this.#guarded(() => loadingState(this.#database))
  }

  loadPage(page: SnapshotPage): Promise<void> {
    return this.#guarded(() => loadPage(this.#database, page))
  }

  /** The digest of the server's schema that rows are taken in; undefined before the first. */
  async schemaDigest(): Promise<string | undefined> {
    return this.#adaptation?.digest ?? (await this.facts()).server_schema
  }

  /**
   * Begins to change to the server's schema. The next cut with a cursor brings it, and until then nothing moves.
   * @returns the tables that must be fetched anew until then
   */
  async beginSchema(schema: ServerSchema, relations: readonly RelationInfo[]): Promise<readonly string[]> {
    const adaptation = await this.#guarded(() => prepare(this.#database, schema, relations))
    this.#adaptation = adaptation
    return adaptation.coming.relations
  }

  /** Changes to the server's schema at once: for a mirror that shows nothing yet. */
  async takeSchema(schema: ServerSchema, relations: readonly RelationInfo[]): Promise<void> {
    const adaptation = await this.#guarded(() => prepare(this.#database, schema, relations))
    await this.#transaction(async (tx) => {
      await tx.exec('set local session_replication_role = replica; select outpost.undo()')
      await adaptation.makePlace(tx)
      await adaptation.finish(tx)
    })
  }

  /** Lets go of a change that was begun: what it waited for did not come. */
  dropSchema(): void {
    this.#adaptation = null
  }

  /** What of the server's schema this mirror does without. */
  async leftOut(): Promise<readonly LeftOut[]> {
    return JSON.parse((await this.facts()).left_out ?? '[]')
  }

  /** Tables of the product that are here without rows, for the server does not follow them. */
  notFollowed(): Promise<LeftOut[]> {
    return this.#guarded(() => notFollowed(this.#database))
  }

  stage(page: PullPage): Promise<void> {
    const coming = this.#adaptation?.coming
    return this.#transaction(async (tx) => stagePage(tx, coming === undefined ? page : await coming.take(tx, page)))
  }

  /** Lets the planner know what has been loaded. */
  async analyze(): Promise<void> {
    await this.#guarded(() => analyze(this.#database))
  }

  /** Looks after the space that rows have left behind. @param moved how many came or went since this was asked last */
  tidyAfter(moved: number, signal: AbortSignal): Promise<boolean> {
    return this.#guarded(() => tidyAfter(this.#database, moved, signal))
  }

  /** Whether it would be kept if this process were killed now. Reads every page once. */
  isWhole(): Promise<boolean> {
    return this.#guarded(() => isWhole(this.#database, true))
  }

  /** Writes down anew how many rows are here. */
  recount(): Promise<void> {
    return this.#guarded(() => recount(this.#database))
  }

  async applyCut(cut: Cut): Promise<CutDone | null> {
    const adaptation = cut.cursor === null ? null : this.#adaptation
    const done = await this.#guarded(() => applyCut(this.#database, { ...cut, adaptation }))
    if (done !== null && adaptation !== null) this.#adaptation = null
    return done
  }

  submit(submission: Submission): Promise<string[]> {
    return this.#guarded(() => submit(this.#database, submission))
  }

  /** Tries decisions out, and takes them back: nothing is left of them. */
  rehearse<T>(rehearsal: Rehearsal): Promise<Rehearsed<T>> {
    return this.#guarded(() => rehearse<T>(this.#database, rehearsal))
  }

  submitEach(submissions: readonly Submission[]): Promise<Taken[]> {
    return this.#guarded(() => submitEach(this.#database, submissions))
  }

  /** Why pending entries could not be run on top of the current cut, by entry; without what only the server can tell. */
  async failures(): Promise<ReadonlyMap<string, Problem>> {
    const { rows } = await this.#query<{ entry: string; failure: Problem }>(
      'select entry, failure from outpost.runs where failure is not null and not only_server',
    )
    return new Map(rows.map(({ entry, failure }) => [entry, failure]))
  }

  /** What pending entries did here to rows of a relation: the row's key, and the columns that changed. */
  async effects(relation: string): Promise<{ entry: string; key: string; columns: string[] }[]> {
    const { rows } = await this.#query<{ entry: string; key: string; columns: string[] }>(
      `select e.entry, e.key, array(
         select name from jsonb_each(e.image) now (name, value)
         where e.old is null or value is distinct from outpost.image_of(e.relation, e.old) -> name
       ) as columns
       from outpost.effects e where e.relation = $1 order by e.seq`,
      [relation],
    )
    return rows
  }

  /** Entries that could not be run here for want of a row that is not kept. */
  async leftToServer(): Promise<ReadonlySet<string>> {
    const { rows } = await this.#query<{ entry: string }>('select entry from outpost.runs where only_server')
    return new Set(rows.map(({ entry }) => entry))
  }

  /** What is kept of each table. */
  async keeping(): Promise<Keeping> {
    const { scope } = await this.facts()
    return scope === undefined ? {} : keeping.parse(JSON.parse(scope))
  }

  /** How many rows of each table are here, and how many of them although they are not kept. */
  holdings(): Promise<Holding[]> {
    return this.#guarded(() => holdingsOf(this.#database))
  }

  /** Of some keys, those whose rows are here although they are not kept, or that a pending decision has changed. */
  wantedOf(keys: KeysByRelation): Promise<KeysByRelation> {
    return this.#guarded(() => wantedOf(this.#database, keys))
  }

  /** Every row that is here although it is not kept. */
  onDemand(): Promise<KeysByRelation> {
    return this.#guarded(() => allOnDemand(this.#database))
  }

  keyOf(relation: string, values: Record<string, unknown>): Promise<KeyText | null> {
    return this.#guarded(() => keyOf(this.#database, relation, values))
  }

  /** Whether the row of a key is here, and since when if it is not kept. */
  whereIs(relation: string, key: KeyText): Promise<{ here: boolean; fetchedAt: string | null }> {
    return this.#guarded(() => whereIs(this.#database, relation, key))
  }

  /** Of these server transactions, those that a cursor has seen. */
  async seenBy(cursor: string, xids: readonly string[]): Promise<Set<string>> {
    const { rows } = await this.#query<{ xid: string }>(
      'select xid from unnest($1::text[]) xid where pg_visible_in_snapshot(xid::xid8, $2::pg_snapshot)',
      // All decisions of a push have one.
      [[...new Set(xids)], cursor],
    )
    return new Set(rows.map((row) => row.xid))
  }

  /** Every mirrored table that rows have come for, the largest first. */
  async travelling(): Promise<Travelling[]> {
    const { rows } = await this.#query<Travelling>(
      `select r.relation, r.travelling as columns
       from outpost.relations r join pg_class c on c.oid = to_regclass(r.relation)
       where r.travelling is not null order by c.reltuples desc, r.relation`,
    )
    return rows
  }

  /**
   * Count and order-free hash of what is kept of mirrored tables, over the columns that travel, without the pending
   * decisions: the server at the cursor.
   */
  async proofs(tables: readonly Travelling[]): Promise<TableProof[]> {
    return this.#transaction(async (tx) => {
      await tx.exec('set local session_replication_role = replica; select outpost.undo()')
      const proofs: TableProof[] = []
      for (const { relation, columns } of tables) {
        // The server's own sums come in meanwhile.
        await setImmediate()
        const { rows } = await tx.query<{ count: number; hash: string }>(
          `select (proof ->> 'count')::int as count, proof ->> 'hash' as hash from console_sync.proof($1, $2, outpost.kept($1)) proof`,
          [relation, columns],
        )
        proofs.push({ relation, columns, count: rows[0]?.count ?? 0, hash: rows[0]?.hash ?? '' })
      }
      await tx.rollback()
      return proofs
    })
  }

  /** Begins to fetch a table anew: at the next cut only what is staged until then, and what was asked for, is left. */
  forgetRows(relation: string): Promise<void> {
    const coming = this.#adaptation?.coming
    if (coming?.has(relation)) return this.#transaction((tx) => coming.clear(tx, relation))
    return this.#guarded(() => forgetRows(this.#database, relation, false))
  }

  /** The person may not see a table any more: with the next cut nothing is left of it. */
  closeTable(relation: string): Promise<void> {
    return this.#guarded(() => forgetRows(this.#database, relation, true))
  }

  stageSnapshot(page: SnapshotPage): Promise<void> {
    const coming = this.#adaptation?.coming
    if (coming?.has(page.relation)) return this.#transaction((tx) => coming.add(tx, page))
    return this.#guarded(() => stageSnapshot(this.#database, page))
  }

  async close(): Promise<void> {
    await this.#database.close()
    if (!this.#inDoubt) noteClosed(this.#folder)
  }

  /** Closes it and removes its folder. */
  async drop(): Promise<void> {
    await this.abandon()
    removeDatabase(this.#folder)
  }

  /** Lets go of it as it is. A Postgres that has died may not even notice. */
  async abandon(): Promise<void> {
    this.#isLost = true
    const timeout = new Promise((resolve) => setTimeout(resolve, CLOSING_MS).unref())
    await Promise.race([this.#database.close().catch(() => undefined), timeout])
  }

  #transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#guarded(() => this.#database.transaction(work) as Promise<T>)
  }

  #query<T>(sql: string, params: unknown[] = []): Promise<{ rows: T[] }> {
    return this.#guarded(() => this.#database.query<T>(sql, params))
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const why = isDamage(error) ? 'damaged' : isCrash(error) ? 'crashed' : null
      if (why === null && !this.#isLost) throw error
      if (!this.#isLost) {
        this.#isLost = true
        this.onLost(why ?? 'crashed', error)
      }
      throw new OutpostError(
        'mirror_damaged',
        'The copy of the server on this computer is damaged. It is fetched again as soon as there is a network. Everything that was saved is safe; this was not done.',
        { cause: error },
      )
    }
  }
}

/** Milliseconds that closing may take. */
const CLOSING_MS = 2_000
