import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'

/** A name of the catalogue as part of a query's text. Never give it anything that does not come from there. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** `public.documents` → `"public"."documents"`, for a relation of the catalogue. */
export function from({ relation }: Pick<Relation, 'relation'>): string {
  const [schema = '', ...rest] = relation.split('.')
  return `${quoted(schema)}.${quoted(rest.join('.'))}`
}

/**
 * A column that was named from outside, as the catalogue has it.
 * @throws OutpostError `bad_request` on `field`
 */
export function columnOf({ relation, columns }: Relation, name: string, field: string): Column {
  const found = columns.find((column) => column.name === name)
  if (found) return found
  throw new OutpostError('bad_request', `${relation} has no column ${name}.`, { field, params: { column: name } })
}
