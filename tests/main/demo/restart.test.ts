import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Cloud, startCloud } from '#main/demo/cloud.ts'
import { removePostgres } from '#main/demo/database/embedded-postgres.ts'
import { signedIn, uploadNewVersion } from '#tests/support/cloud.ts'

vi.setConfig({ testTimeout: 180_000 })

const system = 'partners-vrai'
let dataDir: string
const closers: (() => unknown)[] = []

beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'outpost-restart-')), 'cloud')
})
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
  await removePostgres(join(dataDir, 'postgres'))
  await rm(join(dataDir, '..'), { recursive: true, force: true })
})

async function start(postgres = false): Promise<Cloud> {
  const cloud = await startCloud({ system, size: 'small', dataDir, postgres })
  closers.push(() => cloud.stop())
  return cloud
}

async function mark(cloud: Pick<Cloud, 'url' | 'key' | 'accounts'>): Promise<void> {
  const agent = await signedIn(cloud as Cloud, cloud.accounts[0]?.email ?? '')
  const { data } = await agent.from('profiles').select('id').eq('full_name', 'Camille Moreau').single()
  const { error } = await agent.from('profiles').update({ phone: '+33 6 12 34 56 78' }).eq('id', data?.id)
  expect(error).toBeNull()
}

/** Who the server says it is: a console that finds somebody else there sends nothing. */
async function identity(cloud: Pick<Cloud, 'url' | 'key' | 'accounts'>) {
  const { data } = await (await signedIn(cloud as Cloud, cloud.accounts[0]?.email ?? '')).rpc('console_hello')
  return { serverId: data.serverId, epoch: data.epoch }
}

const marked = (cloud: Cloud) => cloud.sql(`select full_name from public.profiles where phone = '+33 6 12 34 56 78'`)

test('a cloud that was started before is kept to its owner and to one process, and comes back as it was, at the same address', async () => {
  const first = await start()
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  await expect(startCloud({ system, size: 'small', dataDir })).rejects.toMatchObject({ code: 'workspace_locked' })

  await mark(first)
  const known = await identity(first)
  const agent = await signedIn(first, first.accounts[0]?.email ?? '')
  const [waiting] = await first.sql<{ id: string }>(`select id from public.documents where status = 'PENDING' limit 1`)
  const version = await uploadNewVersion(first, waiting?.id ?? '')
  await first.stop()

  const other = startCloud({ system, size: 'demo', dataDir })
  await expect(other).rejects.toMatchObject({ code: 'bad_request', message: expect.stringContaining('size small') })

  const second = await start()
  expect({ url: second.url, key: second.key }).toEqual({ url: first.url, key: first.key })
  expect(await identity(second)).toEqual(known)
  expect(await marked(second)).toEqual([{ full_name: 'Camille Moreau' }])
  // A session of before still counts, and so does the file.
  const { data } = await agent.from('document_versions').select('file_url').eq('id', version).single()
  expect((await agent.storage.from('documents').download(data?.file_url)).error).toBeNull()
})

test('a system without demo data is refused', async () => {
  const refused = startCloud({ system: 'unheard-of', size: 'small', dataDir })
  await expect(refused).rejects.toMatchObject({ code: 'not_found' })
})

test('a taken port is named at once', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  closers.push(() => taken.close())
  const { port } = taken.address() as AddressInfo
  const refused = startCloud({ system, size: 'small', dataDir, port })
  await expect(refused).rejects.toMatchObject({ message: `Port ${port} is in use. Choose another one.` })
  await expect(stat(join(dataDir, 'pglite'))).rejects.toThrow()
})

test.each([{ over: 'PGlite' }, { over: 'Postgres' }])(
  'a killed cloud over $over comes back with all that it had answered',
  async ({ over }) => {
    // Postgres may run as another user, who must get there.
    if (over === 'Postgres') await chmod(join(dataDir, '..'), 0o711)
    const { process: child, ready } = launch('small', over === 'Postgres' ? ['--postgres'] : [])
    const cloud = JSON.parse(await ready(/^\{/))
    await mark(cloud)
    const known = await identity(cloud)
    await killed(child)
    const again = await start(over === 'Postgres')
    expect(await marked(again)).toEqual([{ full_name: 'Camille Moreau' }])
    expect(await identity(again)).toEqual(known)
  },
)

test('a first start that was killed half way is begun anew', async () => {
  const { process: child, ready } = launch('demo', [])
  await ready(/rows/)
  await killed(child)
  const cloud = await start()
  const [row] = await cloud.sql<{ n: number }>('select count(*)::int as n from public.dossiers')
  expect(row?.n).toBeGreaterThan(15)
  expect(row?.n).toBeLessThan(40)
})

/** The cloud in a process of its own, as people start it. */
function launch(size: string, more: readonly string[]) {
  const cli = fileURLToPath(new URL('../../../main/cli.ts', import.meta.url))
  const args = [cli, 'cloud', 'start', '--system', system, '--size', size, '--data', dataDir, ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  closers.push(() => killed(child))
  const said: string[] = []
  const ready = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const hear = (line: string) => {
        said.push(line)
        if (wanted.test(line)) resolve(line)
      }
      createInterface(child.stdout).on('line', hear)
      createInterface(child.stderr).on('line', hear)
      child.once('exit', () => reject(new Error(`It ended:\n${said.join('\n')}`)))
    })
  return { process: child, ready }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
