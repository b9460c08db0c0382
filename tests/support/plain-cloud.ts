import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migratePlatform, migrateSync } from '#main/demo/database/migrate.ts'
import { openPostgresDatabase } from '#main/demo/database/postgres-database.ts'
import { serveOnLoopback } from '#main/demo/server/http-server.ts'
import { ObjectStore } from '#main/demo/server/object-store.ts'
import { openSupabaseApp } from '#main/demo/server/supabase-app.ts'
import { emptyDatabase } from './cloud.ts'

/** A Supabase project over the run's Postgres that no manifest knows: a schema of its own, and our SQL. */
export interface PlainCloud {
  readonly url: string
  readonly key: string
  readonly email: string
  readonly password: string
  /** The person's id. */
  readonly person: string
  /** Runs one statement as superuser, past every policy. */
  sql<T = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>
  /** Runs several statements, as a migration does, and follows the tables that it made. */
  migrate(script: string): Promise<void>
  stop(): Promise<void>
}

/**
 * @param schema the project's own migrations, with its rows
 * @param own a database with nothing in it, where the run has no Postgres
 */
export async function startPlainCloud(
  schema: string,
  own?: { readonly url: string; close(): Promise<void> },
): Promise<PlainCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-plain-'))
  const empty = own ?? (await emptyDatabase())
  const database = await openPostgresDatabase(empty.url)
  await migratePlatform(database)
  const migrate = async (script: string) => {
    await database.run(script)
    await database.run('select console_sync.track_all()')
  }
  await database.run(schema)
  await migrateSync(database)

  const key = `sb_publishable_${randomUUID()}`
  const person = { email: 'ada@example.com', password: randomUUID() }
  const store = await ObjectStore.open(join(folder, 'objects'))
  const app = await openSupabaseApp({
    connection: database.connection,
    store,
    jwtSecret: randomUUID() + randomUUID(),
    key,
    siteUrl: 'http://127.0.0.1:0',
  })
  const server = await serveOnLoopback(
    (request) => app.fetch(request, { peerAddress: null }),
    0,
    () => undefined,
  )
  const url = `http://127.0.0.1:${server.port}`
  const signedUp = await fetch(`${url}/auth/v1/signup`, {
    method: 'POST',
    headers: { apikey: key, 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password: person.password }),
  })
  if (!signedUp.ok) throw new Error(`Nobody could sign up: ${await signedUp.text()}`)
  const [user] = (await database.query('select id::text from auth.users where email = $1', [person.email])) as {
    id: string
  }[]
  return {
    url,
    key,
    email: person.email,
    password: person.password,
    person: user?.id ?? '',
    sql: async <T>(text: string, params?: readonly unknown[]) => (await database.query(text, params)) as T[],
    migrate,
    stop: async () => {
      await server.stop()
      await database.close()
      await empty.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
