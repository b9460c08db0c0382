import { z } from 'zod'
import { type ListedView, type SavedView, savedView } from '#shared/contract/views.ts'

/** Where facts are kept so that they outlast the mirror: the journal. */
interface Facts {
  fact(name: string): string | null
  setFact(name: string, value: string | null): void
}

/** `removed`: the one that was taken away last, so that it can come back as it was. */
const stored = z.array(z.looseObject({ id: z.string(), removed: z.literal(true).optional() }))

/**
 * The views of one person, as a fact of the workspace's journal. What a newer console has written and this one does
 * not understand is not shown, but stays.
 */
export function keptViews(facts: Facts, person: string) {
  const name = `views ${person}`
  const all = () => stored.parse(JSON.parse(facts.fact(name) ?? '[]'))
  const understood = (): SavedView[] => all().flatMap(({ removed: _, ...one }) => savedView.safeParse(one).data ?? [])
  const list = (): ListedView[] => {
    const gone = new Set(all().flatMap(({ id, removed }) => (removed ? [id] : [])))
    return understood().flatMap((view) => (gone.has(view.id) ? [] : [{ ...view, shared: false, own: true }]))
  }
  const keep = (views: readonly object[]) => facts.setFact(name, JSON.stringify(views))
  return {
    list,
    /** As it is, or as it was when it was taken away. */
    find: (id: string) => understood().find((one) => one.id === id),
    put: (view: SavedView) => keep([...all().filter(({ id }) => id !== view.id), view]),
    remove: (id: string) =>
      keep(
        all()
          .filter((one) => !one.removed || one.id === id)
          .map((one) => (one.id === id ? { ...one, removed: true } : one)),
      ),
  }
}
