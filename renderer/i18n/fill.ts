type Params = Readonly<Record<string, unknown>>

/** Puts values into the `{{holes}}` of a sentence; undefined when a hole has no value, for such a sentence would lie. */
export function fill(sentence: string, params: Params): string | undefined {
  let whole = true
  const filled = sentence.replace(/\{\{\s*(\w+)\s*\}\}/g, (_hole, name: string) => {
    const value = params[name]
    if (value === undefined || value === null) whole = false
    return String(value ?? '')
  })
  return whole ? filled : undefined
}
