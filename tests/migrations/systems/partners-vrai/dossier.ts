import { randomUUID } from 'node:crypto'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'

export interface TestProduct {
  readonly id: string
  readonly passportType: string
  readonly addressType: string
  readonly selfieType: string
  readonly documentsStep: string
  readonly filingStep: string
}

/** Two steps: documents (passport and address required, selfie welcome), then filing. */
export async function addProduct(db: TestDatabase): Promise<TestProduct> {
  const code = randomUUID()
  const one = async (sql: string, params: readonly unknown[]) => {
    const rows = await db.query<{ id: string }>(`${sql} returning id`, params)
    return rows[0]?.id ?? ''
  }
  const id = await one(
    `insert into products (code, name, dossier_type, price) values ($1, 'LLC, Delaware', 'LLC_FORMATION', 499)`,
    [code],
  )
  const type = (label: string) =>
    one('insert into document_types (code, label) values ($1, $2)', [`${code}-${label}`, label])
  const step = async (label: string, position: number, status: string) => {
    const stepId = await one('insert into steps (code, label) values ($1, $2)', [`${code}-${label}`, label])
    const inProduct = await one(
      'insert into product_steps (product_id, step_id, position, dossier_status) values ($1, $2, $3, $4)',
      [id, stepId, position, status],
    )
    return { stepId, inProduct }
  }
  const [passportType, addressType, selfieType] = [
    await type('Passport'),
    await type('Proof of address'),
    await type('Selfie'),
  ]
  const documents = await step('Documents', 1, 'AWAITING_DOCUMENTS')
  const filing = await step('Filing', 2, 'IN_PREPARATION')
  await db.query(
    `insert into step_document_requirements (product_step_id, document_type_id, is_required)
     values ($1, $2, true), ($1, $3, true), ($1, $4, false)`,
    [documents.inProduct, passportType, addressType, selfieType],
  )
  return {
    id,
    passportType,
    addressType,
    selfieType,
    documentsStep: documents.stepId,
    filingStep: filing.stepId,
  }
}

export interface TestDossier {
  readonly id: string
  readonly reference: string
  readonly step: string
  readonly passport: string
  readonly address: string
}

/** A dossier in its first step, with both documents asked for and none uploaded. */
export async function addDossier(db: TestDatabase, product: TestProduct, client: TestPerson): Promise<TestDossier> {
  const [id, step, passport, address] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const rows = await db.query<{ reference: string }>(
    `insert into dossiers (id, user_id, product_id, type, status) values ($1, $2, $3, 'LLC_FORMATION', 'AWAITING_DOCUMENTS')
     returning reference`,
    [id, client.sub, product.id],
  )
  await db.query('insert into step_instances (id, dossier_id, step_id, started_at) values ($1, $2, $3, now())', [
    step,
    id,
    product.documentsStep,
  ])
  await db.query('update dossiers set current_step_instance_id = $1 where id = $2', [step, id])
  await db.query(
    `insert into documents (id, dossier_id, document_type_id, step_instance_id) values ($1, $3, $4, $6), ($2, $3, $5, $6)`,
    [passport, address, id, product.passportType, product.addressType, step],
  )
  return { id, reference: rows[0]?.reference ?? '', step, passport, address }
}

/** The client uploads a file as their app does; answers the version's id. */
export async function upload(
  db: TestDatabase,
  client: TestPerson,
  dossierId: string,
  documentId: string,
): Promise<string> {
  const id = randomUUID()
  await db.as(client, (query) =>
    query(
      `insert into document_versions
         (id, document_id, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id)
       values ($1, $2, $3, 'scan.pdf', 'application/pdf', 1234, $4, 'USER', $5)`,
      [id, documentId, `${dossierId}/${documentId}/${id}.pdf`, 'a'.repeat(64), client.sub],
    ),
  )
  return id
}
