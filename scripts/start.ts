import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apiClient } from '#main/cli/api-client.ts'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { homeFolder } from '#main/host/home.ts'
import { openLog } from '#main/host/log.ts'
import { untilTold } from '#main/host/until-told.ts'
import { buildDesktop, buildScreens } from './build-stale.ts'
import { type DemoCloud, startDemoCloud } from './demo-cloud.ts'
import { electronRuntime, type Runtime } from './electron-runtime.ts'
import { during, elapsed, say } from './progress.ts'
import { root } from './root.ts'

/** How long a start may wait for the desktop window's runtime. Milliseconds. */
const FETCH_LIMIT = 8_000
/** A desktop window that ends sooner than this, with an error, could not be opened here at all. Milliseconds. */
const STILLBORN = 5_000
/** How long a process may take to close its data before it is ended. Milliseconds. */
const STOP_LIMIT = 15_000

const { values: options } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
  },
})
const home = homeFolder(options.home)
const children: ChildProcess[] = []

/** From a fresh clone to the open console: build, demo cloud, demo workspace, window. */
async function start(): Promise<void> {
  const built = (had: boolean) => (had ? 'built' : 'up to date')
  const [runtime, cloud] = await Promise.all([
    options.browser ? { missing: 'asked for the browser' } : electronRuntime(FETCH_LIMIT),
    during('demo cloud', openCloud, ({ url }) => `ready at ${url}`),
    during('screens', buildScreens, built),
  ])
  await during(
    'workspace',
    () => registerDemo(cloud),
    (what) => what,
  )
  say('ready', `after ${elapsed()}, kept in ${home}`)
  await openConsole(runtime, built)
}

async function openCloud(): Promise<DemoCloud> {
  const cloud = await startDemoCloud(home)
  children.push(cloud.child)
  cloud.child.once('exit', () => say('demo cloud', 'stopped; the console goes on offline'))
  return cloud
}

/** The demo cloud keeps its port as long as nobody takes it; else the workspace follows it to the new one. */
async function registerDemo({ url, key, accounts }: DemoCloud): Promise<string> {
  return await withApi(async (api) => {
    const known = (await api.workspaces.list({})).find(({ name }) => name === 'demo')
    if (known?.url === url) return 'demo is there'
    if (known) await api.workspaces.move({ name: 'demo', url })
    else await api.workspaces.add({ name: 'demo', system: 'partners-vrai', url, key, demoAccounts: accounts })
    return known ? `demo found again at ${url}` : 'demo added'
  })
}

async function withApi<T>(work: (api: ReturnType<typeof apiClient>) => Promise<T>): Promise<T> {
  const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'start') })
  try {
    return await work(apiClient((path, input) => engine.call(path, input)))
  } finally {
    await engine.close()
  }
}

/** Shows the console until the person is done with it: in a desktop window where that is possible. */
async function openConsole(runtime: Runtime, built: (had: boolean) => string): Promise<void> {
  if ('executable' in runtime) {
    await during('desktop', buildDesktop, built)
    const opened = performance.now()
    const code = await run(spawn(runtime.executable, [root, `--home=${home}`], { stdio: 'inherit' }))
    if (code === 0 || performance.now() - opened > STILLBORN) return
    say('desktop', `the window could not be opened (exit code ${code}); the console opens in the browser`)
  } else {
    say('desktop', `${runtime.missing}; the console opens in the browser`)
  }
  const args = [
    '--home',
    home,
    ...(options.port ? ['--port', options.port] : []),
    ...(options['no-open'] ? ['--no-open'] : []),
  ]
  // The channel between the two ends the console should this process be killed.
  const code = await run(fork(join(root, 'main/browser.ts'), args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }))
  if (code !== 0) process.exitCode = 1
}

async function run(child: ChildProcess): Promise<number | null> {
  children.push(child)
  const [code] = await once(child, 'exit')
  return code
}

/** The console first, then what it speaks to. */
async function stopAll(): Promise<void> {
  for (const child of children.reverse()) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.removeAllListeners('exit')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT)
    await ended
    clearTimeout(limit)
  }
}

const told = untilTold()
try {
  await Promise.race([start(), told])
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
await stopAll()
process.exit()
