import type { FileHandle } from 'node:fs/promises'
import { type CellValue, openWorkbook } from '#main/workbook.ts'
import type { Column } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { harmless } from '#shared/lib/harmless.ts'
import type { RowWriter } from './writers.ts'

/** The format's own limits: rows of a sheet, with the header, and characters of a cell. */
const MOST_ROWS = 1_048_576
const MOST_CHARACTERS = 32_767
/** A workbook is put together in memory. */
const MOST_CELLS = 2_000_000
/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15
/** Control characters, which XML can't hold, apart from tabs and ends of lines. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]/gu

/** One sheet. What a spreadsheet would round, or read in a way of its own, is text: times, long numbers, JSON. */
export function xlsxWriter(columns: readonly Column[], file: FileHandle): RowWriter {
  const workbook = openWorkbook(columns.map(({ name }) => harmless(name)))
  return {
    form: 'cells',
    begin: (total) => {
      if (total < MOST_ROWS && total * columns.length <= MOST_CELLS) return
      throw new OutpostError(
        'too_large',
        'This is more than a workbook holds. Filter the rows, choose fewer columns, or export them as CSV.',
        { field: 'format', reason: 'export.too_many', params: { rows: total } },
      )
    },
    write: async (rows) => workbook.add(rows.map((row) => row.map((cell, at) => cellValue(cell, columns[at])))),
    end: async (signal) => file.appendFile(await workbook.bytes(signal)),
    close: () => workbook.close(),
  }
}

function cellValue(text: string | null, column: Column | undefined): CellValue {
  if (text === null) return null
  if (column?.kind === 'boolean') return text === 'true'
  if (column?.kind === 'number' && isExact(text)) return Number(text)
  const value = harmless(text, column).replace(UNPRINTABLE, coded)
  if (value.length <= MOST_CHARACTERS) return value
  throw new OutpostError(
    'too_large',
    `A value of ${column?.name} is longer than the ${MOST_CHARACTERS} characters that a cell holds. Leave the column out, or export as CSV.`,
    { field: 'columns', reason: 'export.long_cell', params: { column: column?.name ?? '' } },
  )
}

/** As the format writes what XML can't: `_x0001_`. */
function coded(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`
}

/** Whether the number comes back from a spreadsheet with every digit that it has here. */
function isExact(text: string): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return false
  const digits = text.replace(/[-.]/g, '').replace(/^0+/, '')
  return digits.length <= DIGITS
}
