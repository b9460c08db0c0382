import type { PaperKind } from '../../files/papers/make-paper.ts'
import { fixedId } from '../ids.ts'
import { products, stepKinds } from './catalogue.ts'
import type { Sink } from './columns.ts'
import { documentKinds } from './document-kinds.ts'

/** The id of a document type, in every demo the same. */
export function documentTypeId(kind: PaperKind): string {
  return fixedId('document_types', kind)
}

/** Brings in what is sold and what it asks for. `at`: when it was set up. */
export function addCatalogue(sink: Sink, at: Date): void {
  for (const [code, [label, description]] of Object.entries(stepKinds)) {
    sink.add('public.steps', { id: fixedId('steps', code), code, label, description, created_at: at })
  }
  for (const { code, label, description } of documentKinds) {
    const picture = code === 'trademark_specimen'
    sink.add('public.document_types', {
      id: documentTypeId(code),
      code,
      label,
      description,
      accepted_mime_types: picture ? ['image/png', 'image/jpeg'] : ['application/pdf', 'image/jpeg', 'image/png'],
      created_at: at,
    })
  }
  for (const { steps, type, isActive, ...rest } of products) {
    sink.add('public.products', { ...rest, dossier_type: type, is_active: isActive, created_at: at, updated_at: at })
    for (const step of steps) {
      sink.add('public.product_steps', {
        id: step.id,
        product_id: rest.id,
        step_id: step.stepId,
        position: step.position,
        dossier_status: step.status,
      })
      for (const { kind, required } of step.documents) {
        sink.add('public.step_document_requirements', {
          id: fixedId('step_document_requirements', `${step.id}/${kind}`),
          product_step_id: step.id,
          document_type_id: documentTypeId(kind),
          is_required: required,
          created_at: at,
        })
      }
    }
  }
}
