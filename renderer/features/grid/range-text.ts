import Papa from 'papaparse'
import { harmless, unguarded } from '#shared/lib/harmless.ts'

export interface CopiedText {
  readonly plain: string
  readonly html: string
}

/** Cells as spreadsheets and mail take them. A text that a spreadsheet would run is made harmless; a null is nothing. */
export function copiedText(rows: readonly (readonly (string | null)[])[]): CopiedText {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '' : harmless(cell, plainNumber))))
  return { plain: Papa.unparse(cells, { delimiter: '\t', newline: '\n' }), html: tableOf(cells) }
}

/** Rows and cells of a copied text; an empty cell is a null. */
export function pastedCells(text: string): (string | null)[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' })
  return data.map((row) => row.map((cell) => (cell === '' ? null : unguarded(cell))))
}

/** A number below zero is no formula, whatever column it comes from. */
const plainNumber = { kind: 'number' } as const

function tableOf(rows: readonly (readonly string[])[]): string {
  const table = document.createElement('table')
  for (const cells of rows) {
    const row = table.insertRow()
    for (const cell of cells) row.insertCell().textContent = cell
  }
  return table.outerHTML
}
