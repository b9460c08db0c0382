/** Collects the values of a query while its text is put together, so that no value is ever part of the text. */
export class Values {
  readonly list: unknown[] = []

  /** Adds a value and answers its place in the text: `$1`. */
  add(value: unknown): string {
    this.list.push(value)
    return `$${this.list.length}`
  }
}

export interface Query {
  readonly sql: string
  readonly params: readonly unknown[]
}

/** A timestamp as ISO 8601 text with its offset and microseconds. */
export function iso(expression: string): string {
  return `(to_json(${expression}) #>> '{}')`
}
