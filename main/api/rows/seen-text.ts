import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Cells } from '#shared/contract/rows.ts'
import { columnOf } from './identifier.ts'
import { jsonText } from './json-text.ts'

/**
 * What the person saw in the columns that an update sets, as JSON text: what the server compares with.
 * @param field where `seen` stands in the call's input
 * @throws OutpostError `bad_request` on that field, for a column that is unknown or of which nothing is said
 */
export function seenText(relation: Relation, set: object, seen: Cells, field: string): string {
  const columns = Object.keys(set).map((name): Column => columnOf(relation, name, field))
  const missing = columns.find(({ name }) => !(name in seen))
  if (missing !== undefined) {
    throw new OutpostError('bad_request', `What was in ${missing.name} before is not said.`, { field })
  }
  const parts = columns.map((column) => `${JSON.stringify(column.name)}:${jsonText(column, seen[column.name] ?? null)}`)
  return `{${parts.join(',')}}`
}
