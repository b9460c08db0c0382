import type { FileHandle } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Column } from '#shared/contract/catalogue.ts'
import { harmless } from '#shared/lib/harmless.ts'
import type { RowWriter } from './writers.ts'

/** Without it, Excel takes the file for one in the computer's own alphabet. */
const BYTE_ORDER_MARK = '\uFEFF'

/** As RFC 4180 has it. A null is nothing, an empty text is `""`. */
export function csvWriter(columns: readonly Column[], file: FileHandle): RowWriter {
  const lines = (rows: readonly (readonly (string | null)[])[]) =>
    `${Papa.unparse(rows as string[][], { newline: '\r\n', quotes: (value) => value === '' })}\r\n`
  const header = columns.map(({ name }) => harmless(name))
  let begun = false
  const begin = async () => {
    if (!begun) await file.appendFile(BYTE_ORDER_MARK + lines([header]))
    begun = true
  }
  return {
    form: 'cells',
    begin: () => undefined,
    write: async (rows) => {
      await begin()
      const cells = rows.map((row) => row.map((cell, at) => (cell === null ? null : harmless(cell, columns[at]))))
      if (cells.length > 0) await file.appendFile(lines(cells))
    },
    end: begin,
    close: async () => undefined,
  }
}
