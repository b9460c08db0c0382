import { z } from 'zod'
import type { Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Values } from '../sql.ts'
import { quoted } from './identifier.ts'

const parts = z.array(z.string())

/**
 * The parts of a key text, one for each column of the relation's key.
 * @throws OutpostError `bad_request` when it is no key of this relation
 */
export function keyParts({ relation, key }: Relation, text: string): string[] {
  const parsed = parts.safeParse(safely(text))
  if (parsed.success && parsed.data.length === key.length && key.length > 0) return parsed.data
  throw new OutpostError('bad_request', `This is no key of ${relation}.`, { field: 'key' })
}

function safely(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The condition that a row `t` is the one of this key. */
export function keyIs(relation: Relation, text: string, values: Values): string {
  const found = keyParts(relation, text)
  return relation.key
    .map((name, at) => {
      const type = relation.columns.find((column) => column.name === name)?.type ?? 'text'
      return `t.${quoted(name)} = ${values.add(found[at])}::text::${type}`
    })
    .join(' and ')
}
