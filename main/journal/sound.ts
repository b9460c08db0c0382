import Database from 'better-sqlite3'
import { OutpostError } from '#shared/contract/errors.ts'
import { link } from './chain.ts'
import { openDatabase, sorted } from './open-database.ts'
import { hidesTransactions } from './write-ahead-log.ts'

/**
 * Opens a journal file if every page of it can be read and every entry in it is what was written.
 * @returns null when it is damaged
 * @throws OutpostError `workspace_locked`, `disk_full`
 */
export function openSound(file: string): Database.Database | null {
  if (hidesTransactions(`${file}-wal`)) {
    // Half written, perhaps, by another process; and opening it here would make SQLite forget them for good.
    refuseIfHeld(file)
    if (hidesTransactions(`${file}-wal`)) return null
  }
  let database: Database.Database | null = null
  try {
    database = openDatabase(file)
    if (isSound(database)) return database
  } catch (error) {
    if (!isDamage(error)) {
      database?.close()
      throw error
    }
  }
  database?.close()
  return null
}

function refuseIfHeld(file: string): void {
  const database = new Database(file, { readonly: true, timeout: 200 })
  try {
    database.prepare('select 1 from sqlite_schema').all()
  } catch (error) {
    const locked = sorted(error, file)
    if (locked instanceof OutpostError && locked.code === 'workspace_locked') throw locked
  } finally {
    database.close()
  }
}

function isSound(database: Database.Database): boolean {
  if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') return false
  const rows = database.prepare('select content, previous_hash, hash from entries').iterate()
  for (const { content, previous_hash, hash } of rows as Iterable<Record<string, string>>) {
    if (link(previous_hash ?? '', content ?? '') !== hash) return false
  }
  return true
}

function isDamage(error: unknown): boolean {
  if (error instanceof OutpostError) return error.code === 'journal_damaged'
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
}
