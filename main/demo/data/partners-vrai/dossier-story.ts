import { derivedId } from '../ids.ts'
import type { DossierStatus } from './catalogue.ts'
import { planConversation } from './conversation.ts'
import { Dossier, type DossierOptions } from './dossier.ts'
import { addDossierRows } from './dossier-rows.ts'
import { assign, changeStatus, interrupt, planNext } from './office.ts'
import { ask } from './papers.ts'

/**
 * Tells one dossier from its payment to now. People act at their times, and each act leaves the rows that the database's
 * own functions would have left: so queue, history, events and notifications agree with each other.
 */
export function tellDossier(of: DossierOptions): { id: string; status: DossierStatus } {
  const dossier = new Dossier(of)
  const { behaviour, openedAt, now } = of
  dossier.onMoved = (at) => planNext(dossier, at)
  dossier.onAsked = (kind, required, step, at) => ask(dossier, kind, required, step, at)
  dossier.chronicle.note({
    id: derivedId(dossier.id, 'created'),
    type: 'DOSSIER_CREATED',
    entity: ['dossiers', dossier.id],
    dossierId: dossier.id,
    actor: { type: 'SYSTEM' },
    payload: { status: 'NEW' },
    at: openedAt,
  })
  const assignment = behaviour.assignment(openedAt)
  if (assignment) dossier.agenda.add(assignment.at, (at) => assign(dossier, assignment.agent, at))
  dossier.agenda.add(behaviour.askedAt(openedAt), (at) => changeStatus(dossier, 'AWAITING_DOCUMENTS', at))
  const interruption = behaviour.interruption(openedAt)
  if (interruption) dossier.agenda.add(interruption.at, (at) => interrupt(dossier, interruption.status, at))
  planConversation(dossier)
  dossier.agenda.runUntil(now)
  addDossierRows(dossier)
  return { id: dossier.id, status: dossier.state.status }
}
