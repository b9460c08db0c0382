import type { Mark } from '#shared/contract/grid.ts'
import { relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { rowMarks } from './row-marks.ts'

/** The marks of a table whose rows have one id, by that id. */
export async function marksById(handle: WorkspaceHandle, relation: string): Promise<(id: string) => Mark> {
  const marks = await rowMarks(handle, await relationOf(handle, relation))
  return (id) => marks.get(JSON.stringify([id])) ?? null
}
