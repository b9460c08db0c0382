import { OutpostError } from '#shared/contract/errors.ts'
import { MOST_IMPORT_ROWS } from '#shared/contract/import.ts'

/** A value as text; null is nothing, undefined was not given at all. */
export type SheetCell = string | null | undefined

export interface SheetRow {
  /** The line of the file on which it begins, or its place in the sheet, counted from 1. */
  readonly line: number
  readonly cells: readonly SheetCell[]
  /** Why it can't be read as a row. */
  readonly problem: OutpostError['problem'] | null
}

/** What was read of a file: its columns by name, and its rows. */
export interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly SheetRow[]
}

/** What a file is taken for: by its name. */
export type SheetFormat = 'csv' | 'xlsx' | 'jsonl'

/**
 * The columns of a file by the names in its first row; a column without one gets its number.
 * @throws OutpostError `bad_request` when two have the same name
 */
export function headerOf(names: readonly SheetCell[]): string[] {
  const header = names.map((name, at) => name?.trim() || `#${at + 1}`)
  const double = header.find((name, at) => header.indexOf(name) !== at)
  if (double === undefined) return header
  throw new OutpostError(
    'bad_request',
    `Two columns of the file are called “${double}”. Give each a name of its own in its first row.`,
    { field: 'file', reason: 'import.double_header', params: { name: double } },
  )
}

/**
 * A row with as many cells as the header, or with its problem.
 * @param least fewer cells than this are a problem; what is missing at the end of a sheet's row is only empty
 */
export function rowOf(line: number, cells: readonly SheetCell[], width: number, least: number): SheetRow {
  if (cells.length >= least && cells.length <= width) return { line, cells, problem: null }
  const problem = {
    code: 'bad_request',
    message: `This line has ${cells.length} values, and the first one ${width}.`,
    reason: 'import.ragged',
    params: { here: cells.length, header: width },
  } as const
  return { line, cells: cells.slice(0, width), problem }
}

/** @throws OutpostError `bad_request` for none, `too_large` for too many */
export function checkedRows(sheet: Sheet): Sheet {
  const { length } = sheet.rows
  if (length === 0 || sheet.header.length === 0) {
    throw new OutpostError(
      'bad_request',
      'There are no rows in this file: it needs a first row with names, and others below.',
      {
        field: 'file',
        reason: 'import.no_rows',
      },
    )
  }
  if (length <= MOST_IMPORT_ROWS) return sheet
  throw new OutpostError(
    'too_large',
    `The file has ${length} rows; ${MOST_IMPORT_ROWS} can be imported at once. Divide it into several files.`,
    { field: 'file', reason: 'import.too_many', params: { rows: length, most: MOST_IMPORT_ROWS } },
  )
}
