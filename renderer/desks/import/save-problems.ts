import Papa from 'papaparse'
import { api } from '#renderer/bridge/api.ts'
import { giveFile } from '#renderer/features/export/save-file.ts'
import type { RowProblem } from '#shared/contract/import.ts'
import { harmless } from '#shared/lib/harmless.ts'

/** Without it, Excel takes the file for one in the computer's own alphabet. */
const BYTE_ORDER_MARK = '\uFEFF'
const AT_ONCE = 1_000

/** Gives the person everything that was wrong as a CSV file, a problem a line, in their words. */
export async function saveProblems(
  id: string,
  name: string,
  header: readonly string[],
  cells: (problem: RowProblem) => readonly string[],
): Promise<void> {
  const rows: (readonly string[])[] = [header]
  for (let [offset, total] = [0, 1]; offset < total; offset += AT_ONCE) {
    const part = await api.import.problems({ id, offset, limit: AT_ONCE })
    rows.push(...part.problems.map((problem) => cells(problem).map((cell) => harmless(cell))))
    total = part.total
  }
  const text = Papa.unparse(rows as string[][], { newline: '\r\n' })
  giveFile(`${name}.csv`, [`${BYTE_ORDER_MARK}${text}\r\n`], 'text/csv;charset=utf-8')
}
