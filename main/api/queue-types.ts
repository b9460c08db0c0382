import type { WorkspaceHandle } from './context.ts'
import { openDecisions } from './decisions.ts'
import { kept } from './kept.ts'

const typesSql = `
  select t.label, count(*)::int as count
  from (
    select document_type_id from documents where status = 'PENDING'
    union all
    select document_type_id from documents where id = any($1::uuid[]) and status <> 'PENDING'
  ) waiting
  join document_types t on t.id = waiting.document_type_id
  group by t.label
  order by t.label`

/** The document types that occur in the queue, with how many documents of each it holds. */
export async function readQueueTypes(handle: WorkspaceHandle): Promise<{ label: string; count: number }[]> {
  const decided = [...openDecisions(await handle.marks()).keys()]
  return kept(handle, JSON.stringify(['types', decided]), () => handle.reader.read(typesSql, [decided]))
}
