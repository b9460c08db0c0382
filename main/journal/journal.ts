import type Database from 'better-sqlite3'
import { type Entry, type EntryState, entry as entrySchema } from '#shared/model/entry.ts'
import { type Receipt, receipt as receiptSchema } from '#shared/model/receipt.ts'
import { type ChainRow, firstBreak, GENESIS, link } from './chain.ts'
import { diskFull, openDatabase } from './open-database.ts'
import { OpenEntries } from './open-entries.ts'
import { type DamageNote, damageNotes, finishRebuild, isEmptied, rebuild } from './rebuild.ts'
import { openSound } from './sound.ts'

/*
 * Owns every decision of a workspace and what became of it. Written by sync only.
 * May lose nothing: each append is on the disk (WAL, synchronous = FULL) when it returns.
 * Worst outcome of a mistake here: somebody's day of work is gone.
 */

/** An entry with where it stands. */
export interface JournalEntry extends Entry {
  readonly state: EntryState
  readonly attempts: number
  readonly receipt: Receipt | null
  readonly heldBy: string | null
  /** Binds it to everything decided before it. */
  readonly hash: string
}

type OpenState = Exclude<EntryState, 'done' | 'resolved' | 'discarded'>

/** A change of an entry's standing. */
export interface Settlement {
  readonly id: string
  readonly state: EntryState
  readonly receipt?: Receipt
  readonly heldBy?: string | null
  readonly resolvedBy?: string
}

interface EntryRow {
  readonly seq: number
  readonly content: string
  readonly hash: string
  readonly state: EntryState
  readonly attempts: number
  readonly receipt: string | null
  readonly held_by: string | null
}

const SELECT = `select e.seq, e.content, e.hash, s.state, s.attempts, s.receipt, s.held_by
  from entries e join standing s on s.entry_id = e.id`
const SETTLE = `update standing set state = ?, receipt = coalesce(?, receipt), held_by = ?,
  resolved_by = coalesce(?, resolved_by), changed_at = ? where entry_id = ?`
const OPEN = `s.state in ('pending', 'held', 'applied', 'conflict', 'rejected')`

export class Journal {
  readonly #database: Database.Database
  readonly #open = new OpenEntries(() => this.#read(OPEN))

  private constructor(database: Database.Database) {
    this.#database = database
  }

  /**
   * A file that is damaged, or holds entries that are not what was written, is kept beside a new one with everything
   * that could be read of it; `verify` names the rest.
   * @throws OutpostError `workspace_locked`, `journal_damaged`, `disk_full`
   */
  static open(file: string): Journal {
    finishRebuild(file)
    const database = isEmptied(file) ? null : openSound(file)
    if (database !== null) return new Journal(database)
    rebuild(file)
    return new Journal(openDatabase(file))
  }

  /** Over a database that somebody else has opened and closes, to read. */
  static over(database: Database.Database): Journal {
    return new Journal(database)
  }

