import type { Facts } from '../../files/papers/facts.ts'
import { plain } from '../../files/picture/canvas.ts'
import { Random, seedOf } from '../random.ts'
import { DAY } from '../time.ts'
import { documentKinds } from './document-kinds.ts'
import type { Dossier } from './dossier.ts'
import type { StoryDocument } from './story-state.ts'

/** A new version of a document with its file, as the client sent it. Answers the version's id. */
export function addUpload({ id: dossierId, of }: Dossier, document: StoryDocument, at: number): string {
  const { client, company, sink, files, random } = of
  const facts: Facts = {
    person: client.person,
    company,
    on: new Date(at - Math.floor(random.between(0.1, 3) * DAY)),
    language: document.kind === 'proof_of_address' ? client.language : company.state ? 'en' : 'fr',
    flaw: document.flaw,
    // Of the document, not of the version: what was right stays as it was.
    random: new Random(seedOf(document.id)),
  }
  const file = files.make(document.kind, facts)
  const id = random.uuid()
  const names = documentKinds.find(({ code }) => code === document.kind)?.names ?? []
  const name = random.pick(names).replace('*', random.chance(0.5) ? client.person.lastName : company.name)
  const path = `${dossierId}/${document.id}/v${document.versions}-${slug(name)}`
  const uploadedAt = new Date(at)
  sink.add('public.document_versions', {
    id,
    document_id: document.id,
    version: document.versions,
    file_url: path,
    file_name: name,
    mime_type: file.mime,
    size_bytes: file.size,
    sha256: file.sha256,
    uploaded_by_type: 'USER',
    uploaded_by_id: client.id,
    uploaded_at: uploadedAt,
  })
  sink.add('storage.objects', {
    id: random.uuid(),
    bucket_id: 'documents',
    name: path,
    owner: client.id,
    owner_id: client.id,
    metadata: { mimetype: file.mime, size: file.size, contentLength: file.size, eTag: `"${file.sha256}"` },
    version: file.objectVersion,
    created_at: uploadedAt,
    updated_at: uploadedAt,
    last_accessed_at: uploadedAt,
  })
  return id
}

function slug(name: string): string {
  return plain(name)
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
}
