import { randomUUID } from 'node:crypto'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { type Desk, sha256 } from './desk.ts'

/** A product with three steps; the first two ask for documents. */
export interface Catalogue {
  readonly product: string
  readonly steps: readonly string[]
  /** Document types by their label. */
  readonly types: ReadonlyMap<string, string>
}

export async function addCatalogue(desk: Desk, labels: readonly string[]): Promise<Catalogue> {
  const [product, ...steps] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const
  const { query } = desk.db
  await query(
    `insert into products (id, code, name, dossier_type, price) values ($1, 'llc', 'LLC', 'LLC_FORMATION', 900)`,
    [product],
  )
  const names = ['Identity', 'Address', 'Filing']
  const statuses = ['AWAITING_DOCUMENTS', 'UNDER_REVIEW', 'FILED']
  for (const [at, id] of steps.entries()) {
    await query('insert into steps (id, code, label) values ($1, $2, $2)', [id, names[at]])
    await query('insert into product_steps (product_id, step_id, position, dossier_status) values ($1, $2, $3, $4)', [
      product,
      id,
      at + 1,
      statuses[at],
    ])
  }
  const types = new Map<string, string>()
  for (const label of labels) {
    const id = randomUUID()
    types.set(label, id)
    await query('insert into document_types (id, code, label) values ($1, $2, $2)', [id, label])
  }
  return { product, steps, types }
}

export interface TestDossier {
  readonly id: string
  readonly reference: string
  readonly client: TestPerson
  readonly step: string
}

/** A dossier under review, in its first step, of a client made for it. */
export async function addDossier(
  desk: Desk,
  catalogue: Catalogue,
  client: string,
  number: number,
): Promise<TestDossier> {
  const person = await addPerson(desk.db, 'client', client)
  const id = randomUUID()
  const step = randomUUID()
  const reference = `D-2025-${String(number).padStart(5, '0')}`
  await desk.db.query(
    `insert into dossiers (id, reference, user_id, product_id, type, status, created_at)
     values ($1, $2, $3, $4, 'LLC_FORMATION', 'UNDER_REVIEW', '2025-03-01T08:00:00Z')`,
    [id, reference, person.sub, catalogue.product],
  )
  await desk.db.query(
    `insert into step_instances (id, dossier_id, step_id, started_at) values ($1, $2, $3, '2025-03-01T08:00:00Z')`,
    [step, id, catalogue.steps[0]],
  )
  await desk.db.query('update dossiers set current_step_instance_id = $1 where id = $2', [step, id])
  desk.version += 1
  return { id, reference, client: person, step }
}

/** An empty document of the dossier's first step. */
export async function addDocument(
  desk: Desk,
  catalogue: Catalogue,
  dossier: TestDossier,
  label: string,
): Promise<string> {
  const id = randomUUID()
  await desk.db.query(
    'insert into documents (id, dossier_id, document_type_id, step_instance_id) values ($1, $2, $3, $4)',
    [id, dossier.id, catalogue.types.get(label), dossier.step],
  )
  return id
}

/** The client uploads the next version of a document. */
export async function upload(desk: Desk, dossier: TestDossier, documentId: string, at: string): Promise<string> {
  const versionId = randomUUID()
  const bytes = new TextEncoder().encode(`%PDF of ${versionId}`)
  const path = `${dossier.id}/${documentId}/${versionId}.pdf`
  desk.bucket.set(path, bytes)
  await desk.db.query(
    `insert into document_versions (id, document_id, file_url, file_name, mime_type, size_bytes, sha256,
       uploaded_by_type, uploaded_by_id, uploaded_at)
     values ($1, $2, $3, 'scan.pdf', 'application/pdf', $4, $5, 'USER', $6, $7)`,
    [versionId, documentId, path, bytes.byteLength, sha256(bytes), dossier.client.sub, at],
  )
  desk.version += 1
  return versionId
}

/** A document that waits since `at`. */
export async function addWaiting(
  desk: Desk,
  catalogue: Catalogue,
  dossier: TestDossier,
  label: string,
  at: string,
): Promise<{ readonly id: string; readonly versionId: string }> {
  const id = await addDocument(desk, catalogue, dossier, label)
  return { id, versionId: await upload(desk, dossier, id, at) }
}