  /**
   * Writes a decision; when this returns, it is on the disk. With `resolves`, the conflict that it resolves is
   * settled in the same transaction.
   * @throws OutpostError `disk_full`; then nothing was written
   */
  append(draft: Omit<Entry, 'seq'>, resolves?: string): Entry {
    const write = this.#database.transaction(() => {
      const head = this.#database.prepare('select seq, hash from entries order by seq desc limit 1').get() as
        | { seq: number; hash: string }
        | undefined
      const entry = entrySchema.parse({ ...draft, seq: Math.max(head?.seq ?? 0, ...this.#lost()) + 1 })
      const content = JSON.stringify(entry)
      const previous = head?.hash ?? GENESIS
      const hash = link(previous, content)
      this.#database
        .prepare('insert into entries (seq, id, content, previous_hash, hash) values (?, ?, ?, ?, ?)')
        .run(entry.seq, entry.id, content, previous, hash)
      this.#database
        .prepare(`insert into standing (entry_id, state, changed_at) values (?, 'pending', ?)`)
        .run(entry.id, entry.madeAt)
      if (resolves !== undefined) this.#settle([{ id: resolves, state: 'resolved', resolvedBy: entry.id }])
      return { entry, hash }
    })
    const { entry, hash } = this.#durably(() => write.immediate())
    this.#open.added({ ...entry, hash, state: 'pending', attempts: 0, receipt: null, heldBy: null })
    if (resolves !== undefined) this.#open.settled([{ id: resolves, state: 'resolved' }])
    return entry
  }

  /** Records what became of entries, and with them a few facts: all of it or nothing. */
  settle(settlements: readonly Settlement[], facts: Readonly<Record<string, string>> = {}): void {
    if (settlements.length === 0 && Object.keys(facts).length === 0) return
    const write = this.#database.transaction(() => {
      this.#settle(settlements)
      for (const [name, value] of Object.entries(facts)) this.#setFact(name, value)
    })
    this.#durably(() => write.immediate())
    this.#open.settled(settlements)
  }

  /** Counts one more attempt to send these entries. */
  attempted(ids: readonly string[]): void {
    const count = this.#database.prepare('update standing set attempts = attempts + 1 where entry_id = ?')
    const write = this.#database.transaction(() => {
      for (const id of ids) count.run(id)
    })
    this.#durably(() => write.immediate())
    this.#open.attempted(ids)
  }

  find(id: string): JournalEntry | null {
    const row = this.#database.prepare(`${SELECT} where e.id = ?`).get(id) as EntryRow | undefined
    return row === undefined ? null : view(row)
  }

  /** Everything that is not done, resolved or discarded, in the order in which it was decided. */
  open(): readonly JournalEntry[] {
    return this.#open.list()
  }

  /** Open entries in any of these states, in order. */
  inState(...states: readonly OpenState[]): JournalEntry[] {
    return this.open().filter(({ state }) => (states as readonly EntryState[]).includes(state))
  }

  #read(where: string): JournalEntry[] {
    return (this.#database.prepare(`${SELECT} where ${where} order by e.seq`).all() as EntryRow[]).map(view)
  }

  /** A page of the history, newest first, from before a place in the journal. */
  page(which: 'open' | 'all', limit: number, before: number): { entries: JournalEntry[]; total: number } {
    const where = which === 'open' ? OPEN : 'true'
    const rows = this.#database
      .prepare(`${SELECT} where ${where} and e.seq < ? order by e.seq desc limit ?`)
      .all(before, limit) as EntryRow[]
    const total = this.#database.prepare(`select count(*) from standing s where ${where}`).pluck().get() as number
    return { entries: rows.map(view), total }
  }

  /** The newest entries that are about a row: changes of it, and calls that name it by its one-column key. */
  about(relation: string, key: Readonly<Record<string, string>>, limit = 200): JournalEntry[] {
    const names = Object.keys(key)
    const own = names.map(() => `coalesce(op.value ->> ('$.key.' || ?), op.value ->> ('$.values.' || ?)) = ?`)
    const isRow = `(op.value ->> '$.relation' = ? and ${own.join(' and ')})`
    const isNamed = `(op.value ->> '$.kind' = 'call' and exists (
      select 1 from json_each(op.value, '$.args') arg where arg.value = ?))`
    const values = Object.entries(key).flatMap(([name, value]) => [JSON.stringify(name), JSON.stringify(name), value])
    const [only, ...more] = Object.values(key)
    const rows = this.#database
      .prepare(
        `${SELECT} join json_each(e.content) op on op.key = 'operation'
         where ${isRow} ${only !== undefined && more.length === 0 ? `or ${isNamed}` : ''} order by e.seq desc limit ?`,
      )
      .all(relation, ...values, ...(more.length === 0 ? [only] : []), limit) as EntryRow[]
    return rows.map(view)
  }

  /** What the server has answered to a person's decisions, given up or not, in order. */
  answered(person: string): JournalEntry[] {
    const rows = this.#database
      .prepare(`${SELECT} where s.receipt is not null and e.content ->> '$.person' = ? order by e.seq`)
      .all(person)
    return (rows as EntryRow[]).map(view)
  }

  /** The newest of a person's decisions that the server has applied, newest first. */
  applied(person: string, limit: number): JournalEntry[] {
    const rows = this.#database
      .prepare(
        `${SELECT} where s.state in ('applied', 'done') and e.content ->> '$.person' = ? order by e.seq desc limit ?`,
      )
      .all(person, limit)
    return (rows as EntryRow[]).map(view)
  }

  /** How many open entries each person has here. */
  openByPerson(): { person: string; count: number }[] {
    const counts = new Map<string, number>()
    for (const { person } of this.open()) counts.set(person, (counts.get(person) ?? 0) + 1)
    return [...counts].map(([person, count]) => ({ person, count })).sort((a, b) => (a.person < b.person ? -1 : 1))
  }

  /** The newest entry; null in an empty journal. */
  newest(): JournalEntry | null {
    return this.page('all', 1, Number.MAX_SAFE_INTEGER).entries[0] ?? null
  }

  /** How many of these entries were given up. */
  discarded(ids: readonly string[]): number {
    return this.#database
      .prepare(
        `select count(*) from standing
         where state = 'discarded' and entry_id in (select value from json_each(?))`,
      )
      .pluck()
      .get(JSON.stringify(ids)) as number
  }

  counts(): Record<EntryState, number> {
    const rows = this.#database.prepare('select state, count(*) as n from standing group by state').all()
    const counts = { pending: 0, held: 0, applied: 0, done: 0, conflict: 0, rejected: 0, resolved: 0, discarded: 0 }
    for (const { state, n } of rows as { state: EntryState; n: number }[]) counts[state] = n
    return counts
  }

  fact(name: string): string | null {
    return (this.#database.prepare('select value from facts where name = ?').pluck().get(name) as string) ?? null
  }

  /** Keeps a fact; null forgets it. */
  setFact(name: string, value: string | null): void {
    this.#durably(() => {
      if (value === null) this.#database.prepare('delete from facts where name = ?').run(name)
      else this.#setFact(name, value)
    })
  }

  #setFact(name: string, value: string): void {
    this.#database.prepare('insert or replace into facts (name, value) values (?, ?)').run(name, value)
  }

  /** What is wrong with it, in words: damage that it was mended after, then the first broken place of the chain. */
  verify(): { entries: number; broken: string | null } {
    const rows = this.#database.prepare('select seq, content, previous_hash, hash from entries order by seq')
    const entries = this.#database.prepare('select count(*) from entries').pluck().get() as number
    const broken = firstBreak(rows.iterate() as IterableIterator<ChainRow>, new Set(this.#lost()))
    const words = [...damageNotes(this.fact('damage')).flatMap(wordsFor), ...(broken === null ? [] : [broken])]
    return { entries, broken: words.length === 0 ? null : words.join(' ') }
  }

  #lost(): number[] {
    return damageNotes(this.fact('damage')).flatMap(({ lost }) => lost)
  }

  close(): void {
    this.#database.close()
  }

  #settle(settlements: readonly Settlement[]): void {
    const update = this.#database.prepare(SETTLE)
    const at = new Date().toISOString()
    for (const { id, state, receipt, heldBy = null, resolvedBy = null } of settlements) {
      const answer = receipt === undefined ? null : JSON.stringify(receipt)
      const { changes } = update.run(state, answer, heldBy, resolvedBy, at, id)
      if (changes !== 1) throw new Error(`The journal has no entry ${id}.`)
    }
  }

  #durably<T>(write: () => T): T {
    try {
      return write()
    } catch (error) {
      throw diskFull(error) ?? error
    }
  }
}

function view(row: EntryRow): JournalEntry {
  return {
    ...entrySchema.parse(JSON.parse(row.content)),
    state: row.state,
    attempts: row.attempts,
    receipt: row.receipt === null ? null : receiptSchema.parse(JSON.parse(row.receipt)),
    heldBy: row.held_by,
    hash: row.hash,
  }
}

function wordsFor({ file, at, lost, unsure }: DamageNote): string[] {
  return [
    `The journal was damaged on ${at}; the damaged file is kept as ${file}.`,
    ...lost.map((seq) => `Entry ${seq} was changed after it was written, or can’t be read.`),
    ...unsure.map(
      (seq) => `Whether entry ${seq} had been sent is not known; it is sent again, and nothing is done twice.`,
    ),
  ]
}
