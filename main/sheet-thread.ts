import { parentPort, workerData } from 'node:worker_threads'
import { OutpostError } from '#shared/contract/errors.ts'
import { readCsv } from './sheet/read-csv.ts'
import { readJsonl } from './sheet/read-jsonl.ts'
import { readXlsx } from './sheet/read-xlsx.ts'
import { checkedRows, type SheetFormat } from './sheet/sheet.ts'
import type { SheetAnswer } from './sheet.ts'

/** Runs as a thread of `sheet.ts`: reads one file and answers with its rows, or with why not. */
const { bytes, format } = workerData as { readonly bytes: Uint8Array; readonly format: SheetFormat }
const readers = { csv: readCsv, jsonl: readJsonl, xlsx: readXlsx }

async function answer(): Promise<SheetAnswer> {
  try {
    return { sheet: checkedRows(await readers[format](bytes)) }
  } catch (error) {
    if (error instanceof OutpostError) return { problem: error.problem }
    throw error
  }
}

parentPort?.postMessage(await answer())
process.exit()
