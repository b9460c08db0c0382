import { OutpostError } from '#shared/contract/errors.ts'
import type { DocumentVersion, ReviewDocument } from '#shared/contract/review.ts'
import { actorName } from './actors.ts'
import type { WorkspaceHandle } from './context.ts'
import { aboutDocument, aboutReview, marksAbout } from './marks.ts'
import { iso } from './sql.ts'

type Head = Omit<ReviewDocument, 'versions' | 'reviews' | 'mark'>
type Review = Omit<ReviewDocument['reviews'][number], 'mark'> & { readonly id: string }
type Version = Omit<DocumentVersion, 'file'> & { readonly name: string; readonly mime: string; readonly size: number }

const headSql = `
  select d.id as "documentId", coalesce(t.label, '') as "documentType", d.status::text,
    json_build_object('id', o.user_id, 'name', coalesce(p.full_name, ''), 'email', coalesce(p.email, '')) as client,
    json_build_object('id', o.id, 'reference', o.reference, 'status', o.status,
      'product', coalesce(pr.name, '')) as dossier,
    (select json_build_object('label', s.label, 'place', ps.position, 'of',
       (select count(*) from product_steps where product_id = o.product_id))
     from step_instances si
     join steps s on s.id = si.step_id
     join product_steps ps on ps.product_id = o.product_id and ps.step_id = si.step_id
     where si.id = d.step_instance_id) as step,
    a.full_name as "heldBy", ${iso('d.waiting_since')} as "waitingSince"
  from documents d
  join dossiers o on o.id = d.dossier_id
  left join document_types t on t.id = d.document_type_id
  left join profiles p on p.id = o.user_id
  left join products pr on pr.id = o.product_id
  left join agents a on a.id = o.assigned_to
  where d.id = $1`

const versionsSql = `
  select v.id as "versionId", v.version, ${iso('v.uploaded_at')} as "uploadedAt",
    ${actorName('v.uploaded_by_type', 'v.uploaded_by_id')} as "uploadedBy",
    coalesce(v.id = d.current_version_id, false) as current,
    v.file_name as name, v.mime_type as mime, v.size_bytes::float8 as size
  from document_versions v join documents d on d.id = v.document_id
  where v.document_id = $1
  order by v.version`

const reviewsSql = `
  select r.id, v.version, r.status::text, r.comment, coalesce(a.full_name, '') as reviewer, ${iso('r.reviewed_at')} as at
  from document_reviews r
  join document_versions v on v.id = r.document_version_id
  left join agents a on a.id = r.reviewer_id
  where r.document_id = $1
  order by r.reviewed_at, v.version, r.id`

/** One document with all its versions and reviews, oldest first. */
export async function readDocument(handle: WorkspaceHandle, documentId: string): Promise<ReviewDocument> {
  const { reader, files } = handle
  const [[head], versions, reviews, entries] = await Promise.all([
    reader.read<Head>(headSql, [documentId]),
    reader.read<Version>(versionsSql, [documentId]),
    reader.read<Review>(reviewsSql, [documentId]),
    handle.marks(),
  ])
  if (!head) throw new OutpostError('not_found', 'This document is not here, or you may not see it.')
  const reviewMarks = marksAbout(entries, aboutReview)
  return {
    ...head,
    versions: versions.map(({ name, mime, size, ...version }) => ({
      ...version,
      file: { versionId: version.versionId, name, mime, size, here: files.has(version.versionId) },
    })),
    reviews: reviews.map(({ id, ...review }) => ({ ...review, mark: reviewMarks.get(id) ?? null })),
    mark: marksAbout(entries, aboutDocument).get(documentId.toLowerCase()) ?? null,
  }
}
