import type { Outcome } from '#main/mirror/rehearse.ts'
import type { Replica } from '#main/sync/replica.ts'
import { submitRows } from '#main/sync/submit-rows.ts'
import type { ImportReport, RowProblem } from '#shared/contract/import.ts'
import type { Request } from '#shared/model/entry.ts'
import type { WorkspaceHandle } from '../context.ts'
import { fileValue } from './file-value.ts'
import { findLabels } from './find-labels.ts'
import type { OpenFile } from './import-files.ts'
import { type PlannedRow, rowPlanner } from './plan-rows.ts'
import type { Planned } from './planned.ts'
import { rowProblem } from './row-problems.ts'

/** Rows of one portion: few enough that whoever works meanwhile does not notice. */
const PORTION = 100

export interface ImportRun {
  readonly handle: WorkspaceHandle
  readonly replica: Replica
  readonly file: OpenFile
  readonly planned: Planned
  /** For good, or taken back again. */
  readonly forGood: boolean
  readonly signal: AbortSignal
  /** Told of each decision that is taken for good. */
  saved(entry: string): void
  tell(done: number): void
}

type Report = Omit<ImportReport, 'entries'>

interface Found {
  report: Report
  readonly problems: RowProblem[]
}

/**
 * Takes the rows of a file through the mirror, portion by portion, as the person and under all rules.
 * @returns what became of them, or would, and everything that is wrong
 */
export async function runImport(run: ImportRun): Promise<Found> {
  const { handle, replica, file, planned, forGood, signal } = run
  const textOf = fileValue(file, handle.manifest, planned.relation.relation)
  const labels = await findLabels(handle, planned.columns, (column) => file.rows.map((row) => textOf(column, row)))
  const plan = rowPlanner(handle, planned, labels, textOf)
  const found: Found = { report: nothingYet(planned), problems: [] }
  const portion = forGood ? PORTION : trialPortion(planned, file.rows.length)
  for (let at = 0; at < file.rows.length; at += portion) {
    if (signal.aborted) return { ...found, report: { ...found.report, stopped: true } }
    const rows = await plan(file.rows.slice(at, at + portion))
    const requests = rows.flatMap((row) => ('request' in row ? [row.request] : []))
    const outcomes = forGood ? await submitRows(replica, requests, run.saved) : await tried(handle, requests)
    for (const row of rows) note(found, planned, row, 'request' in row ? outcomes.shift() : undefined)
    run.tell(found.report.rows)
    // Whoever asks for something else meanwhile has their turn.
    await new Promise(setImmediate)
  }
  return found
}

async function tried(handle: WorkspaceHandle, requests: readonly Request[]): Promise<Outcome[]> {
  const trials = requests.map((request) => ({ request, seen: null }))
  return [...(await handle.rehearse(trials, null)).outcomes]
}

/** A trial is taken back after each portion: rows that refer to other rows of their table must be tried with these. */
function trialPortion({ relation }: Planned, rows: number): number {
  const isTree = relation.references.some(({ target }) => target === relation.relation)
  return isTree ? Math.max(PORTION, rows) : PORTION
}

function note(found: Found, planned: Planned, row: PlannedRow, outcome: Outcome | undefined): void {
  const { report } = found
  const problems = 'problems' in row ? row.problems : outcome?.problem ? [refusalOf(planned, row, outcome.problem)] : []
  found.problems.push(...problems)
  const taken = 'request' in row && problems.length === 0 ? row.request : null
  found.report = {
    ...report,
    rows: report.rows + 1,
    bad: report.bad + (problems.length > 0 ? 1 : 0),
    same: report.same + ('same' in row ? 1 : 0),
    inserts: report.inserts + kindCount(taken, 'insert'),
    updates: report.updates + kindCount(taken, 'update'),
    leftToServer: report.leftToServer + (outcome?.onlyServer ? 1 : 0),
    lines: taken === null ? report.lines : { first: report.lines?.first ?? row.row.line, last: row.row.line },
  }
}

function kindCount(request: Request | null, kind: Request['kind']): number {
  return request?.kind === kind ? 1 : 0
}

function refusalOf(planned: Planned, { row }: PlannedRow, problem: RowProblem['problem']): RowProblem {
  return rowProblem(
    row,
    problem,
    planned.columns.find(({ column }) => column.name === problem.field),
  )
}

function nothingYet({ way, madeKey, keys }: Planned): Report {
  const doubles = way === 'insert' && madeKey === null && keys.length === 0
  const none = { rows: 0, inserts: 0, updates: 0, same: 0, bad: 0, leftToServer: 0 }
  return { ...none, lines: null, stopped: false, doubles }
}
