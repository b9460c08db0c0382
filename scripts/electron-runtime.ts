import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** The desktop runtime, or why the console opens in the browser instead. */
export type Runtime = { readonly executable: string } | { readonly missing: string }

const folder = join(root, 'node_modules/electron')

/**
 * Finds Electron's runtime, or fetches it. A fetch that takes longer than `limit` goes on in the background, for the
 * next start. Milliseconds.
 */
export async function electronRuntime(limit: number): Promise<Runtime> {
  const unfit = unfitMachine()
  if (unfit) return { missing: unfit }
  const here = installed()
  if (here) return { executable: here }
  const failure = await fetchRuntime(limit)
  const fetched = installed()
  return fetched ? { executable: fetched } : { missing: failure ?? 'the desktop window’s runtime could not be fetched' }
}

/** The runtime that is on this machine already, or null. */
export function installed(): string | null {
  const pathFile = join(folder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

function unfitMachine(): string | null {
  if (process.platform !== 'linux') return null
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display for a desktop window'
  return process.getuid?.() === 0 ? 'a desktop window can’t be opened as root' : null
}

async function fetchRuntime(limit: number): Promise<string | null> {
  const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (part) => {
    complaint += part
  })
  process.once('exit', () => child.kill())
  const { promise, resolve } = Promise.withResolvers<string | null>()
  const timer = setTimeout(() => {
    child.unref()
    resolve('the desktop window’s runtime is still being fetched; it is used once it is here')
  }, limit)
  child.once('error', (error) => resolve(`the desktop window’s runtime could not be fetched (${error.message})`))
  child.once('exit', (code) => {
    const reason =
      complaint
        .split('\n')[0]
        ?.replace(/^\w*Error: /, '')
        .trim() || `exit code ${code}`
    resolve(code === 0 ? null : `the desktop window’s runtime could not be fetched (${reason})`)
  })
  const failure = await promise
  clearTimeout(timer)
  return failure
}
