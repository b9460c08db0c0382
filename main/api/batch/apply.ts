import type { Trial } from '#main/mirror/rehearse.ts'
import { BATCH_NAMED, type BatchApplied, type BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { OutpostError, type Problem } from '#shared/contract/errors.ts'
import type { WorkspaceHandle } from '../context.ts'
import { titleOf } from '../record/read-record.ts'
import { chosenKeys } from './chosen.ts'
import { decisionsFor } from './decisions.ts'
import { onField } from './on-field.ts'
import { cellsOf, type LookedAt, wholeRowsSql } from './rows-of.ts'

/** Rows whose decisions are made out at once. */
const CHUNK = 50
/** What concerns every row alike: there is no use in going on. */
const FOR_ALL: readonly string[] = ['disk_full', 'journal_damaged', 'mirror_damaged', 'signed_out']

interface Options {
  readonly handle: WorkspaceHandle
  readonly relation: Relation
  readonly work: BatchWork
  /** Takes one decision for good. @returns the entry's id */
  readonly submit: (trial: Trial) => Promise<string>
  readonly onProgress: (done: number, total: number) => Promise<void>
  readonly signal: AbortSignal
}

/** Decides row by row, each an entry of its own. A row that is refused holds back no other. */
export async function applyBatch(options: Options): Promise<BatchApplied> {
  const { handle, relation, work, submit, onProgress, signal } = options
  const keys = await chosenKeys(handle, relation, work)
  const sum: BatchApplied = { saved: [], unchanged: 0, refused: [], refusedTotal: 0, stopped: false }
  let done = 0
  await onProgress(done, keys.length)
  for (let at = 0; at < keys.length; at += CHUNK) {
    for (const decision of await decisionsFor(handle, relation, work, keys.slice(at, at + CHUNK))) {
      if (signal.aborted) return { ...sum, stopped: true }
      if ('unchanged' in decision) sum.unchanged += 1
      else if ('problem' in decision) await refuse(handle, relation, sum, decision.key, decision.problem)
      else await decide(decision.key, decision.trial)
      done += 1
      await onProgress(done, keys.length)
    }
  }
  return sum

  async function decide(key: string, trial: Trial): Promise<void> {
    try {
      sum.saved.push({ key, entry: await submit(trial) })
    } catch (error) {
      if (!(error instanceof OutpostError) || FOR_ALL.includes(error.code)) throw error
      // Another deletion of the batch has taken it along.
      if (work.kind === 'delete' && error.code === 'not_found') sum.unchanged += 1
      else await refuse(handle, relation, sum, key, onField(error.problem, trial.request))
    }
  }
}

async function refuse(
  handle: WorkspaceHandle,
  relation: Relation,
  sum: BatchApplied,
  key: string,
  problem: Problem,
): Promise<void> {
  sum.refusedTotal += 1
  if (sum.refused.length >= BATCH_NAMED) return
  const { sql, params } = wholeRowsSql(relation, [key])
  const now = cellsOf(relation, (await handle.reader.read<LookedAt>(sql, params))[0])
  sum.refused.push({ key, title: titleOf(relation, now), problem, now })
}
