import { parentPort, workerData } from 'node:worker_threads'
import writeExcelFile, { type Cell, type SheetData } from 'write-excel-file/node'
import type { CellValue } from './workbook.ts'

/** Runs as a thread of `workbook.ts`: rows come in portions, null asks for the whole. */
const header = workerData as readonly string[]
const sheet: SheetData = [header.map((value) => ({ value, type: String, fontWeight: 'bold' }))]

parentPort?.on('message', (rows: readonly (readonly CellValue[])[] | null) => {
  if (rows === null) void answer()
  else for (const row of rows) sheet.push(row.map(cellOf))
})

async function answer(): Promise<void> {
  const bytes = await writeExcelFile(sheet, { stickyRowsCount: 1 }).toBuffer()
  parentPort?.postMessage(bytes)
}

function cellOf(value: CellValue): Cell {
  if (typeof value === 'number') return { value, type: Number }
  if (typeof value === 'boolean') return { value, type: Boolean }
  return value === null ? null : { value, type: String }
}
