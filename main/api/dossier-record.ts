import type { Dossier } from '#shared/contract/dossiers.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { actorName } from './actors.ts'
import type { WorkspaceHandle } from './context.ts'
import { aboutDocument, aboutDossier, aboutMessage, marksAbout } from './marks.ts'
import { iso } from './sql.ts'
import { readTimeline } from './timeline.ts'

type Unmarked<T> = Omit<T, 'mark'>
type Head = Omit<Dossier, 'mark' | 'steps' | 'documents' | 'messages' | 'orders' | 'timeline'>

const headSql = `
  select d.id, d.reference, d.type::text, d.status::text,
    array(select allowed_dossier_transitions(d.status)::text) as "allowedStatuses",
    coalesce(pr.name, '') as product,
    json_build_object('id', d.user_id, 'name', coalesce(p.full_name, ''), 'email', coalesce(p.email, ''),
      'phone', p.phone, 'status', coalesce(p.status::text, '')) as client,
    case when a.id is not null then json_build_object('id', a.id, 'name', a.full_name) end as assignee,
    ${iso('d.created_at')} as "createdAt"
  from dossiers d
  left join products pr on pr.id = d.product_id
  left join profiles p on p.id = d.user_id
  left join agents a on a.id = d.assigned_to
  where d.id = $1`

const stepsSql = `
  select coalesce(si.id, ps.id) as id, s.label, ps.position as place,
    case when si.completed_at is not null then 'done' when si.id = d.current_step_instance_id then 'current'
      else 'later' end as status,
    ${iso('si.completed_at')} as "completedAt"
  from dossiers d
  join product_steps ps on ps.product_id = d.product_id
  join steps s on s.id = ps.step_id
  left join step_instances si on si.dossier_id = d.id and si.step_id = ps.step_id
  where d.id = $1
  order by ps.position`

const documentsSql = `
  select doc.id, t.label as "documentType", doc.status::text, coalesce(v.version, 0) as version,
    ${iso('v.uploaded_at')} as "uploadedAt", s.label as step
  from documents doc
  join dossiers d on d.id = doc.dossier_id
  join document_types t on t.id = doc.document_type_id
  left join document_versions v on v.id = doc.current_version_id
  left join step_instances si on si.id = doc.step_instance_id
  left join steps s on s.id = si.step_id
  left join product_steps ps on ps.product_id = d.product_id and ps.step_id = si.step_id
  where doc.dossier_id = $1
  order by ps.position nulls last, t.label, doc.id`

const messagesSql = `
  select m.id, ${iso('m.created_at')} as at, ${actorName('m.sender_type', 'm.sender_id')} as sender,
    m.sender_type::text as "senderType", m.body
  from messages m
  where m.dossier_id = $1
  order by m.created_at, m.id`

/** All orders of the dossier's client: an unpaid one matters wherever it was placed. */
const ordersSql = `
  select o.id, ${iso('o.created_at')} as at, coalesce(pr.name, '') as product, o.amount::text, o.currency, o.status::text
  from dossiers d
  join orders o on o.user_id = d.user_id
  left join products pr on pr.id = o.product_id
  where d.id = $1
  order by o.id is not distinct from d.order_id desc, o.created_at desc, o.id`

/** A dossier with everything about it. Messages come oldest first, the dossier's own order before the client's others. */
export async function readDossier(handle: WorkspaceHandle, id: string): Promise<Dossier> {
  const { reader } = handle
  const entries = await handle.marks()
  const [[head], steps, documents, messages, orders, timeline] = await Promise.all([
    reader.read<Head>(headSql, [id]),
    reader.read<Dossier['steps'][number]>(stepsSql, [id]),
    reader.read<Unmarked<Dossier['documents'][number]>>(documentsSql, [id]),
    reader.read<Unmarked<Dossier['messages'][number]>>(messagesSql, [id]),
    reader.read<Dossier['orders'][number]>(ordersSql, [id]),
    readTimeline(reader, entries, id),
  ])
  if (!head) throw new OutpostError('not_found', 'This dossier is not here, or you may not see it.')
  const documentMarks = marksAbout(entries, aboutDocument)
  const messageMarks = marksAbout(entries, aboutMessage)
  return {
    ...head,
    mark: marksAbout(entries, aboutDossier).get(head.id) ?? null,
    steps,
    documents: documents.map((row) => ({ ...row, mark: documentMarks.get(row.id) ?? null })),
    messages: messages.map((row) => ({ ...row, mark: messageMarks.get(row.id) ?? null })),
    orders,
    timeline,
  }
}
