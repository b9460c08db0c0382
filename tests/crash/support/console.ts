import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'
import type { Reply } from '#shared/contract/contract.ts'
import type { TestCloud } from '#tests/support/cloud.ts'
import { testTemplates } from '#tests/support/templates.ts'

const CLOCK = new URL('../../support/machine-clock-process.ts', import.meta.url).href
const SCRIPT = fileURLToPath(new URL('./console-process.ts', import.meta.url))

export const workspace = 'pv'

export type Call = readonly [path: string, input?: Record<string, unknown>]

export interface Ended {
  readonly signal: NodeJS.Signals | null
  /** The answers that it gave before it ended. */
  readonly replies: readonly Reply[]
}

export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'outpost-crash-'))
  mkdirSync(testTemplates, { recursive: true })
  symlinkSync(testTemplates, join(home, 'templates'))
  return home
}

/** A machine that is not as this one. */
export interface Machine {
  /** Milliseconds that its clock is ahead; after a slash, how many readings pass between two jumps there and back. */
  readonly clock?: string
  readonly zone?: string
}

/**
 * Runs calls in a fresh process.
 * @param crashAt the step at which it kills itself, `point` or `point:n`
 */
export async function runConsole(
  home: string,
  calls: readonly Call[],
  crashAt?: string,
  machine: Machine = {},
): Promise<Ended> {
  const inWorkspace = calls.map(([path, input]) => [path, { workspace, ...input }])
  const { OUTPOST_CRASH_AT: _, ...env } = process.env
  const { clock, zone } = machine
  const preload = clock === undefined ? [] : ['--import', CLOCK]
  const child = spawn(process.execPath, [...preload, SCRIPT, home, JSON.stringify(inWorkspace)], {
    env: {
      ...env,
      ...(crashAt !== undefined && { OUTPOST_CRASH_AT: crashAt }),
      ...(clock !== undefined && { OUTPOST_CLOCK: clock }),
      ...(zone !== undefined && { TZ: zone }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (bytes) => {
    text += bytes
  })
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
  const replies = text.split('\n').filter(Boolean)
  return { signal, replies: replies.map((line) => JSON.parse(line) as Reply) }
}

/** Like `runConsole`, for calls that must all go well: a fresh console, in this process, which opens it far sooner. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the calls answer
export async function answersOf(home: string, ...calls: Call[]): Promise<any[]> {
  const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'engine'), background: false })
  const answers: unknown[] = []
  try {
    for (const [path, input] of calls) {
      const reply = await engine.call(path, { workspace, ...input })
      if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
      answers.push(reply.value)
    }
  } finally {
    await engine.close()
  }
  return answers
}

type Account = Pick<TestCloud['accounts'][number], 'email' | 'password' | 'role'>

/** The calls that make a workspace and sign the agent in. */
export function joining(cloud: Pick<TestCloud, 'url' | 'key'> & { accounts: readonly Account[] }): Call[] {
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  if (agent === undefined) throw new Error('There is no agent.')
  return [
    ['workspaces.add', { name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key }],
    ['session.signIn', { email: agent.email, password: agent.password }],
  ]
}

/** A message to a client: nothing on the server forbids a second one, so that a decision sent twice shows. */
export function message(dossier: string, words: string): Call {
  return [
    'entries.submit',
    { request: { kind: 'call', function: 'send_message', args: { p_dossier_id: dossier, p_body: words } } },
  ]
}
