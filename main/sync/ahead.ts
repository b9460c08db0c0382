/**
 * Work on a list in order, begun for some of its items before their turn comes, so that what they wait for overlaps.
 * @param most items that are begun beside the one whose turn it is
 * @returns the work of an item whose turn it is
 */
export function ahead<T, R>(
  items: readonly T[],
  most: number,
  begin: (item: T) => Promise<R>,
): (item: T) => Promise<R> {
  const begun: Promise<R>[] = []
  return (item) => {
    const at = items.indexOf(item)
    for (const next of items.slice(begun.length, at + 1 + most)) begun.push(begin(next))
    const work = begun[at]
    if (work === undefined) throw new Error('Only an item of the list has a turn.')
    return work
  }
}
