import type { Resolution } from '#shared/contract/entries.ts'
import type { Collision } from '#shared/model/receipt.ts'

export type Side = 'mine' | 'theirs' | 'own'

/** What is chosen for each column, and what was typed for those that take a value of their own. */
export interface Choices {
  readonly sides: Readonly<Record<string, Side>>
  readonly own: Readonly<Record<string, string>>
}

type Json = Collision['mine']

/** Text as one types it for a value. */
export function typed(value: Json): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value that a typed text stands for, of the kind that the column has: what the others show. */
export function valueFrom(text: string, like: readonly Json[]): Json {
  if (text === '') return null
  const kinds = new Set(like.filter((value) => value !== null).map((value) => typeof value))
  if (kinds.has('boolean')) return text === 'true'
  // A number stays text when a JavaScript number would bend it.
  if (kinds.has('number')) return String(Number(text)) === text ? Number(text) : text
  return kinds.has('object') ? (JSON.parse(text) as Json) : text
}

/** The resolution for the choices: one side as a whole where that says it, else the values column by column. */
export function resolutionOf(collisions: readonly Collision[], { sides, own }: Choices): Resolution {
  const taken = collisions.map(({ column }) => sides[column] ?? 'mine')
  if (taken.every((side) => side === 'mine')) return 'mine'
  if (taken.every((side) => side === 'theirs')) return 'theirs'
  const values = collisions.map((collision, place) => {
    const { column, base, mine, theirs } = collision
    const side = taken[place]
    if (side === 'own') return [column, valueFrom(own[column] ?? typed(mine), [base, mine, theirs])]
    return [column, side === 'theirs' ? theirs : mine]
  })
  return Object.fromEntries(values) as Resolution
}
