import type { Outcome } from '#main/mirror/rehearse.ts'
import { BATCH_NAMED, type BatchPreview, type BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { RowLabels } from '#shared/contract/rows.ts'
import { catalogueOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { readDeletion } from '../record/deletion.ts'
import { titleOf } from '../record/read-record.ts'
import { labelsFor } from '../rows/labels.ts'
import { chosenKeys } from './chosen.ts'
import { decisionsFor, type RowDecision } from './decisions.ts'
import { onField } from './on-field.ts'
import { cellsOf, type LookedAt, wholeRowsSql } from './rows-of.ts'

/** Rows of one rehearsal: whoever works meanwhile waits no longer than for these. */
const CHUNK = 50
/** Rows of which it is shown what would become of them. */
const SHOWN = 12

interface Options {
  readonly handle: WorkspaceHandle
  readonly relation: Relation
  readonly work: BatchWork
  readonly onProgress: (done: number, total: number) => Promise<void>
  readonly signal: AbortSignal
}

/**
 * What a batch would do: the rows are tried out a few at a time, each few upon the rows as they are. What only shows
 * between rows of different tries, such as a value that may be there once, is found when the batch is applied.
 */
export async function previewBatch(options: Options): Promise<BatchPreview> {
  const { handle, relation, work, onProgress, signal } = options
  const keys = await chosenKeys(handle, relation, work)
  const consequences =
    work.kind === 'delete' ? (await readDeletion(handle, { relation: relation.relation, keys })).consequences : []
  const sum: BatchPreview = {
    total: keys.length,
    changing: 0,
    unchanged: 0,
    onlyServer: 0,
    first: [],
    labels: {},
    refused: [],
    refusedTotal: 0,
    consequences,
  }
  await onProgress(0, keys.length)
  for (let at = 0; at < keys.length; at += CHUNK) {
    signal.throwIfAborted()
    const some = keys.slice(at, at + CHUNK)
    const decisions = await decisionsFor(handle, relation, work, some)
    const trials = decisions.flatMap((decision) => ('trial' in decision ? [decision.trial] : []))
    const { before, after, outcomes } = await handle.rehearse<LookedAt>(trials, wholeRowsSql(relation, some))
    const rows = { before: byKey(before), after: byKey(after) }
    const left = [...outcomes]
    for (const decision of decisions) add(sum, relation, decision, 'trial' in decision ? left.shift() : undefined, rows)
    await onProgress(at + some.length, keys.length)
  }
  return { ...sum, labels: await labelsOfShown(handle, relation, sum.first) }
}

/** Words for the values that are shown. */
async function labelsOfShown(
  handle: WorkspaceHandle,
  relation: Relation,
  first: BatchPreview['first'],
): Promise<RowLabels> {
  const rows = first.flatMap(({ changes }) =>
    changes.flatMap(({ column, before, after }) => [{ cells: { [column]: before } }, { cells: { [column]: after } }]),
  )
  return labelsFor(handle, await catalogueOf(handle), relation, rows)
}

interface Rows {
  readonly before: ReadonlyMap<string, LookedAt>
  readonly after: ReadonlyMap<string, LookedAt>
}

function add(
  sum: BatchPreview,
  relation: Relation,
  decision: RowDecision,
  outcome: Outcome | undefined,
  { before, after }: Rows,
): void {
  const { key } = decision
  const now = cellsOf(relation, before.get(key))
  const problem = problemOf(decision, outcome)
  if ('unchanged' in decision) {
    sum.unchanged += 1
  } else if (problem) {
    sum.refusedTotal += 1
    if (sum.refused.length < BATCH_NAMED) sum.refused.push({ key, title: titleOf(relation, now), problem, now })
  } else {
    sum.changing += 1
    if (outcome?.onlyServer) sum.onlyServer += 1
    if (sum.first.length >= SHOWN) return
    const then = cellsOf(relation, after.get(key))
    const changed = relation.columns.filter(({ name }) => name in then && now[name] !== then[name])
    sum.first.push({
      key,
      title: titleOf(relation, now),
      changes: changed.map(({ name }) => ({ column: name, before: now[name] ?? null, after: then[name] ?? null })),
    })
  }
}

function problemOf(decision: RowDecision, outcome: Outcome | undefined): Problem | null {
  if ('problem' in decision) return decision.problem
  if (!('trial' in decision) || !outcome?.problem) return null
  return onField(outcome.problem, decision.trial.request)
}

function byKey(rows: readonly LookedAt[]): Map<string, LookedAt> {
  return new Map(rows.map((row) => [row.key, row]))
}
