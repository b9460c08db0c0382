import { folded, searchTerms } from '#shared/lib/folded.ts'

interface Piece {
  readonly text: string
  readonly matches: boolean
  /** The place of its first letter in the text. */
  readonly at: number
}

/** A text cut where one of the words that were searched for begins or ends, whatever its case and accents. */
export function matchPieces(text: string, search: string): Piece[] {
  const letters = [...text.normalize('NFC')]
  const plain = letters.map(folded)
  const hit = letters.map(() => false)
  const whole = plain.join('')
  // The letter of the text that each letter of the folded text comes from: `œ` makes two.
  const from = plain.flatMap((letter, place) => [...letter].flatMap((part) => Array<number>(part.length).fill(place)))
  for (const term of searchTerms(search)) {
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + term.length)) {
      for (const place of from.slice(at, at + term.length)) hit[place] = true
    }
  }
  const pieces: Piece[] = []
  for (const [place, letter] of letters.entries()) {
    const last = pieces.at(-1)
    const matches = hit[place] ?? false
    if (last?.matches === matches) pieces[pieces.length - 1] = { ...last, text: last.text + letter }
    else pieces.push({ text: letter, matches, at: place })
  }
  return pieces
}
