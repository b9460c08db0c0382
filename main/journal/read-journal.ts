import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Journal } from './journal.ts'
import { sorted } from './open-database.ts'

/**
 * Looks into a journal that is not open here, and changes nothing in it: it is neither locked, mended nor brought to a
 * newer version.
 * @returns null where there is none yet
 * @throws OutpostError `workspace_locked` when another process has it open, `journal_damaged`
 */
export function readJournal<T>(file: string, read: (journal: Journal) => T): T | null {
  if (!existsSync(file)) return null
  let database: Database.Database | null = null
  try {
    database = new Database(file, { readonly: true, timeout: 0 })
    return read(Journal.over(database))
  } catch (error) {
    throw sorted(error, file)
  } finally {
    database?.close()
  }
}
