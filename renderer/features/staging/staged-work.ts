import type { BatchApplied, BatchPreview, BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { NotJson, requestValues } from '../forms/values.ts'
import type { StagedRow, Staging } from './staging.ts'

type Cells = Extract<BatchWork, { kind: 'cells' }>

/** Staged cells as decisions, and the rows whose text can't be one. */
export function stagedWork(
  relation: Relation,
  staging: Staging,
): { readonly work: Cells; readonly unread: Readonly<Record<string, Problem>> } {
  const unread: Record<string, Problem> = {}
  const rows = Object.entries(staging).flatMap(([key, { cells }]): Cells['rows'] => {
    const draft = Object.fromEntries(Object.entries(cells).map(([name, { value }]) => [name, value]))
    const seen = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell.seen]))
    try {
      return [{ key, set: requestValues(relation.columns, draft), seen }]
    } catch (error) {
      if (!(error instanceof NotJson)) throw error
      unread[key] = { code: 'bad_request', message: error.message, field: error.field, reason: 'value.not_json' }
      return []
    }
  })
  return { work: { kind: 'cells', rows }, unread }
}

/** The staged rows with what was said of each when they were tried. */
export function withAnswers(
  staging: Staging,
  { refused }: Pick<BatchPreview | BatchApplied, 'refused'>,
  unread: Readonly<Record<string, Problem>>,
): Staging {
  const answered = Object.entries(staging).map(([key, { title, cells }]): [string, StagedRow] => {
    const answer = refused.find((row) => row.key === key)
    const problem = answer?.problem ?? unread[key]
    const now = answer && Object.fromEntries(Object.entries(answer.now).filter(([name]) => name in cells))
    return [key, { title, cells, ...(problem ? { problem } : {}), ...(now ? { now } : {}) }]
  })
  return Object.fromEntries(answered)
}

/** Goes on from what is there now: the staged values are kept, in sight of what somebody else has written. */
export function onWhatIsThere(row: StagedRow, now: Readonly<Record<string, string | null>>): StagedRow {
  const cells = Object.entries(row.cells).map(([name, cell]) => [
    name,
    name in now ? { ...cell, seen: now[name] ?? null } : cell,
  ])
  return { title: row.title, cells: Object.fromEntries(cells) }
}
