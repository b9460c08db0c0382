import { type CellValue, InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/node'
import { OutpostError } from '#shared/contract/errors.ts'
import { headerOf, rowOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'

/** What a workbook may unpack to: a small file can hold gigabytes of nothing. Bytes. */
const MOST_UNPACKED = 300 * 1024 * 1024
const WATCH_MS = 20
const CODED = /_x([0-9a-f]{4})_/gi

/**
 * The first sheet of a workbook: its first row has the names. Of a formula its last result is taken.
 * @throws OutpostError `bad_request`, `too_large`
 */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet> {
  const data = (await unpacked(bytes)) as (CellValue | Date | null)[][]
  const [first, ...others] = data
  const names = (first ?? []).map(cellOf)
  while (names.length > 0 && names.at(-1) == null) names.pop()
  const header = headerOf(names)
  const rows: SheetRow[] = []
  for (const [at, cells] of others.entries()) {
    if (cells.every((cell) => cell === null)) continue
    const last = cells.findLastIndex((cell) => cell !== null)
    rows.push(rowOf(at + 2, cells.slice(0, Math.max(last + 1, header.length)).map(cellOf), header.length, 0))
  }
  return { header, rows }
}

async function unpacked(bytes: Uint8Array): Promise<unknown[][]> {
  const tooLarge = Promise.withResolvers<never>()
  const before = process.memoryUsage().arrayBuffers
  const watch = setInterval(() => {
    if (process.memoryUsage().arrayBuffers - before > MOST_UNPACKED) tooLarge.reject(bomb())
  }, WATCH_MS)
  try {
    const reading = readSheet(Buffer.from(bytes), { trim: false })
    return (await Promise.race([reading, tooLarge.promise])) as unknown[][]
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) throw noWorkbook(error)
    // What it says it unpacks to is more than can be had at all.
    if (error instanceof RangeError) throw bomb()
    throw error
  } finally {
    clearInterval(watch)
  }
}

function cellOf(value: CellValue | Date | null): SheetCell {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(value).replace(CODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function bomb(): OutpostError {
  return new OutpostError(
    'too_large',
    'This workbook unpacks to more than 300 MB. Save the sheet as CSV, and import that.',
    {
      field: 'file',
      reason: 'import.unpacks_too_large',
    },
  )
}

function noWorkbook(cause: Error): OutpostError {
  return new OutpostError(
    'bad_request',
    'This file is no Excel workbook (.xlsx), or it is damaged or locked with a password. Open it in Excel and save it anew.',
    { field: 'file', reason: 'import.no_workbook', cause },
  )
}
