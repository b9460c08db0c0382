import type { Problem } from '#shared/contract/errors.ts'
import type { StagedRow } from './staging.ts'

/** How a staged cell stands: written · refused · somebody else has changed it since. */
export type CellState =
  | { readonly state: 'changed' }
  | { readonly state: 'refused'; readonly problem: Problem }
  | { readonly state: 'overtaken'; readonly now: string | null }

/**
 * @param shown what the list has in the cell now, where that is the whole value
 */
export function cellState(
  { cells, problem, now }: StagedRow,
  column: string,
  shown: string | null | undefined,
): CellState {
  const staged = cells[column]
  if (staged && shown !== undefined && shown !== staged.seen) return { state: 'overtaken', now: shown }
  if (!problem) return { state: 'changed' }
  if (problem.code === 'conflict') {
    const there = now?.[column] ?? null
    return there === staged?.seen ? { state: 'changed' } : { state: 'overtaken', now: there }
  }
  // A reason that names no column of the row is about all that was written in it.
  const isElsewhere = problem.field !== undefined && problem.field !== column && problem.field in cells
  return isElsewhere ? { state: 'changed' } : { state: 'refused', problem }
}
