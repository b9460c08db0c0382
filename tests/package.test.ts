import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { extractAll, listPackage } from '@electron/asar'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEngineThread } from '#main/host/browser/engine-thread.ts'
import { threadChannel } from '#main/host/port-channel.ts'
import { Supervisor } from '#main/host/supervisor.ts'
import { openLine } from '#shared/lib/line.ts'
import { buildDesktop } from '../scripts/build-stale.ts'
import { root } from '../scripts/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'outpost-package-'))
const resources = join(folder, 'release/linux-unpacked/resources')
let contents: string[]

/** A folder in the place of Electron's runtime, which is a download: packing only copies it. */
function standInRuntime(): string {
  const runtime = join(folder, 'runtime')
  mkdirSync(join(runtime, 'resources'), { recursive: true })
  writeFileSync(join(runtime, 'electron'), '')
  chmodSync(join(runtime, 'electron'), 0o755)
  return runtime
}

beforeAll(async () => {
  await buildDesktop()
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--dir',
      '--linux',
      `-c.electronDist=${standInRuntime()}`,
      `-c.directories.output=${join(folder, 'release')}`,
    ],
    { cwd: root, stdio: 'pipe' },
  )
  contents = listPackage(join(resources, 'app.asar'), { isPack: false }).map((path) => path.slice(1))
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true }))

it('the package holds the built console and every migration that the engine applies', () => {
  expect(contents).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/electron.js',
      'out/main/engine-process.js',
      'out/main/sheet-thread.js',
      'out/main/workbook-thread.js',
      'out/preload/electron.cjs',
      'out/renderer/index.html',
      'migrations/journal/0001_journal.sql',
      'migrations/mirror/0001_platform.sql',
      'migrations/sync/0001_tables.sql',
      'migrations/systems/partners-vrai/0001_types.sql',
    ]),
  )
})

it('the package holds no sources, no tests, no tools and no telemetry', () => {
  const tops = new Set(contents.map((path) => path.split('/')[0]))
  expect([...tops].sort()).toEqual(['migrations', 'node_modules', 'out', 'package.json'])
  for (const name of [
    'vite',
    'vitest',
    'typescript',
    'electron',
    'react',
    '@supabase/lite',
    '@sentry',
    '@opentelemetry',
    'pg',
  ])
    expect(contents).not.toContain(`node_modules/${name}`)
})

it('what is opened by its path lies outside the archive', () => {
  const unpacked = join(resources, 'app.asar.unpacked/node_modules')
  expect(existsSync(join(unpacked, '@electric-sql/pglite/dist/pglite.wasm'))).toBe(true)
  expect(existsSync(join(unpacked, 'better-sqlite3'))).toBe(true)
})

it('the packed engine runs from the package alone: it opens a workspace’s journal and answers', async () => {
  const app = join(folder, 'app')
  extractAll(join(resources, 'app.asar'), app)
  const supervisor = new Supervisor<MessagePort>({
    start: () => startEngineThread(pathToFileURL(join(app, 'out/main/engine-process.js'))),
    home: join(folder, 'home'),
    log: pino({ level: 'silent' }),
    onUp: () => undefined,
    onDown: () => undefined,
  })
  await supervisor.open()
  const { port1, port2 } = new MessageChannel()
  supervisor.connect(port2)
  const line = openLine(threadChannel(port1), () => undefined)
  const workspace = { name: 'packed', system: 'partners-vrai', url: 'http://127.0.0.1:1', key: 'sb_publishable_test' }
  expect(await line.call('workspaces.add', workspace)).toMatchObject({ ok: true })
  expect(await line.call('sync.status', { workspace: 'packed' })).toMatchObject({
    ok: true,
    value: { state: 'signed-out' },
  })
  line.close()
  await supervisor.close()
})
