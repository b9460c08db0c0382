import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apiClient } from '#main/cli/api-client.ts'
import { reserveCloud } from '#main/demo/reserve-cloud.ts'
import { demoSystems } from '#main/demo/seed.ts'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { homeFolder } from '#main/host/home.ts'
import { openLog } from '#main/host/log.ts'
import { untilTold } from '#main/host/until-told.ts'
import { buildDesktop, buildScreens } from './build-stale.ts'
import { DemoClouds } from './demo-clouds.ts'
import { openDemoDoor } from './demo-door.ts'
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
const consoles: ChildProcess[] = []
const clouds = new DemoClouds(home)

/** From a fresh clone to the open console: build, an entry for each demo, window. No cloud runs before it is opened. */
async function start(): Promise<void> {
  const built = (had: boolean) => (had ? 'built' : 'up to date')
  const [runtime, door] = await Promise.all([
    options.browser ? { missing: 'asked for the browser' } : electronRuntime(FETCH_LIMIT),
    openDemoDoor(demoSystems, (system, again) => clouds.ask(system, again)),
    during('demos', offerDemos, (added) => `${demoSystems.length} offered, ${added} of them new`),
    during('screens', buildScreens, built),
  ])
  process.env.OUTPOST_DEMO_DOOR = door.address
  say('ready', `after ${elapsed()}, kept in ${home}`)
  await openConsole(runtime, built)
}

/** An entry for each system that has none yet. @returns how many were added */
async function offerDemos(): Promise<number> {
  return await withApi(async (api) => {
    const known = await api.workspaces.list({})
    const missing = demoSystems.filter(
      (system) => !known.some((workspace) => workspace.system === system && workspace.demoAccounts),
    )
    for (const system of missing) {
      const { url, key, accounts } = await reserveCloud(system, join(home, 'cloud', system))
      const taken = known.some(({ name }) => name === system)
      await api.workspaces.add({
        name: taken ? `${system}-demo` : system,
        system,
        url,
        key,
        demoAccounts: [...accounts],
      })
    }
    return missing.length
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
  consoles.push(child)
  const [code] = await once(child, 'exit')
  return code
}

/** The console first, then what it speaks to. */
async function stopAll(): Promise<void> {
  for (const child of [...consoles, ...clouds.children]) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.removeAllListeners('exit').removeAllListeners('close')
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
