/** Letters that do not come apart into a base letter and an accent. */
const ligatures = [
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
] as const

/** A text without case and accents, as `foldedSql` makes it in the database: `Élodie Œuvré` → `elodie oeuvre`. */
export function folded(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return ligatures.reduce((left, [letter, letters]) => left.replaceAll(letter, letters), plain)
}

/** The words that a row must have, each of them. */
export function searchTerms(search: string): string[] {
  return [...new Set(folded(search).split(/\s+/).filter(Boolean))]
}

/**
 * SQL for the folded form of a text expression. Plain ASCII, the usual case, is told by its length and only lowered:
 * taking accents apart costs ten times as much. The collation lowers letters of every script.
 */
export function foldedSql(expression: string): string {
  const bare = `regexp_replace(normalize(${expression}, NFD), '[\\u0300-\\u036f]', '', 'g')`
  const lowered = `lower(${bare} collate "pg_c_utf8")`
  const spelled = ligatures.reduce((sql, [letter, letters]) => `replace(${sql}, '${letter}', '${letters}')`, lowered)
  return `case when octet_length(${expression}) = char_length(${expression}) then lower(${expression}) else ${spelled} end`
}
