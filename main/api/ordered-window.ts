import type { WorkspaceHandle } from './context.ts'
import { type IdList, readIdList } from './id-list.ts'
import { kept } from './kept.ts'
import type { Query } from './sql.ts'

export interface Window {
  readonly offset: number
  readonly limit: number
}

/** A sorted, filtered list of which a grid shows windows. */
export interface OrderedList {
  /** Names the list among all lists of the workspace, with its filters and its order. */
  readonly name: string
  /** All ids in order, as `ids`. */
  readonly all: () => Query
  /** Where an index has the order: the ids of a window, as `ids`, and the count of all, as `count`. */
  readonly byIndex: {
    readonly window: (window: Window, backwards: boolean) => Query
    readonly count: () => Query
  } | null
}

/**
 * The ids of one window and how many there are in all. An order that an index has is read straight from the index,
 * from the nearer end; any other is sorted once and kept until a row changes, so that scrolling never sorts.
 */
export async function readWindow(
  handle: WorkspaceHandle,
  list: OrderedList,
  window: Window,
): Promise<{ ids: string[]; total: number }> {
  if (!list.byIndex) {
    const all = await kept(handle, `ids ${list.name}`, () => readIdList(handle.reader, list.all()))
    return { ids: all.slice(window.offset, window.limit), total: all.length }
  }
  const { byIndex } = list
  const total = await kept(handle, `count ${list.name}`, () => readCount(handle, byIndex.count()))
  const size = Math.min(window.limit, total - window.offset)
  if (size <= 0) return { ids: [], total }
  const backwards = window.offset > total / 2
  const offset = backwards ? total - window.offset - size : window.offset
  const ids: IdList = await readIdList(handle.reader, byIndex.window({ offset, limit: size }, backwards))
  const found = ids.slice(0, size)
  return { ids: backwards ? found.reverse() : found, total }
}

async function readCount(handle: WorkspaceHandle, { sql, params }: Query): Promise<number> {
  const [row] = await handle.reader.read<{ count: number }>(sql, params)
  return row?.count ?? 0
}
