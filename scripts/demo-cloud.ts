import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { demoAccount } from '#shared/contract/workspaces.ts'
import { say } from './progress.ts'
import { root } from './root.ts'

const ready = z.object({ url: z.string(), key: z.string(), accounts: z.array(demoAccount) })
export type DemoCloud = z.infer<typeof ready> & { readonly child: ChildProcess }

/**
 * Starts the demo cloud in a process of its own, which ends with this one.
 * @throws Error with the cloud's own sentence when it can't start
 */
export async function startDemoCloud(home: string): Promise<DemoCloud> {
  const args = ['--home', home, 'cloud', 'start', '--system', 'partners-vrai']
  const child = fork(join(root, 'main/cli.ts'), args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const { promise, resolve, reject } = Promise.withResolvers<DemoCloud>()
  let last = 'it ended without a word'
  if (child.stdout) createInterface({ input: child.stdout }).once('line', (line) => resolve({ ...parse(line), child }))
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line.replace(/^error: /, '')
      say('demo cloud', last)
    })
  child.once('error', reject)
  child.once('exit', () => reject(new Error(`The demo cloud could not start: ${last}`)))
  return await promise
}

function parse(line: string): z.infer<typeof ready> {
  return ready.parse(JSON.parse(line))
}
