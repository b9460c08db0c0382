import type { Hit } from '#shared/contract/search.ts'
import { paths } from '../../routes/paths.ts'
import type { Place } from './use-places.ts'

/** One line of the box: a page to go to, a row that was found, or the list of the others of its table. */
export type Option =
  | { readonly kind: 'place'; readonly id: string; readonly to: string; readonly place: Place }
  | { readonly kind: 'hit'; readonly id: string; readonly to: string; readonly hit: Hit }
  | { readonly kind: 'more'; readonly id: string; readonly to: string; readonly rows: number }

export interface OptionGroup {
  /** The table; null for pages. */
  readonly relation: string | null
  readonly options: readonly Option[]
}

interface Answer {
  readonly text: string
  readonly hits: readonly Hit[]
  readonly rows: Readonly<Record<string, number>>
}

/** Everything that the box shows, in its order: pages first, for they are known at once and nothing above them moves. */
export function optionGroups(
  workspace: string,
  places: readonly Place[],
  answer: Answer | undefined,
): readonly OptionGroup[] {
  const pages: OptionGroup = {
    relation: null,
    options: places.map((place) => ({ kind: 'place', id: `place ${place.to}`, to: place.to, place })),
  }
  const tables = [...Map.groupBy(answer?.hits ?? [], ({ relation }) => relation)].map(
    ([relation, hits]): OptionGroup => {
      const found = hits.map(
        (hit): Option => ({
          kind: 'hit',
          id: `${relation} ${hit.key}`,
          to: paths.record(workspace, relation, hit.key),
          hit,
        }),
      )
      const left = (answer?.rows[relation] ?? 0) - hits.length
      if (left <= 0) return { relation, options: found }
      const to = paths.table(workspace, relation, undefined, answer?.text)
      return { relation, options: [...found, { kind: 'more', id: `more ${relation}`, to, rows: left }] }
    },
  )
  return [pages, ...tables].filter(({ options }) => options.length > 0)
}
