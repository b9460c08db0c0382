import { InvalidArgumentError } from 'commander'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ColumnMap } from '#shared/contract/import.ts'

/** What the options of an import say about columns. */
export interface ColumnOptions {
  readonly map: readonly Pair[]
  readonly label: readonly Pair[]
  readonly set: readonly Pair[]
  readonly ignore: readonly string[]
}

type Pair = readonly [column: string, value: string]

/** `column=value`, as an option that may come more than once. */
export function pair(text: string, before: readonly Pair[]): Pair[] {
  const at = text.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('Say it as column=value.')
  return [...before, [text.slice(0, at), text.slice(at + 1)]]
}

/**
 * What fills each column: as it was guessed, but for what the options say.
 * @param names the columns of the file
 * @throws OutpostError `bad_request` for a column that the file does not have
 */
export function columnMapOf(guessed: ColumnMap, names: readonly string[], options: ColumnOptions): ColumnMap {
  const fromFile = ([column, name]: Pair, by: 'value' | 'label') => {
    const at = names.indexOf(name)
    if (at >= 0) return [column, { from: 'file', column: at, by }] as const
    throw new OutpostError('bad_request', `The file has no column “${name}”: it has ${names.join(', ')}.`, {
      field: by,
    })
  }
  const map: ColumnMap = {
    ...guessed,
    ...Object.fromEntries(options.map.map((one) => fromFile(one, 'value'))),
    ...Object.fromEntries(options.label.map((one) => fromFile(one, 'label'))),
    ...Object.fromEntries(options.set.map(([column, value]) => [column, { from: 'fixed', value }] as const)),
  }
  return Object.fromEntries(Object.entries(map).filter(([column]) => !options.ignore.includes(column)))
}
