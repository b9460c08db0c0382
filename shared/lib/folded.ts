/** Letters that do not come apart into a base letter and an accent. */
export const ligatures = [
  ['œ', 'oe'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
] as const

/** A text without case and accents, as the database makes it too: `Élodie Œuvré` → `elodie oeuvre`. */
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
