type Reviver = (key: string, value: unknown, context: { readonly source: string }) => unknown

/** Parses JSON text with numbers kept as they are written: 12345678901234567890.10 stays just that, as text. */
export function parseExact(text: string): unknown {
  const reviver: Reviver = (_key, value, { source }) => (typeof value === 'number' ? source : value)
  // The third argument is in the runtimes, and not yet in the types.
  return JSON.parse(text, reviver as (key: string, value: unknown) => unknown)
}

/** The columns of a row given as JSON text; empty when there is no row. */
export function rowOf(text: string | null): Record<string, unknown> {
  const row = text === null ? null : parseExact(text)
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {}
}
