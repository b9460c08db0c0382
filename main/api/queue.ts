import type { z } from 'zod'
import type { QueueRow, review } from '#shared/contract/review.ts'
import type { WorkspaceHandle } from './context.ts'
import { type Decision, openDecisions } from './decisions.ts'
import { aboutDocument, marksAbout } from './marks.ts'
import { readWindow } from './ordered-window.ts'
import { queueList } from './queue-list.ts'
import { iso } from './sql.ts'

type Schemas = (typeof review)['queue']
type Row = Omit<QueueRow, 'mark' | 'decided'>

const rowsSql = `
  select d.id as "documentId", d.current_version_id as "versionId", coalesce(t.label, '') as "documentType",
    coalesce(p.full_name, '') as client, o.reference as dossier, d.dossier_id as "dossierId",
    ${iso('coalesce(d.waiting_since, v.uploaded_at)')} as "waitingSince", v.version
  from unnest($1::uuid[]) with ordinality as page (id, place)
  join documents d on d.id = page.id
  join document_versions v on v.id = d.current_version_id
  join dossiers o on o.id = d.dossier_id
  left join document_types t on t.id = d.document_type_id
  left join profiles p on p.id = o.user_id
  order by page.place`

/** A window of the review queue, the longest waiting first unless it is sorted otherwise. */
export async function readQueue(
  handle: WorkspaceHandle,
  input: z.output<Schemas['input']>,
): Promise<z.input<Schemas['output']>> {
  const entries = await handle.marks()
  const decisions: ReadonlyMap<string, Decision> = openDecisions(entries)
  const marks = marksAbout(entries, aboutDocument)
  const { ids, total } = await readWindow(handle, queueList(input, [...decisions.keys()]), input)
  const rows = ids.length > 0 ? await handle.reader.read<Row>(rowsSql, [ids]) : []
  return {
    rows: rows.map((row) => ({
      ...row,
      mark: marks.get(row.documentId) ?? null,
      decided: decisions.get(row.documentId) ?? null,
    })),
    total,
  }
}
