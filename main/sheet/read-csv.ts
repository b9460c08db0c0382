import Papa from 'papaparse'
import { OutpostError } from '#shared/contract/errors.ts'
import { headerOf, rowOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { textOf } from './text.ts'

/** Stands for `""`, an empty text, which the parser can't tell from nothing. */
const EMPTY = '\uE000'
/** A quoted value, with the quotes that are doubled in it. */
const QUOTED = /"[^"]*(?:""[^"]*)*"/g

/** Lines with separators between values, which are found out: commas, semicolons, tabs. */
export function readCsv(bytes: Uint8Array): Sheet {
  const text = textOf(bytes).replace(QUOTED, (value) => (value === '""' ? `"${EMPTY}"` : value))
  let header: string[] | undefined
  const rows: SheetRow[] = []
  let [line, place] = [1, 0]
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data, errors, meta }) => {
      const began = line
      line += linesIn(text, place, meta.cursor)
      place = meta.cursor
      if (errors.some(({ code }) => code === 'MissingQuotes' || code === 'InvalidQuotes')) throw openQuote(began)
      const cells = data.map(cellOf)
      if (header === undefined) header = headerOf(cells)
      else rows.push(rowOf(began, cells, header.length, header.length))
    },
  })
  return { header: header ?? [], rows }
}

function cellOf(value: string): SheetCell {
  if (value === '') return null
  return value === EMPTY ? '' : value.replaceAll(EMPTY, '')
}

/** Ends of lines between two places, whichever way the file writes them. */
function linesIn(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0
}

function openQuote(line: number): OutpostError {
  return new OutpostError(
    'bad_request',
    `A quotation mark that is opened in line ${line} is not closed as it must be.`,
    {
      field: 'file',
      reason: 'import.open_quote',
      params: { line },
    },
  )
}
