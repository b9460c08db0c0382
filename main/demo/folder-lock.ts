import { join } from 'node:path'
import Database from 'better-sqlite3'
import { OutpostError } from '#shared/contract/errors.ts'

/**
 * Holds a folder alone. The kernel lets go when the process dies, however it dies. PGlite takes no lock of its own, and
 * two processes on one folder lose rows silently.
 * @throws OutpostError `workspace_locked` when another process holds it
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new Database(join(folder, 'lock.db'), { timeout: 200 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('begin exclusive; commit')
  } catch (error) {
    lock.close()
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
    throw new OutpostError(
      'workspace_locked',
      `Another process already runs the demo cloud in ${folder}. Stop it, or choose another folder.`,
      { cause: error },
    )
  }
  return { release: () => lock.close() }
}
