import { documentTypeId } from './catalogue-rows.ts'
import type { Dossier } from './dossier.ts'

/** The rows that say how a dossier, its steps and its documents stand at the end of a story. */
export function addDossierRows({ id, of, state }: Dossier): void {
  const { sink } = of
  sink.add('public.dossiers', {
    id,
    reference: of.reference,
    user_id: of.client.id,
    product_id: of.product.id,
    order_id: of.orderId,
    type: of.product.type,
    status: state.status,
    status_change_id: state.changeId,
    status_changed_at: new Date(state.changedAt),
    status_comment: state.comment,
    company_name: of.company.name,
    assigned_to: state.holder?.id,
    current_step_instance_id: state.steps.at(-1)?.id,
    created_at: new Date(of.openedAt),
    updated_at: new Date(state.updatedAt),
  })
  for (const step of state.steps) {
    sink.add('public.step_instances', {
      id: step.id,
      dossier_id: id,
      step_id: step.of.stepId,
      started_at: new Date(step.startedAt),
      completed_at: step.completedAt === null ? null : new Date(step.completedAt),
      completed_by_type: step.completedBy?.type,
      completed_by_id: step.completedBy?.type === 'SYSTEM' ? null : step.completedBy?.id,
      created_at: new Date(step.startedAt),
      updated_at: new Date(step.completedAt ?? step.startedAt),
    })
  }
  for (const document of state.documents) {
    sink.add('public.documents', {
      id: document.id,
      dossier_id: id,
      document_type_id: documentTypeId(document.kind),
      step_instance_id: document.step.id,
      status: document.status,
      current_version_id: document.currentVersionId,
      waiting_since: document.waitingSince === null ? null : new Date(document.waitingSince),
      created_at: new Date(document.createdAt),
      updated_at: new Date(document.updatedAt),
    })
  }
}
