import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { OutpostError } from '#shared/contract/errors.ts'

const MIGRATIONS = new URL('../../migrations/journal/', import.meta.url)

/**
 * Opens a journal file, brings it to the newest version and holds it alone.
 *
 * The exclusive lock is the lock of the whole workspace: the kernel drops it when the process dies, however it dies.
 * Without it two processes on one mirror folder lose rows silently.
 * @throws OutpostError `workspace_locked` when another process has it, `journal_damaged` when it can't be read,
 * `version_behind` when a newer Outpost has written in it
 */
export function openDatabase(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const database = new Database(file, { timeout: 200 })
  try {
    database.pragma('locking_mode = EXCLUSIVE')
    refuseIfNewer(database)
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.exec('begin immediate; commit')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw sorted(error, file)
  }
}

function steps(): string[] {
  return readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()
}

function versionOf(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** What it holds is not for this console to read, nor to mend. */
function refuseIfNewer(database: Database.Database): void {
  if (versionOf(database) <= steps().length) return
  throw new OutpostError(
    'version_behind',
    'A newer Outpost has worked in this workspace, and this one can’t read what it wrote. Update this console; everything decided stays as it is until then.',
    { reason: 'journal.newer' },
  )
}

function migrate(database: Database.Database): void {
  const from = versionOf(database)
  for (const [at, name] of steps().entries()) {
    if (at < from) continue
    const sql = readFileSync(new URL(name, MIGRATIONS), 'utf8')
    database.transaction(() => {
      database.exec(sql)
      database.pragma(`user_version = ${at + 1}`)
    })()
  }
}

/** A failure to open a journal, as the OutpostError that it is if it is one that people meet. */
export function sorted(error: unknown, file: string): unknown {
  const code = error instanceof Database.SqliteError ? error.code : ''
  if (code.startsWith('SQLITE_BUSY')) {
    return new OutpostError(
      'workspace_locked',
      'This workspace is already open in another window or process. Close it there, then try again.',
      { cause: error },
    )
  }
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new OutpostError(
      'journal_damaged',
      `The journal ${join(file)} can't be read. Keep a copy of it before you do anything else; run the doctor to see what is left.`,
      { cause: error },
    )
  }
  return diskFull(error) ?? error
}

/** A full disk, told apart from every other failure of SQLite; undefined when it is not one. */
export function diskFull(error: unknown): OutpostError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code !== 'SQLITE_FULL' && code !== 'ENOSPC' && !code.startsWith('SQLITE_IOERR')) return undefined
  return new OutpostError(
    'disk_full',
    'The disk is full or can’t be written, so this was not saved. Nothing saved earlier is lost. Free some space, then try again.',
    { cause: error },
  )
}
