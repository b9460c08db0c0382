import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Journal } from '#main/journal/journal.ts'
import type { Reply } from '#shared/contract/contract.ts'
import type { EntryView } from '#shared/contract/entries.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { TestCloud } from '#tests/support/cloud.ts'
import { answersOf, workspace } from './console.ts'
import type { Random } from './damage.ts'

const SCRIPT = fileURLToPath(new URL('./busy-process.ts', import.meta.url))

export interface Toll {
  readonly kills: number
  /** Of these, before the console was open. */
  readonly whileOpening: number
  readonly acknowledged: number
  /** Decisions that were called saved and are not in the journal. */
  readonly lost: readonly string[]
  /** Decisions of the journal that are on the server not at all, or more than once. */
  readonly notOnce: readonly string[]
  /** Messages on the server that no journal knows. */
  readonly strangers: readonly string[]
  /** Openings that failed, each with why. */
  readonly failedOpens: readonly string[]
  /** How often a second opening of the same folder was tried, and how often it was refused. */
  readonly second: { readonly tried: number; readonly refused: number }
  readonly sound: boolean
}

interface Life {
  readonly opened: boolean
  readonly saved: readonly { readonly id: string; readonly body: string }[]
  readonly failures: readonly string[]
  readonly second: boolean | null
}

/**
 * Kills a busy console again and again, at moments that nobody chose, with the files left as they fall.
 * @param home a home whose workspace has signed in and synced once
 */
export async function killOften(
  cloud: TestCloud,
  home: string,
  kills: number,
  random: Random,
  onKill: (done: number) => void = () => undefined,
): Promise<Toll> {
  const [dossier] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  const mark = `kill ${Math.floor(random() * 1e9)}`
  const lives: Life[] = []
  for (let n = 0; n < kills; n += 1) {
    lives.push(await oneLife(home, dossier?.id ?? '', `${mark}.${n}`, random))
    onKill(lives.length)
  }
  return count(cloud, home, mark, lives)
}

async function oneLife(home: string, dossier: string, mark: string, random: Random): Promise<Life> {
  const child = spawn(process.execPath, [SCRIPT, home, dossier, mark], { stdio: ['ignore', 'pipe', 'inherit'] })
  const saved: { id: string; body: string }[] = []
  const failures: string[] = []
  let opened = false
  let second: boolean | null = null
  // Some die before they have said anything; the others after so many lines, and then some time more.
  const lines = random() < 0.2 ? 0 : Math.ceil(random() * 12)
  if (lines === 0) void setTimeout(random() * 2_000).then(() => child.kill('SIGKILL'))
  let heard = 0
  for await (const line of createInterface(child.stdout)) {
    const said = JSON.parse(line) as { opened?: Reply; saved?: Reply; body: string }
    const reply = said.opened ?? said.saved
    if (!reply?.ok) failures.push(`${mark}: ${JSON.stringify(reply)}`)
    else if (said.opened) opened = true
    else saved.push({ id: (reply.value as { id: string }).id, body: said.body })
    heard += 1
    if (heard === lines) {
      if (random() < 0.3) second = isRefused(home)
      void setTimeout(random() * 60).then(() => child.kill('SIGKILL'))
    }
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  if (child.signalCode !== 'SIGKILL') failures.push(`${mark}: ended by itself with ${child.exitCode}`)
  return { opened, saved, failures, second }
}

/** Whether another process can not open what one has open. */
function isRefused(home: string): boolean {
  try {
    Journal.open(join(home, 'workspaces', workspace, 'journal.db')).close()
    return false
  } catch (error) {
    if (error instanceof OutpostError) return error.code === 'workspace_locked'
    throw error
  }
}

async function count(cloud: TestCloud, home: string, mark: string, lives: readonly Life[]): Promise<Toll> {
  const [, , doctor] = await answersOf(home, ['sync.now'], ['sync.now'], ['tools.doctor'])
  const journal = Journal.open(join(home, 'workspaces', workspace, 'journal.db'))
  const entries = journal.page('all', 1_000_000, Number.MAX_SAFE_INTEGER).entries
  journal.close()
  const bodies = new Map(entries.map((entry) => [entry.id, bodyOf(entry)]))
  const rows = await cloud.sql<{ body: string }>('select body from public.messages where body like $1', [`${mark}%`])
  const times = new Map<string, number>()
  for (const { body } of rows) times.set(body, (times.get(body) ?? 0) + 1)
  const own = [...bodies.values()].filter((body) => body.startsWith(mark))
  const saved = lives.flatMap((life) => life.saved)
  const tried = lives.filter(({ second }) => second !== null)
  return {
    kills: lives.length,
    whileOpening: lives.filter(({ opened }) => !opened).length,
    acknowledged: saved.length,
    lost: saved.filter(({ id, body }) => bodies.get(id) !== body).map(({ body }) => body),
    notOnce: own.filter((body) => times.get(body) !== 1),
    strangers: [...times.keys()].filter((body) => !own.includes(body)),
    failedOpens: lives.flatMap(({ failures }) => failures),
    second: { tried: tried.length, refused: tried.filter(({ second }) => second).length },
    sound: doctor.sound,
  }
}

function bodyOf({ operation }: Pick<EntryView, 'operation'>): string {
  return operation.kind === 'call' ? String(operation.args.p_body) : ''
}
