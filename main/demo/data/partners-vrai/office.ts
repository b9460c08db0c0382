import { derivedId } from '../ids.ts'
import { DAY } from '../time.ts'
import type { DossierStatus } from './catalogue.ts'
import type { Dossier } from './dossier.ts'
import { type Agent, agents } from './staff.ts'
import * as texts from './words/messages.ts'

/** Where the office takes a dossier from each status by itself, and in how many days. */
const course: Partial<Record<DossierStatus, readonly [DossierStatus, number]>> = {
  IN_PREPARATION: ['READY_TO_FILE', 2],
  READY_TO_FILE: ['FILED', 1.2],
  FILED: ['REGISTERED', 8],
  AUTHORITY_QUERY: ['FILED', 6],
  REGISTERED: ['DELIVERED', 1.5],
  DELIVERED: ['COMPLETED', 7],
}

/** An agent takes a dossier, or gets it from another: as `assign_dossier`. */
export function assign(dossier: Dossier, agent: Agent, at: number): void {
  const { random, sink, now } = dossier.of
  const from = dossier.state.holder
  const id = random.uuid()
  const handsOnAt = at + random.between(2, 20) * DAY
  const handsOn = from === null && random.chance(0.08) && handsOnAt < now
  const note = from && random.chance(0.6) ? random.pick(texts.handOverNotes) : null
  const by = from?.id ?? agent.id
  sink.add('public.dossier_assignments', {
    id,
    dossier_id: dossier.id,
    agent_id: agent.id,
    assigned_by: by,
    note,
    assigned_at: new Date(at),
    released_at: handsOn ? new Date(handsOnAt) : null,
  })
  Object.assign(dossier.state, { holder: agent, updatedAt: at })
  dossier.chronicle.note({
    id: derivedId(id, 'assigned'),
    type: 'DOSSIER_ASSIGNED',
    entity: ['dossiers', dossier.id],
    dossierId: dossier.id,
    actor: { type: 'AGENT', id: by },
    payload: { from: from?.id, to: agent.id, from_name: from?.name, to_name: agent.name, note },
    at,
  })
  const next = random.pick(agents.filter((other) => other.isActive && other.id !== agent.id))
  if (handsOn) dossier.agenda.add(handsOnAt, (when) => assign(dossier, next, when))
}

/** An agent changes the status, where that is allowed: as `change_dossier_status`. */
export function changeStatus(dossier: Dossier, to: DossierStatus, at: number, comment: string | null = null): void {
  if (!dossier.allows(to)) return
  const { random, reference } = dossier.of
  const actor = dossier.someAgent()
  const id = random.uuid()
  dossier.move(to, id, at, actor, comment)
  if (to === 'COMPLETED' || to === dossier.nextStep?.status) dossier.completeStep(id, at, actor)
  dossier.chronicle.tell({
    cause: id,
    eventId: id,
    dossierId: dossier.id,
    template: 'dossier.status_changed',
    params: { dossier: reference, status: to, comment },
    at,
  })
  planNext(dossier, at)
}

/** What the office will do next, now that the dossier has the status that it has. */
export function planNext(dossier: Dossier, at: number): void {
  const { behaviour, random, client } = dossier.of
  const { status } = dossier.state
  const asks = status === 'FILED' && random.chance(0.2)
  const [to, days] = asks ? (['AUTHORITY_QUERY', 5] as const) : (course[status] ?? [null, 0])
  const comment = asks ? random.pick(texts.queryReasons[client.language]) : null
  if (to) dossier.agenda.add(behaviour.officeAt(at, days), (when) => changeStatus(dossier, to, when, comment))
}

/** Nobody stops a dossier while its papers wait, nor one that is with the authority. */
export function interrupt(dossier: Dossier, status: 'ON_HOLD' | 'CANCELLED', at: number): void {
  const { random, client } = dossier.of
  const waits = dossier.state.documents.some((document) => document.status === 'PENDING')
  if (waits || dossier.state.status === 'FILED') return
  const reasons = status === 'ON_HOLD' ? texts.holdReasons : texts.cancelReasons
  changeStatus(dossier, status, at, random.pick(reasons[client.language]))
  if (dossier.state.status === status) dossier.agenda.clear()
}
