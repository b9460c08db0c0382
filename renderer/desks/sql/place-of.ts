export interface Place {
  /** Where it is in the text, as JavaScript counts. */
  readonly from: number
  readonly to: number
  /** From 1, as people count. */
  readonly line: number
  readonly column: number
}

/** The word at a position that the database named: in characters, from 1. */
export function placeOf(text: string, position: number): Place {
  const before = [...text].slice(0, position - 1).join('')
  const lines = before.split('\n')
  const word = /^(?:\w+|"[^"]*"|'[^']*'|[^\s\w]+)/.exec(text.slice(before.length))?.[0] ?? ''
  return {
    from: before.length,
    to: before.length + word.length,
    line: lines.length,
    column: [...(lines.at(-1) ?? '')].length + 1,
  }
}
