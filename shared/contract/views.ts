import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { filter } from '../model/filter.ts'
import { columnName, sortBy } from './rows.ts'
import { workspaceName } from './workspaces.ts'

/** A list that a person has put together and named: a table with a filter, an order and its columns. */
export const savedView = z.strictObject({
  /** Made by whoever saves it: saving again under the same id replaces it. */
  id: z.uuid(),
  name: z.string().trim().min(1, 'Give the view a name.').max(80),
  relation: relationName,
  filter: filter.nullable(),
  sort: z.array(sortBy).max(6),
  /** Those that are shown, in their order; null: the table's own. */
  columns: z.array(columnName).min(1).max(500).nullable(),
})
export type SavedView = z.infer<typeof savedView>

/** `shared`: everybody who may use the console sees it. `own`: the person made it, and may change it. */
export const listedView = savedView.extend({ shared: z.boolean(), own: z.boolean() })
export type ListedView = z.infer<typeof listedView>

/** `sharing`: whether the project has a place for shared ones. */
const list = z.object({ views: z.array(listedView), sharing: z.boolean() })

/**
 * The views that the signed-in person sees in a workspace: their own, kept on this computer alone, and those that are
 * shared, which are rows of the project and change by decisions like any other.
 */
export const views = {
  /** In the order of their names. */
  list: { input: z.object({ workspace: workspaceName }), output: list },
  /** Adds a view, or replaces the one with its id; it becomes what `shared` says. */
  save: { input: z.object({ workspace: workspaceName, view: savedView, shared: z.boolean() }), output: list },
  /** One that is not there is as gone as it should be. */
  remove: { input: z.object({ workspace: workspaceName, id: z.uuid() }), output: list },
}
