import type { z } from 'zod'
import type { DossierRow, dossiers } from '#shared/contract/dossiers.ts'
import type { WorkspaceHandle } from './context.ts'
import { dossierList } from './dossier-list.ts'
import { aboutDossier, marksAbout } from './marks.ts'
import { readWindow } from './ordered-window.ts'
import { iso } from './sql.ts'

type Schemas = (typeof dossiers)['page']

const rowsSql = `
  select d.id, d.reference, coalesce(p.full_name, '') as client, coalesce(pr.name, '') as product,
    d.type::text, d.status::text, a.full_name as assignee,
    (select count(*) from documents where dossier_id = d.id and status = 'PENDING')::int as "pendingDocuments",
    ${iso('d.created_at')} as "createdAt", ${iso('d.updated_at')} as "updatedAt"
  from unnest($1::uuid[]) with ordinality as page (id, place)
  join dossiers d on d.id = page.id
  left join profiles p on p.id = d.user_id
  left join products pr on pr.id = d.product_id
  left join agents a on a.id = d.assigned_to
  order by page.place`

/** A window of the dossiers. */
export async function readDossierPage(
  handle: WorkspaceHandle,
  input: z.output<Schemas['input']>,
): Promise<z.input<Schemas['output']>> {
  const { ids, total } = await readWindow(handle, dossierList(input), input)
  const [rows, entries] = await Promise.all([
    ids.length > 0 ? handle.reader.read<Omit<DossierRow, 'mark'>>(rowsSql, [ids]) : [],
    handle.marks(),
  ])
  const marks = marksAbout(entries, aboutDossier)
  return { rows: rows.map((row) => ({ ...row, mark: marks.get(row.id) ?? null })), total }
}
