import type { Relation } from '#shared/contract/catalogue.ts'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Mark } from '#shared/contract/grid.ts'
import type { WorkspaceHandle } from '../context.ts'
import { markOf } from '../marks.ts'

const weight = { fetched: 0, pending: 1, rejected: 2, conflict: 3 }

/**
 * The mark of each row of a relation that an open entry is about, by key text: of what it did here, and of what it
 * names, since a refused one has done nothing here. A row that is here only because somebody asked for it says so.
 */
export async function rowMarks(handle: WorkspaceHandle, relation: Relation): Promise<Map<string, NonNullable<Mark>>> {
  const found = new Map<string, NonNullable<Mark>>()
  if (relation.key.length === 0) return found
  for (const key of await handle.fetched(relation.relation)) found.set(key, 'fetched')
  const entries = await handle.marks()
  if (entries.length === 0) return found
  const touched = Map.groupBy(await handle.effects(relation.relation), ({ entry }) => entry)
  for (const entry of entries) {
    const mark = markOf(entry)
    if (mark === null) continue
    const keys = [...(touched.get(entry.id)?.map(({ key }) => key) ?? []), ...keysNamed(entry, relation)]
    for (const key of keys) {
      const other = found.get(key)
      if (!other || weight[mark] > weight[other]) found.set(key, mark)
    }
  }
  return found
}

/** The keys of the rows of a relation that an entry names: of its own row, or among the arguments of a call. */
export function keysNamed({ operation }: EntryView, { relation, key, columns }: Relation): string[] {
  if (operation.kind === 'call') {
    const [only] = key
    const isUuid = columns.find(({ name }) => name === only)?.kind === 'uuid'
    if (key.length !== 1 || !isUuid) return []
    return Object.values(operation.args).flatMap((value) =>
      typeof value === 'string' ? [JSON.stringify([value])] : [],
    )
  }
  if (operation.relation !== relation) return []
  const values = operation.kind === 'insert' ? operation.values : operation.key
  const parts = key.map((name) => values[name])
  return parts.every((part) => part !== undefined) ? [JSON.stringify(parts.map(String))] : []
}
