import { matchPieces } from './match-pieces.ts'
import classes from './search.module.css'

interface Props {
  readonly text: string
  readonly search: string
}

/** A text in which what was searched for is marked. */
export function MarkedText({ text, search }: Props) {
  return matchPieces(text, search).map(({ text: piece, matches, at }) =>
    matches ? (
      <mark key={at} className={classes.match}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
