import type { SheetRow } from '#main/sheet/sheet.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { RowProblem } from '#shared/contract/import.ts'
import type { PlannedColumn } from './planned.ts'

/** How a value of each kind must be written, where that can be said. */
const KINDS: Readonly<Record<string, string>> = {
  number: 'import.not_number',
  boolean: 'import.not_boolean',
  date: 'import.not_date',
  timestamp: 'import.not_time',
  uuid: 'import.not_uuid',
  json: 'import.not_json',
  array: 'import.not_list',
}

/** The text of the file that a column of the table is filled with, for this row. */
export function cellOf({ source }: PlannedColumn, row: SheetRow): string | null | undefined {
  return source.from === 'fixed' ? source.value : row.cells[source.column]
}

/** What is wrong with a row, about a column of it or the whole. */
export function rowProblem(row: SheetRow, problem: Problem, planned?: PlannedColumn): RowProblem {
  const value = planned === undefined ? null : (cellOf(planned, row) ?? null)
  return { line: row.line, column: planned?.column.name ?? null, value, problem }
}

/** A value that its column can't hold. */
export function unreadable({ column }: PlannedColumn): Problem {
  const { name: field, type, kind, values } = column
  const message = `This can’t be read as ${type}.`
  if (values !== null && kind === 'enum')
    return { code: 'refused', message, field, reason: 'import.not_listed', params: { values: values.join(', ') } }
  return { code: 'refused', message, field, reason: KINDS[kind] ?? 'import.unreadable', params: { type } }
}

/** Words that name no row of the other table, or more than one. */
export function badLabel({ column }: PlannedColumn, found: number): Problem {
  const none = { message: 'No row that you may see has this name.', reason: 'import.no_such_label' }
  const several = { message: `${found} rows have this name: give the key instead.`, reason: 'import.many_labels' }
  return { code: 'refused', field: column.name, params: { found }, ...(found === 0 ? none : several) }
}

/** A row whose unique values stood in the file before. */
export function twice(columns: readonly string[], line: number): Problem {
  const [field = ''] = columns
  return {
    code: 'refused',
    message: `Line ${line} has the same ${columns.join(', ')} already.`,
    field,
    reason: 'import.twice',
    params: { line },
  }
}

export const noKeyValue: Problem = {
  code: 'refused',
  message: 'The value is missing by which the row would be found.',
  reason: 'import.no_key_value',
}

export const notFound: Problem = {
  code: 'not_found',
  message: 'There is no such row to change, or you may not see it.',
  reason: 'import.no_such_row',
}
