import type { Column } from '../contract/catalogue.ts'

/** A spreadsheet takes a text that begins like this for a formula. */
const FORMULA = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** A text that no spreadsheet runs: what looks like a formula gets an apostrophe in front. Numbers stay as they are. */
export function harmless(text: string, column?: Pick<Column, 'kind'>): string {
  if (column?.kind === 'number' && NUMBER.test(text)) return text
  return FORMULA.test(text) ? `'${text}` : text
}

/** Takes the apostrophe off again that `harmless` has put in front. */
export function unguarded(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
