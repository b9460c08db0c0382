import type { Condition, Filter } from '#shared/model/filter.ts'

export type Group = Exclude<Filter, Condition>
/** Where a part of a filter is: its place in the outermost group, in the group there, and so on. */
export type Path = readonly number[]

/** Groups within groups that a filter may have, beside the outermost. */
const DEEPEST_GROUP = 2

export function isGroup(filter: Filter): filter is Group {
  return 'all' in filter || 'any' in filter
}

export function partsOf(group: Group): readonly Filter[] {
  return 'all' in group ? group.all : group.any
}

/** A filter as the group that a bar shows: one condition alone is a group of one. */
export function asGroup(filter: Filter | null): Group {
  if (filter === null) return { all: [] }
  return isGroup(filter) ? filter : { all: [filter] }
}

/** A group that has nothing in it says nothing: the list is whole. */
export function asFilter(group: Group): Filter | null {
  const parts = partsOf(group)
  const [only] = parts
  if (only === undefined) return null
  return parts.length === 1 && !isGroup(only) ? only : group
}

export function mayHoldGroup(path: Path): boolean {
  return path.length < DEEPEST_GROUP
}

function withParts(group: Group, parts: readonly Filter[]): Group {
  return 'all' in group ? { all: parts } : { any: parts }
}

/** Puts a part at the end of the group at `path`. */
export function added(root: Group, path: Path, part: Filter): Group {
  return changed(root, path, (group) => withParts(group, [...partsOf(group), part]))
}

/** Puts something else where a part was. */
export function replaced(root: Group, path: Path, part: Filter): Group {
  const at = path.at(-1)
  return changed(root, path.slice(0, -1), (group) =>
    withParts(
      group,
      partsOf(group).map((one, place) => (place === at ? part : one)),
    ),
  )
}

/** Takes a part away, and with it the groups that it leaves empty: an empty one would let nothing, or everything, pass. */
export function removed(root: Group, path: Path): Group {
  const at = path.at(-1)
  const above = path.slice(0, -1)
  const next = changed(root, above, (group) =>
    withParts(
      group,
      partsOf(group).filter((_, place) => place !== at),
    ),
  )
  const left = groupAt(next, above)
  return above.length > 0 && left && partsOf(left).length === 0 ? removed(next, above) : next
}

/** `all` becomes `any`, and the other way round. */
export function turned(root: Group, path: Path): Group {
  return changed(root, path, (group) => ('all' in group ? { any: group.all } : { all: group.any }))
}

function groupAt(root: Group, path: Path): Group | undefined {
  const [first, ...rest] = path
  if (first === undefined) return root
  const part = partsOf(root)[first]
  return part && isGroup(part) ? groupAt(part, rest) : undefined
}

function changed(group: Group, path: Path, change: (group: Group) => Group): Group {
  const [first, ...rest] = path
  if (first === undefined) return change(group)
  return withParts(
    group,
    partsOf(group).map((part, place) => (place === first && isGroup(part) ? changed(part, rest, change) : part)),
  )
}

/** A filter without the conditions on columns that are gone, and the names of those columns. */
export function fitting(
  filter: Filter | null,
  has: (column: string) => boolean,
): { readonly filter: Filter | null; readonly gone: readonly string[] } {
  const gone: string[] = []
  const kept = (part: Filter): Filter | null => {
    if (!isGroup(part)) {
      if (has(part.column)) return part
      gone.push(part.column)
      return null
    }
    const parts = partsOf(part)
    const left = parts.flatMap((one) => kept(one) ?? [])
    return left.length === 0 && parts.length > 0 ? null : withParts(part, left)
  }
  return { filter: filter && kept(filter), gone: [...new Set(gone)] }
}
