import { OutpostError } from '#shared/contract/errors.ts'
import type { SavedView } from '#shared/contract/views.ts'
import { folded } from '#shared/lib/folded.ts'
import { relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { filterSql } from '../rows/filter-sql.ts'
import { columnOf } from '../rows/identifier.ts'
import { Values } from '../sql.ts'

/** Views of one person in one workspace. */
const MOST = 200

/** @throws OutpostError `bad_request` on the name */
export function checkName({ id, name }: SavedView, known: readonly SavedView[]): void {
  const others = known.filter((other) => other.id !== id)
  if (others.some((other) => folded(other.name) === folded(name))) {
    throw new OutpostError('bad_request', `You have a view “${name}” already. Choose another name.`, {
      field: 'view.name',
      reason: 'view.name_taken',
      params: { name },
    })
  }
  if (others.length >= MOST) {
    throw new OutpostError('bad_request', `There are ${MOST} views already. Delete one that you don’t need.`, {
      field: 'view.name',
      reason: 'view.too_many',
      params: { most: MOST },
    })
  }
}

/**
 * A view is saved only for what there is. What it said before may stay, even where that is gone by now.
 * @throws OutpostError `not_found` on the table, `bad_request` on the filter, the order or the columns
 */
export async function checkFits(
  handle: WorkspaceHandle,
  view: SavedView,
  before: SavedView | undefined,
): Promise<void> {
  if (before !== undefined && contentOf(before) === contentOf(view)) return
  const relation = await relationOf(handle, view.relation)
  filterSql(relation, view.filter, new Values())
  for (const { column } of view.sort) columnOf(relation, column, 'view.sort')
  for (const column of view.columns ?? []) columnOf(relation, column, 'view.columns')
}

function contentOf({ relation, filter, sort, columns }: SavedView): string {
  return JSON.stringify([relation, filter, sort, columns])
}
