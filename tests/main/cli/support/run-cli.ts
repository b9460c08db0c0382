import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../../../main/cli.ts', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts a command as a shell would, in a home folder of its own. */
function startCli(home: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const { OUTPOST_HOME: _, OUTPOST_PASSWORD: __, ...clean } = process.env
  return spawn(process.execPath, [cli, ...args], { env: { ...clean, OUTPOST_HOME: home, ...env } })
}

/** Runs a command to its end; `input` is what the person types. */
export async function runCli(home: string, args: readonly string[], input = ''): Promise<Ran> {
  const child = startCli(home, args)
  let [out, err] = ['', '']
  child.stdout?.on('data', (part) => {
    out += part
  })
  child.stderr?.on('data', (part) => {
    err += part
  })
  child.stdin?.end(input)
  const [code] = await once(child, 'close')
  return { code, out, err }
}
