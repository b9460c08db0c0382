import type { AuditChange } from '#shared/contract/audit.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { RowLabels } from '#shared/contract/rows.ts'
import { catalogueOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { marksById } from '../rows/marks-by-id.ts'
import { rowWords } from '../rows/row-words.ts'
import { LOG } from './audit-page.ts'
import { entryColumns, entryJoins } from './entry-sql.ts'

type Found = Omit<AuditChange, 'mark' | 'labels'>

/**
 * One entry of the log with what was before and after, and words for the rows that the values point to.
 * @throws OutpostError `not_found`
 */
export async function readAuditChange(handle: WorkspaceHandle, id: string): Promise<AuditChange> {
  const [entry] = await handle.reader.read<Found>(
    `select ${entryColumns}, t.old_values as before, t.new_values as after from ${LOG} t ${entryJoins} where t.id = $1`,
    [id],
  )
  if (!entry) throw new OutpostError('not_found', 'This entry is not kept on this computer, or you may not see it.')
  return { ...entry, mark: (await marksById(handle, LOG))(id), labels: await labelsIn(handle, entry) }
}

async function labelsIn(handle: WorkspaceHandle, { entityType, before, after }: Found): Promise<RowLabels> {
  const catalogue = await catalogueOf(handle)
  const columns = catalogue.relations.find(({ relation }) => relation === `public.${entityType}`)?.columns ?? []
  const labels: RowLabels = {}
  for (const { name, references } of columns) {
    const keys = [before?.[name], after?.[name]].filter((value) => typeof value === 'string')
    if (references === null || keys.length === 0) continue
    labels[name] = await rowWords(handle, catalogue, references, keys)
  }
  return labels
}
