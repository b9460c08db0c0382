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

const list = z.object({ views: z.array(savedView) })

/** The views of the signed-in person in a workspace. They are kept on this computer, and nobody else sees them. */
export const views = {
  /** In the order of their names. */
  list: { input: z.object({ workspace: workspaceName }), output: list },
  /** Adds a view, or replaces the one with its id. */
  save: { input: z.object({ workspace: workspaceName, view: savedView }), output: list },
  /** One that is not there is as gone as it should be. */
  remove: { input: z.object({ workspace: workspaceName, id: z.uuid() }), output: list },
}
