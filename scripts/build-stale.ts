import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { root } from './root.ts'

export interface Build {
  /** The file that says from which sources the output was built. */
  readonly stamp: string
  /** One file of the output, without which it is certainly not there. */
  readonly output: string
  /** Files and folders that the output is made of. */
  readonly sources: readonly string[]
  run(): Promise<void>
}

const screens: Build = {
  stamp: 'out/renderer.built',
  output: 'out/renderer/index.html',
  sources: ['renderer', 'preload', 'shared', 'package-lock.json'],
  async run() {
    const { build } = await import('vite')
    await build({ configFile: join(root, 'renderer/vite.config.ts'), logLevel: 'warn' })
  },
}

const desktop: Build = {
  stamp: 'out/desktop.built',
  output: 'out/main/electron.js',
  sources: ['main', 'preload', 'shared', 'electron.vite.config.ts', 'package-lock.json'],
  async run() {
    const { build } = await import('electron-vite')
    await build({ root, logLevel: 'warn', ignoreConfigWarning: true })
  },
}

/** Builds the screens when their sources have changed since they were built; true when it had to. */
export async function buildScreens(): Promise<boolean> {
  return await buildIfStale(screens)
}

/** Builds the desktop app, screens included, when its sources have changed; true when it had to. */
export async function buildDesktop(): Promise<boolean> {
  const screensHad = await buildScreens()
  return (await buildIfStale(desktop)) || screensHad
}

/** Runs a build of the project in `folder` unless its output was made of just these sources; true when it ran. */
export async function buildIfStale({ stamp, output, sources, run }: Build, folder = root): Promise<boolean> {
  const file = join(folder, stamp)
  const now = await fingerprint(sources.map((source) => join(folder, source)))
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === now && existsSync(join(folder, output))) return false
  // A build that is cut off must not look like one that ended.
  await rm(file, { force: true })
  await undisturbed(run)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, now)
  return true
}

/** Builders set NODE_ENV for good, and what this process starts afterwards would take it over. */
async function undisturbed(run: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV
  try {
    await run()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

async function fingerprint(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of await filesOf(source)) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex')
}

async function filesOf(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
