import { OutpostError } from '#shared/contract/errors.ts'

/** Marks at the beginning of a file that say how its letters are written. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * The text of a file: UTF-8, or UTF-16 where the file says so. Any other alphabet would have to be guessed.
 * @throws OutpostError `bad_request`
 */
export function textOf(bytes: Uint8Array): string {
  const said = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
  try {
    const text = new TextDecoder(said ?? 'utf-8', { fatal: true }).decode(bytes)
    // No text has this character: it is a picture, a program, a workbook under another name.
    if (!text.includes('\0')) return text
  } catch {
    // Said below: whatever is wrong with it, it can't be read as text.
  }
  throw new OutpostError(
    'bad_request',
    'The letters of this file are not written as UTF-8. In Excel, save it as “CSV UTF-8”, or as a workbook.',
    { field: 'file', reason: 'import.encoding' },
  )
}
