import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { CloudOptions } from './cloud.ts'
import type { Database } from './database/database.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { openPgliteDatabase } from './database/pglite-database.ts'
import { openPostgresDatabase } from './database/postgres-database.ts'
import type { CloudSettings } from './settings.ts'

/** The database that the options ask for, started when it is ours to start. `close` ends all of it. */
export async function openDemoDatabase(
  folder: string,
  settings: CloudSettings,
  options: CloudOptions,
): Promise<{ database: Database; close(): Promise<void> }> {
  options.onProgress?.({ phase: 'database', done: 0, total: 1 })
  if (!options.postgres) {
    const place = join(folder, 'pglite')
    await mkdir(place, { recursive: true, mode: 0o700 })
    const database = await openPgliteDatabase(place)
    return { database, close: () => database.close() }
  }
  if (options.postgres !== true) {
    const database = await openPostgresDatabase(options.postgres.url)
    return { database, close: () => database.close() }
  }
  const server = await startEmbeddedPostgres(
    join(folder, 'postgres'),
    { password: settings.databasePassword, isNew: settings.seededAt === null },
    options.log ?? (() => undefined),
  )
  try {
    const database = await openPostgresDatabase(server.url)
    return {
      database,
      async close() {
        await database.close()
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}
