import type { PaperKind } from '../../files/papers/make-paper.ts'
import { derivedId } from '../ids.ts'
import { HOUR, MINUTE } from '../time.ts'
import type { DossierStatus } from './catalogue.ts'
import type { Actor } from './chronicle.ts'
import { say } from './conversation.ts'
import { documentKinds } from './document-kinds.ts'
import type { Dossier } from './dossier.ts'
import type { StoryDocument, StoryStep } from './story-state.ts'
import { addUpload } from './upload-rows.ts'
import { corrected, praise } from './words/messages.ts'

/** A step asks for a document; one that is not required is sent by some. */
export function ask(dossier: Dossier, kind: PaperKind, required: boolean, step: StoryStep, at: number): void {
  const { random, behaviour } = dossier.of
  if (!required && random.chance(0.6)) return
  const document: StoryDocument = {
    id: random.uuid(),
    kind,
    label: documentKinds.find(({ code }) => code === kind)?.label ?? kind,
    required,
    step,
    status: 'MISSING',
    versions: 0,
    currentVersionId: null,
    flaw: null,
    waitingSince: null,
    createdAt: at,
    updatedAt: at,
  }
  dossier.state.documents.push(document)
  dossier.agenda.add(behaviour.uploadAt(kind, 1, at), (when) => upload(dossier, document, when))
}

/** The client sends a version: as the trigger on uploads. */
function upload(dossier: Dossier, document: StoryDocument, at: number): void {
  const { behaviour, random, client } = dossier.of
  const version = document.versions + 1
  Object.assign(document, { versions: version, flaw: behaviour.flaw(document.kind, version) })
  const versionId = addUpload(dossier, document, at)
  Object.assign(document, { currentVersionId: versionId, status: 'PENDING', waitingSince: at, updatedAt: at })
  const actor: Actor = { type: 'USER', id: client.id }
  dossier.chronicle.note({
    id: derivedId(versionId, 'uploaded'),
    type: 'DOCUMENT_UPLOADED',
    entity: ['documents', document.id],
    dossierId: dossier.id,
    actor,
    payload: { version_id: versionId, version, document: document.label },
    at,
  })
  const { status } = dossier.state
  const isOpen = status === 'AWAITING_DOCUMENTS' || status === 'CORRECTIONS_REQUESTED'
  const lacks = dossier.documentsOf(document.step).some((one) => one.status === 'MISSING' || one.status === 'REJECTED')
  if (isOpen && !lacks) dossier.follow('UNDER_REVIEW', derivedId(versionId, 'status'), at, actor)
  if (version > 1 && random.chance(0.5)) {
    const words = random.pick(corrected[client.language])
    dossier.agenda.add(at + 4 * MINUTE, (when) => say(dossier, actor, words, when))
  }
  dossier.agenda.add(behaviour.reviewAt(document.kind, version, at), (when) => {
    if (document.versions === version) review(dossier, document, versionId, when)
  })
  // Some notice their mistake before anyone has looked.
  if (version === 1 && document.flaw && document.flaw !== 'corrupt' && random.chance(0.1)) {
    dossier.agenda.add(at + random.between(1, 9) * HOUR, (when) => {
      if (document.versions === version && document.status === 'PENDING') upload(dossier, document, when)
    })
  }
}

/** As `review_document`. */
function review(dossier: Dossier, document: StoryDocument, versionId: string, at: number): void {
  const { behaviour, random, client, sink, reference } = dossier.of
  const actor: Actor = { type: 'AGENT', id: behaviour.reviewer(dossier.holder).id }
  const id = random.uuid()
  const flaws = documentKinds.find(({ code }) => code === document.kind)?.flaws
  const flaw = flaws?.find(({ name }) => name === document.flaw)
  const status = flaw ? 'REJECTED' : 'APPROVED'
  const comment = flaw?.[client.language] ?? (random.chance(0.08) ? random.pick(praise[client.language]) : null)
  sink.add('public.document_reviews', {
    id,
    document_id: document.id,
    document_version_id: versionId,
    reviewer_id: actor.id,
    status,
    comment,
    reviewed_at: new Date(at),
  })
  Object.assign(document, { status, waitingSince: null, updatedAt: at })
  const { versions: version, label } = document
  const eventId = derivedId(id, 'reviewed')
  dossier.chronicle.note({
    id: eventId,
    type: 'DOCUMENT_REVIEWED',
    entity: ['documents', document.id],
    dossierId: dossier.id,
    actor,
    payload: { review_id: id, version_id: versionId, version, document: label, status, comment },
    at,
  })
  dossier.chronicle.tell({
    cause: id,
    eventId,
    dossierId: dossier.id,
    template: `document.${status.toLowerCase()}`,
    params: { document: label, dossier: reference, comment },
    at,
  })
  const to = afterReview(dossier, document, id, at, actor)
  if (to) dossier.follow(to, derivedId(id, 'status'), at, actor)
  if (flaw) {
    dossier.agenda.add(behaviour.uploadAt(document.kind, version + 1, at), (when) => upload(dossier, document, when))
  }
}

function afterReview(
  dossier: Dossier,
  document: StoryDocument,
  cause: string,
  at: number,
  actor: Actor,
): DossierStatus | null {
  const { state } = dossier
  if (document.status === 'REJECTED') return state.status === 'UNDER_REVIEW' ? 'CORRECTIONS_REQUESTED' : null
  const isCurrent = document.step === state.steps.at(-1) && document.step.completedAt === null
  const isComplete = dossier
    .documentsOf(document.step)
    .every(({ status, required }) => status === 'APPROVED' || (status === 'MISSING' && !required))
  return isCurrent && isComplete ? dossier.completeStep(cause, at, actor) : null
}
