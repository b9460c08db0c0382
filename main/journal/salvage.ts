import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { link } from './chain.ts'
import { replayed } from './write-ahead-log.ts'

/*
 * What to do with a journal whose file is damaged: keep the file, and take over every entry that can be read and is
 * still what was written. Each row carries the hash of itself and the row before, so each proves itself.
 */

export interface SalvagedEntry {
  readonly seq: number
  readonly id: string
  readonly content: string
  readonly previous_hash: string
  readonly hash: string
}

export interface SalvagedStanding {
  readonly entry_id: string
  readonly state: string
  readonly attempts: number
  readonly receipt: string | null
  readonly held_by: string | null
  readonly resolved_by: string | null
  readonly changed_at: string
}

export interface Salvaged {
  readonly entries: readonly SalvagedEntry[]
  readonly standing: ReadonlyMap<string, SalvagedStanding>
  readonly facts: readonly { name: string; value: string }[]
  /** Places in the journal of which nothing could be read, or something else than was written. */
  readonly lost: readonly number[]
}

/** Places looked at beyond the last one that could be read. */
const BEYOND = 200

/**
 * Reads what can be read of a damaged journal, leaving its file as it is.
 *
 * It is read twice, up to the first damaged frame of its log and with all frames: a frame of which power failed half way
 * must not take along what its page held before, and one that is damaged must not hide those after it.
 * @param empty a whole journal with nothing in it, whose first page stands in for one that is damaged
 */
export function salvage(damaged: string, empty: string): Salvaged {
  const database = existsSync(damaged) ? readFileSync(damaged) : Buffer.alloc(0)
  const log = `${damaged}-wal`
  const before = readCopy(replayed(database, log, 'sound'), damaged, empty)
  const all = readCopy(replayed(database, log, 'all'), damaged, empty)
  return together(before, all)
}

function readCopy(database: Buffer, damaged: string, empty: string): Salvaged {
  const copy = `${damaged}.reading`
  try {
    writeFileSync(copy, asRollbackJournal(atLeast(readFileSync(empty), database)))
    const asItIs = read(copy)
    if (asItIs !== null) return asItIs
    graftFirstPage(copy, empty)
    return read(copy) ?? { entries: [], standing: new Map(), facts: [], lost: [] }
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${suffix}`, { force: true })
  }
}

/** Entries prove themselves, so any of them counts; of the rest the newer does. */
function together(before: Salvaged, all: Salvaged): Salvaged {
  const entries = new Map([...before.entries, ...all.entries].map((entry) => [entry.seq, entry]))
  const lost = new Set([...before.lost, ...all.lost])
  return {
    entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
    standing: new Map([...before.standing, ...all.standing]),
    facts: [...new Map([...before.facts, ...all.facts].map((fact) => [fact.name, fact])).values()],
    lost: [...lost].filter((seq) => !entries.has(seq)).sort((a, b) => a - b),
  }
}

const PAGE = 4096

/** With the page count left to the file's size, and no log beside it that SQLite would look for. */
function asRollbackJournal(database: Buffer): Buffer {
  if (database.length < PAGE) return database
  database[18] = 1
  database[19] = 1
  // Where this is not the change counter at 24, SQLite takes the size of the file for the number of pages.
  database.writeUInt32BE((database.readUInt32BE(24) + 1) >>> 0, 92)
  return database
}

/** A file that was cut short lacks even the first pages of some tables: those of an empty journal stand in. */
function atLeast(empty: Buffer, database: Buffer): Buffer {
  const whole = database.subarray(0, Math.floor(database.length / PAGE) * PAGE)
  return Buffer.concat([whole, empty.subarray(whole.length)])
}

function graftFirstPage(copy: string, empty: string): void {
  const database = readFileSync(copy)
  readFileSync(empty).copy(database, 0, 0, PAGE)
  writeFileSync(copy, asRollbackJournal(database))
}

/** Null when not even the tables can be found. */
function read(copy: string): Salvaged | null {
  const database = new Database(copy)
  try {
    const entries = new Map<number, SalvagedEntry>()
    const standing = new Map<string, SalvagedStanding>()
    database.prepare('select 1 from entries limit 0').all()
    for (const order of ['asc', 'desc']) {
      each<SalvagedEntry>(database, `select * from entries order by seq ${order}`, (row) => {
        if (isWhole(row)) entries.set(row.seq, row)
      })
      each<SalvagedStanding>(database, `select * from standing order by rowid ${order}`, (row) => {
        standing.set(row.entry_id, row)
      })
    }
    const last = [...entries.keys()].reduce((most, seq) => Math.max(most, seq), 0)
    for (let seq = 1; seq <= last + BEYOND; seq += 1) {
      if (entries.has(seq)) continue
      each<SalvagedEntry>(database, `select * from entries where seq = ${seq}`, (row) => {
        if (isWhole(row)) entries.set(seq, row)
      })
    }
    const facts: { name: string; value: string }[] = []
    each<{ name: string; value: string }>(database, 'select * from facts', (row) => facts.push(row))
    const newest = seqsIn(database).reduce((most, seq) => (seq <= last + BEYOND ? Math.max(most, seq) : most), last)
    const lost = Array.from({ length: newest }, (_, at) => at + 1).filter((seq) => !entries.has(seq))
    return { entries: [...entries.values()].sort((a, b) => a.seq - b.seq), standing, facts, lost }
  } catch {
    return null
  } finally {
    database.close()
  }
}

function seqsIn(database: Database.Database): number[] {
  const seqs: number[] = []
  // The index over the ids lies on pages of its own.
  each<{ seq: number }>(database, 'select seq from entries order by id', ({ seq }) => seqs.push(seq))
  return seqs
}

/** Every row until the first that can't be read. */
function each<T>(database: Database.Database, sql: string, take: (row: T) => void): void {
  try {
    for (const row of database.prepare(sql).iterate()) take(row as T)
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
  }
}

function isWhole(row: SalvagedEntry): boolean {
  return (
    typeof row.content === 'string' &&
    typeof row.previous_hash === 'string' &&
    link(row.previous_hash, row.content) === row.hash
  )
}
