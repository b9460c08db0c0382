import type { FileHandle } from 'node:fs/promises'
import type { Column } from '#shared/contract/catalogue.ts'
import type { ExportFormat } from '#shared/contract/export.ts'
import { csvWriter } from './csv.ts'
import type { ExportRow, RowForm } from './open-rows.ts'
import { xlsxWriter } from './xlsx.ts'

/** What becomes of rows in one format. Called in this order: `begin`, `write` for each chunk, `end`; and `close` whatever happens. */
export interface RowWriter {
  readonly form: RowForm
  /** @throws OutpostError `too_large` when the format can't hold as many */
  begin(total: number): void
  write(rows: readonly ExportRow[]): Promise<void>
  end(signal: AbortSignal): Promise<void>
  /** Lets go of what it holds, whether it has come to its end or not. */
  close(): Promise<void>
}

export function writerFor(format: ExportFormat, columns: readonly Column[], file: FileHandle): RowWriter {
  switch (format) {
    case 'csv':
      return csvWriter(columns, file)
    case 'xlsx':
      return xlsxWriter(columns, file)
    case 'jsonl':
      return jsonlWriter(file)
  }
}

/** Each row is the JSON that the database wrote: no number of it has passed through JavaScript. */
function jsonlWriter(file: FileHandle): RowWriter {
  return {
    form: 'json',
    begin: () => undefined,
    write: async (rows) => {
      await file.appendFile(rows.map(([json]) => `${json}\n`).join(''))
    },
    end: async () => undefined,
    close: async () => undefined,
  }
}
