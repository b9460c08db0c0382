import type { Column } from '#shared/contract/catalogue.ts'
import type { Format } from '../../i18n/format.ts'
import type { CatalogueWords } from './use-words.ts'

/** Everything that a value needs beside itself to be put in words. */
export interface CellWords {
  readonly words: CatalogueWords
  readonly format: Format
  readonly yes: string
  readonly no: string
}

/** Numbers that name something rather than count it: 1967, not 1,967. */
const NAMES = /(^|[_.])(id|year)$/

/** A value of a column in the person's words and numbers, as it is read aloud and copied. */
export function cellText(
  relation: string,
  column: Column,
  value: string | null,
  label: string | undefined,
  c: CellWords,
) {
  if (value === null) return ''
  if (label !== undefined) return label
  if (column.values !== null && column.kind !== 'array') return c.words.value(relation, column, value)
  switch (column.kind) {
    case 'boolean':
      return value === 'true' ? c.yes : c.no
    case 'number':
      return NAMES.test(column.name) || NAMES.test(column.type) ? value : c.format.exactNumber(value)
    case 'timestamp':
      return isMoment(value) ? c.format.exact(value) : value
    case 'date':
      return isMoment(value) ? c.format.day(value) : value
    default:
      return value
  }
}

/** `infinity` and years beyond JavaScript's are shown as the database writes them. */
export function isMoment(value: string): boolean {
  return !Number.isNaN(Date.parse(value))
}
