import type { Column } from '#shared/contract/catalogue.ts'

/** A cell's text as JSON text: what is JSON stays as it is, so that no number passes through JavaScript. */
export function jsonText({ kind }: Pick<Column, 'kind'>, text: string | null): string {
  if (text === null) return 'null'
  return kind === 'json' || kind === 'array' || kind === 'boolean' ? text : JSON.stringify(text)
}
