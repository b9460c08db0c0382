import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from '../../../scripts/root.ts'

export interface BrowserProcess {
  readonly address: string
  readonly origin: string
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** The console at a loopback address, in a process group of its own, as a person would have started it. */
export async function startBrowserProcess(home: string, port = 0): Promise<BrowserProcess> {
  const child = spawn(
    process.execPath,
    [join(root, 'main/browser.ts'), '--home', home, '--port', String(port), '--no-open'],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  )
  const ended = once(child, 'exit')
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text))
  const first = await Promise.race([line, ended.then(([code]) => Promise.reject(new Error(`It ended with ${code}.`)))])
  const address = first.replace('Outpost is open at ', '')
  return {
    address,
    origin: new URL(address).origin,
    child,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
