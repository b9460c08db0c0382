import { OutpostError } from '#shared/contract/errors.ts'
import type { Request } from '#shared/model/entry.ts'
import { type Client, workspace } from './client.ts'
import type { Run } from './run.ts'

export type Values = Extract<Request, { kind: 'insert' }>['values']
type CallArgs = Extract<Request, { kind: 'call' }>['args']

/** Answers that a person may get to a click, and that leave nothing behind. */
const ANSWERS = ['refused', 'conflict', 'not_found', 'signed_out', 'mirror_damaged']
const NOTHING_TO_READ = ['signed_out', 'mirror_damaged']

export async function write(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const args = { p_dossier_id: random.pick(pools.dossiers), p_body: run.word(), p_message_id: random.uuid() }
  return call(client, 'send_message', args)
}

export async function giveUp({ random }: Run, client: Client): Promise<string> {
  const { entries } = await client.api.outbox.list({ workspace, limit: 500 })
  if (entries.length === 0) return 'none'
  const { id, seq } = random.pick(entries)
  const undone = await answerOf(() => client.api.entries.undo({ workspace, id }))
  // Whether it can still be undone is a question of seconds; whether it can be discarded is not.
  return `${seq} ${undone === 'saved' ? undone : await answerOf(() => client.api.outbox.discard({ workspace, id }))}`
}

export function change(client: Client, relation: string, id: string, set: Values): Promise<string> {
  return submit(client, { kind: 'update', relation, key: { id }, set })
}

export function call(client: Client, name: string, args: CallArgs): Promise<string> {
  return submit(client, { kind: 'call', function: name, args })
}

export async function submit(client: Client, request: Request): Promise<string> {
  return answerOf(async () => {
    const { id } = await client.api.entries.submit({ workspace, request })
    client.known.saved.set(id, request)
  })
}

export async function answerOf(work: () => Promise<unknown>): Promise<string> {
  return answered(ANSWERS, async () => {
    await work()
    return 'saved'
  })
}

/** A step that reads before it decides may find that there is nothing to read. */
export function whatBecomesOf(step: () => Promise<string>): Promise<string> {
  return answered(NOTHING_TO_READ, step)
}

async function answered(answers: readonly string[], work: () => Promise<string>): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OutpostError) || !answers.includes(error.code)) throw error
    return `${error.code} ${error.problem.reason ?? ''}`.trimEnd()
  }
}
