import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OutpostError } from '#shared/contract/errors.ts'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import type { Database, Row } from './database/database.ts'
import { removePostgres } from './database/embedded-postgres.ts'
import { migratePlatform, migrateSync, migrateSystem } from './database/migrate.ts'
import { lockFolder } from './folder-lock.ts'
import { openDemoDatabase } from './open-demo-database.ts'
import { accountsOf, type Progress, requireDemo, seed } from './seed.ts'
import { portInUse, requireFreePort, serveOnLoopback } from './server/http-server.ts'
import { ObjectStore } from './server/object-store.ts'
import { openSupabaseApp } from './server/supabase-app.ts'
import { type CloudSettings, newSettings, readSettings, writeSettings } from './settings.ts'

export interface CloudOptions {
  readonly system: string
  readonly size: 'small' | 'demo' | 'large'
  /** On 127.0.0.1. Without it the port of the last start is asked for again, and any other is taken if that is gone. */
  readonly port?: number
  /** A real Postgres instead of PGlite: one of our own, or an empty database on a running server. */
  readonly postgres?: boolean | { readonly url: string }
  readonly dataDir: string
  /** The time that the rows are dated from; the start of the day by default. Only the first start looks at it. */
  readonly now?: Date
  readonly log?: (line: string) => void
  readonly onProgress?: (progress: Progress) => void
}

export interface Cloud {
  readonly url: string
  readonly key: string
  readonly accounts: readonly DemoAccount[]
  /** Runs one statement as superuser, past every policy. */
  sql<T extends Row = Row>(text: string, params?: readonly unknown[]): Promise<T[]>
  stop(): Promise<void>
}

/**
 * Starts a Supabase project on this machine, with a system's schema and demo data; the first start makes them.
 * @throws OutpostError `not_found` for a system without a demo, `workspace_locked` when it already runs, `bad_request`
 * when the folder holds another cloud or the port is taken, `version_behind` when the folder was made by another version of the migrations
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  requireDemo(options.system)
  if (options.port) await requireFreePort(options.port)
  process.env.DO_NOT_TRACK = '1'
  const folder = options.dataDir
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const closers: (() => unknown)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    const lock = lockFolder(folder)
    closers.push(() => lock.release())
    const settings = await settingsFor(folder, options)
    const opened = await openDemoDatabase(folder, settings, options)
    closers.push(opened.close)
    const store = await ObjectStore.open(join(folder, 'objects'))
    if (settings.seededAt) await migrate(opened.database, options.system)
    else await fill(opened.database, store, settings, options)
    return await serve(opened.database, store, settings, options, closers, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function settingsFor(folder: string, options: CloudOptions): Promise<CloudSettings> {
  const wanted = { system: options.system, size: options.size, postgres: Boolean(options.postgres) }
  const settings = await readSettings(folder)
  if (settings?.seededAt) {
    if (wanted.system === settings.system && wanted.size === settings.size && wanted.postgres === settings.postgres) {
      return settings
    }
    throw new OutpostError(
      'bad_request',
      `${folder} holds a demo cloud of ${settings.system}, size ${settings.size}, over ${settings.postgres ? 'Postgres' : 'PGlite'}. Ask for that one, choose another folder, or delete this one.`,
    )
  }
  // A first start that was cut off left something half made: begin anew.
  await removePostgres(join(folder, 'postgres'))
  for (const name of ['pglite', 'objects']) await rm(join(folder, name), { recursive: true, force: true })
  // An address and a key that somebody was told before the first start stay as they are.
  const isReserved = settings?.system === wanted.system
  const fresh = isReserved ? { ...settings, ...wanted } : newSettings(wanted)
  await writeSettings(folder, fresh)
  return fresh
}

async function migrate(database: Database, system: string): Promise<void> {
  await migratePlatform(database)
  await migrateSystem(database, system)
  await migrateSync(database)
}

/** Rows come before the sync migrations, as they do in a project that has run for years before it gets them. */
async function fill(database: Database, store: ObjectStore, settings: CloudSettings, options: CloudOptions) {
  options.onProgress?.({ phase: 'schema', done: 0, total: 1 })
  await migratePlatform(database)
  await migrateSystem(database, options.system)
  const now = options.now ?? startOfToday()
  await seed({ database, store, system: options.system, size: options.size, now, onProgress: options.onProgress })
  await migrateSync(database)
  await database.run('analyze')
  settings.seededAt = new Date().toISOString()
}

async function serve(
  database: Database,
  store: ObjectStore,
  settings: CloudSettings,
  options: CloudOptions,
  closers: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<Cloud> {
  const log = options.log ?? (() => undefined)
  const app = await openSupabaseApp({
    connection: database.connection,
    store,
    jwtSecret: settings.jwtSecret,
    key: settings.key,
    siteUrl: `http://127.0.0.1:${options.port ?? settings.port ?? 0}`,
  })
  const answer = (request: Request) => database.admit(() => app.fetch(request, { peerAddress: null }))
  const server = await listen(answer, options.port, settings.port, log)
  closers.push(() => server.stop())
  await writeSettings(options.dataDir, { ...settings, port: server.port })
  return {
    url: `http://127.0.0.1:${server.port}`,
    key: settings.key,
    accounts: await accountsOf(options.system),
    sql: async <T extends Row>(text: string, params?: readonly unknown[]) =>
      (await database.query(text, params)) as T[],
    stop,
  }
}

async function listen(
  answer: (request: Request) => Promise<Response>,
  wanted: number | undefined,
  last: number | null,
  log: (line: string) => void,
) {
  try {
    return await serveOnLoopback(answer, wanted ?? last ?? 0, log)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    if (wanted) throw portInUse(wanted)
    return await serveOnLoopback(answer, 0, log)
  }
}

function startOfToday(): Date {
  const now = new Date()
  return new Date(now.getFullYear(), now.getMonth(), now.getDate())
}
