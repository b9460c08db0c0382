import type { Column } from '#shared/contract/catalogue.ts'
import type { Request } from '#shared/model/entry.ts'

/** What stands in a form, by column: text as the person typed it, null for "empty in the database". */
export type Draft = Readonly<Record<string, string | null>>

type Json = Extract<Request, { kind: 'insert' }>['values'][string]

/** A text that is no JSON, under the name of its field. */
export class NotJson extends Error {
  readonly field: string

  constructor(field: string) {
    super(`${field} is no JSON.`)
    this.field = field
  }
}

/**
 * Values as they travel in a request: exact numbers and times stay text, JSON and arrays are what they are.
 * @throws NotJson
 */
export function requestValues(columns: readonly Pick<Column, 'name' | 'kind'>[], draft: Draft): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const { name, kind } of columns) {
    const text = draft[name]
    if (text === undefined) continue
    values[name] = text === null ? null : kind === 'json' || kind === 'array' ? parsed(name, text) : asJson(kind, text)
  }
  return values
}

/** A text that is neither yes nor no is left to the database, which says what is wrong with it. */
function asJson(kind: Column['kind'], text: string): Json {
  if (kind !== 'boolean') return text
  return text === 'true' || (text !== 'false' && text)
}

function parsed(field: string, text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new NotJson(field)
  }
}
