import type { SheetRow } from '#main/sheet/sheet.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { RowProblem } from '#shared/contract/import.ts'
import { folded } from '#shared/lib/folded.ts'
import type { Request } from '#shared/model/entry.ts'
import type { WorkspaceHandle } from '../context.ts'
import { type CastRow, castValues } from './cast-values.ts'
import type { LabelKeys } from './find-labels.ts'
import { type FoundRow, findRows } from './find-rows.ts'
import { keyMaker } from './made-keys.ts'
import type { Planned, PlannedColumn } from './planned.ts'
import { badLabel, noKeyValue, notFound, rowProblem, twice, unreadable } from './row-problems.ts'

/** What is to be done for a row: a decision, nothing since it is there just so, or nothing since something is wrong. */
export type PlannedRow =
  | { readonly row: SheetRow; readonly request: Request }
  | { readonly row: SheetRow; readonly same: true }
  | { readonly row: SheetRow; readonly problems: readonly RowProblem[] }

/** Turns rows of a file into decisions, portion by portion and in order: it remembers what came before. */
export function rowPlanner(
  handle: WorkspaceHandle,
  planned: Planned,
  labels: ReadonlyMap<string, LabelKeys>,
  textOf: (planned: PlannedColumn, row: SheetRow) => string | null | undefined,
): (rows: readonly SheetRow[]) => Promise<PlannedRow[]> {
  const { columns, relation, by, keys, madeKey, way } = planned
  const makeKey = keyMaker(relation.relation)
  const firstLines = keys.map(() => new Map<string, number>())

  function translated(column: PlannedColumn, row: SheetRow): string | null | undefined | Problem {
    const text = textOf(column, row)
    const words = labels.get(column.column.name)
    if (words === undefined || !text) return text
    const found = words.get(folded(text.trim())) ?? []
    return found.length === 1 ? found[0] : badLabel(column, found.length)
  }

  function problemsOf(row: SheetRow, cells: readonly ReturnType<typeof translated>[], { values, wrong }: CastRow) {
    if (row.problem !== null) return [rowProblem(row, row.problem)]
    const own = columns.flatMap((column, at) => {
      const cell = cells[at]
      if (isProblem(cell)) return [rowProblem(row, cell, column)]
      return wrong.includes(column.column.name) ? [rowProblem(row, unreadable(column), column)] : []
    })
    if (own.length > 0) return own
    if (madeKey === null && by.some((name) => values[name] == null)) return [rowProblem(row, noKeyValue)]
    return keys.flatMap((key, at) => {
      const before = seenBefore(firstLines[at], key, values, row.line)
      const column = columns.find(({ column: { name } }) => name === key[0])
      return before === null ? [] : [rowProblem(row, twice(key, before), column)]
    })
  }

  return async (rows) => {
    const cells = rows.map((row) => columns.map((column) => translated(column, row)))
    const texts = cells.map((row) => row.map((cell) => (isProblem(cell) ? null : cell)))
    const cast = await castValues(handle, columns, texts)
    const read = rows.map((row, at) => {
      const { values, wrong } = cast[at] ?? { values: {}, wrong: [] }
      const given = withoutDefaults(columns, values)
      const problems = problemsOf(row, cells[at] ?? [], { values, wrong })
      return {
        row,
        problems,
        values: madeKey === null || problems.length > 0 ? given : { ...given, [madeKey]: makeKey(given) },
      }
    })
    const found = await findRows(
      handle,
      planned,
      read.map(({ values }) => values),
    )
    return read.map(({ row, problems, values }, at) => {
      const there = found[at] ?? null
      if (problems.length > 0) return { row, problems }
      if (there === null && way === 'update') return { row, problems: [rowProblem(row, notFound)] }
      if (there === null) return { row, request: { kind: 'insert', relation: relation.relation, values } }
      return changeOf(row, relation.relation, values, there, way === 'insert')
    })
  }
}

function changeOf(
  row: SheetRow,
  relation: string,
  values: CastRow['values'],
  { key, differs }: FoundRow,
  only: boolean,
): PlannedRow {
  if (only || differs.length === 0) return { row, same: true }
  const set = Object.fromEntries(differs.map((name) => [name, values[name] ?? null]))
  return { row, request: { kind: 'update', relation, key, set } }
}

/** Nothing, for a column that must hold something and has a default, means the default. */
function withoutDefaults(columns: readonly PlannedColumn[], values: CastRow['values']): CastRow['values'] {
  const left = columns.flatMap(({ column }) => (!column.nullable && column.hasDefault ? [column.name] : []))
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== null || !left.includes(name)))
}

/** The line that had the same values of a unique key before; nothing is ever the same as nothing. */
function seenBefore(
  lines: Map<string, number> | undefined,
  key: readonly string[],
  values: CastRow['values'],
  line: number,
): number | null {
  if (key.some((name) => values[name] == null)) return null
  const text = JSON.stringify(key.map((name) => values[name]))
  const before = lines?.get(text) ?? null
  if (before === null) lines?.set(text, line)
  return before
}

function isProblem(cell: string | null | undefined | Problem): cell is Problem {
  return typeof cell === 'object' && cell !== null
}
