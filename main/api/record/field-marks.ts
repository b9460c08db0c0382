import type { Relation } from '#shared/contract/catalogue.ts'
import type { Mark } from '#shared/contract/grid.ts'
import type { WorkspaceHandle } from '../context.ts'
import { markOf } from '../marks.ts'
import { keysNamed } from '../rows/row-marks.ts'

/** The mark of each column of a row that an open entry has changed here, or that the server disputes. */
export async function fieldMarks(
  handle: WorkspaceHandle,
  relation: Relation,
  key: string,
): Promise<Record<string, Mark>> {
  const marks: Record<string, Mark> = {}
  const effects = (await handle.effects(relation.relation)).filter((effect) => effect.key === key)
  for (const entry of await handle.marks()) {
    const mark = markOf(entry)
    if (mark === null) continue
    for (const { columns } of effects.filter((effect) => effect.entry === entry.id)) {
      for (const column of columns) marks[column] = mark
    }
    if (mark === 'pending' || !keysNamed(entry, relation).includes(key)) continue
    const disputed = entry.conflict?.collisions.map(({ column }) => column) ?? []
    const { operation } = entry
    const own = operation.kind === 'update' ? Object.keys(operation.set) : []
    for (const column of disputed.length > 0 ? disputed : own) marks[column] = mark
  }
  return marks
}
