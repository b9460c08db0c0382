import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { say } from './progress.ts'
import { root } from './root.ts'

const ready = z.object({ url: z.string() })
const message = z.object({
  progress: z.object({ phase: z.enum(['database', 'schema', 'rows']), done: z.number(), total: z.number() }),
})
export type CloudProgress = z.infer<typeof message>['progress']

export interface DemoCloud {
  readonly child: ChildProcess
  /** Its address, once it answers. @throws Error with the cloud's own sentence when it can't start */
  readonly url: Promise<string>
}

/** Starts a demo cloud in a process of its own, which ends with this one. */
export function startDemoCloud(home: string, system: string, onProgress: (progress: CloudProgress) => void): DemoCloud {
  const args = ['--home', home, 'cloud', 'start', '--system', system]
  const child = fork(join(root, 'main/cli.ts'), args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const { promise: url, resolve, reject } = Promise.withResolvers<string>()
  let last = 'it ended without a word'
  child.on('message', (told) => onProgress(message.parse(told).progress))
  if (child.stdout)
    createInterface({ input: child.stdout }).once('line', (line) => resolve(ready.parse(JSON.parse(line)).url))
  if (child.stderr)
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line.replace(/^error: /, '')
      say(system, last)
    })
  child.once('error', reject)
  // Not at its exit: its last words may still be on their way then.
  child.once('close', () => reject(new Error(last)))
  return { child, url }
}
