import { headerOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts'
import { textOf } from './text.ts'

/** One JSON object a line. The columns are the names of them all, in the order in which they come up. */
export function readJsonl(bytes: Uint8Array): Sheet {
  const lines = textOf(bytes).split(/\r\n|\n/)
  const objects = lines.map(objectOf)
  const header = headerOf([...new Set(objects.flatMap((object) => (object ? Object.keys(object) : [])))])
  const rows: SheetRow[] = []
  for (const [at, object] of objects.entries()) {
    if (lines[at]?.trim() === '') continue
    const cells = object === null ? [] : header.map((name) => cellOf(object[name]))
    rows.push({ line: at + 1, cells, problem: object === null ? notAnObject : null })
  }
  return { header, rows }
}

const notAnObject = {
  code: 'bad_request',
  message: 'This line is no JSON object, such as {"name": "value"}.',
  reason: 'import.not_an_object',
} as const

/** Numbers keep the digits that the file has: none of them becomes a JavaScript number. */
const exact = JSON as unknown as { rawJSON(text: string): unknown }

function objectOf(line: string): Record<string, unknown> | null {
  try {
    const keepDigits = (_: string, value: unknown, context: { readonly source?: string }) =>
      typeof value === 'number' && context.source !== undefined ? exact.rawJSON(context.source) : value
    const value: unknown = JSON.parse(line, keepDigits as (key: string, value: unknown) => unknown)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && line.trimStart().startsWith('{')
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** As JSON, since a text and the JSON of a text are two things to a column of JSON. */
function cellOf(value: unknown): SheetCell {
  return value === undefined || value === null ? value : JSON.stringify(value)
}
