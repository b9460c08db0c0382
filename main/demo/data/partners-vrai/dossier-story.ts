import type { CompanyFacts } from '../../files/papers/facts.ts'
import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import type { RowSink } from '../row-sink.ts'
import type { StoredFiles } from '../stored-files.ts'
import { DAY, HOUR, MINUTE } from '../time.ts'
import { Agenda } from './agenda.ts'
import type { Behaviour } from './behaviour.ts'
import type { DossierStatus, Product } from './catalogue.ts'
import { type Actor, Chronicle } from './chronicle.ts'
import type { Client } from './client.ts'
import type { Table } from './columns.ts'
import { documentKinds } from './document-kinds.ts'
import { addDossierRows } from './dossier-rows.ts'
import { type Agent, agents } from './staff.ts'
import type { StoryDocument, StoryState, StoryStep } from './story-rows.ts'
import { addUpload } from './upload-rows.ts'
import * as texts from './words/messages.ts'
import { transitions } from './workflow.ts'

export interface StoryOptions {
  readonly random: Random
  readonly sink: RowSink<Table>
  readonly files: StoredFiles
  readonly behaviour: Behaviour
  readonly client: Client
  readonly company: CompanyFacts
  readonly product: Product
  readonly reference: string
  readonly orderId: string
  readonly openedAt: number
  readonly now: number
}

/** Where the office takes a dossier from each status by itself, and in how many days. */
const course: Partial<Record<DossierStatus, readonly [DossierStatus, number]>> = {
  IN_PREPARATION: ['READY_TO_FILE', 2],
  READY_TO_FILE: ['FILED', 1.2],
  FILED: ['REGISTERED', 8],
  AUTHORITY_QUERY: ['FILED', 6],
  REGISTERED: ['DELIVERED', 1.5],
  DELIVERED: ['COMPLETED', 7],
}

/**
 * One dossier from its payment to now. People act at their times, and each act leaves the rows that the database's own
 * functions would have left: so queue, history, events and notifications agree with each other.
 */
export class DossierStory {
  readonly id: string
  readonly #of: StoryOptions
  readonly #agenda = new Agenda()
  readonly #chronicle: Chronicle
  readonly #state: StoryState

  constructor(of: StoryOptions) {
    this.#of = of
    this.id = of.random.uuid()
    this.#chronicle = new Chronicle(of)
    this.#state = {
      status: 'NEW',
      changeId: null,
      changedAt: of.openedAt,
      comment: null,
      holder: null,
      updatedAt: of.openedAt,
      steps: [],
      documents: [],
    }
  }

  /** Runs it up to now; answers how the dossier stands. */
  run(): DossierStatus {
    const { behaviour, openedAt, now } = this.#of
    this.#chronicle.note({
      id: derivedId(this.id, 'created'),
      type: 'DOSSIER_CREATED',
      entity: ['dossiers', this.id],
      dossierId: this.id,
      actor: { type: 'SYSTEM' },
      payload: { status: 'NEW' },
      at: openedAt,
    })
    const assignment = behaviour.assignment(openedAt)
    if (assignment) this.#agenda.add(assignment.at, (at) => this.#assign(assignment.agent, at))
    this.#agenda.add(behaviour.askedAt(openedAt), (at) => this.#office('AWAITING_DOCUMENTS', at))
    const interruption = behaviour.interruption(openedAt)
    if (interruption) this.#agenda.add(interruption.at, (at) => this.#interrupt(interruption.status, at))
    this.#planMessages()
    this.#agenda.runUntil(now)
    addDossierRows(this.id, this.#of, this.#state)
    return this.#state.status
  }

  #assign(agent: Agent, at: number): void {
    const { random, sink, now } = this.#of
    const from = this.#state.holder
    const id = random.uuid()
    const handsOnAt = at + random.between(2, 20) * DAY
    const handsOn = from === null && random.chance(0.08) && handsOnAt < now
    const note = from && random.chance(0.6) ? random.pick(texts.handOverNotes) : null
    sink.add('public.dossier_assignments', {
      id,
      dossier_id: this.id,
      agent_id: agent.id,
      assigned_by: from?.id ?? agent.id,
      note,
      assigned_at: new Date(at),
      released_at: handsOn ? new Date(handsOnAt) : null,
    })
    this.#state.holder = agent
    this.#state.updatedAt = at
    this.#chronicle.note({
      id: derivedId(id, 'assigned'),
      type: 'DOSSIER_ASSIGNED',
      entity: ['dossiers', this.id],
      dossierId: this.id,
      actor: { type: 'AGENT', id: from?.id ?? agent.id },
      payload: { from: from?.id, to: agent.id, from_name: from?.name, to_name: agent.name, note },
      at,
    })
    const next = random.pick(agents.filter((other) => other.isActive && other.id !== agent.id))
    if (handsOn) this.#agenda.add(handsOnAt, (when) => this.#assign(next, when))
  }

  /** An agent changes the status: as `change_dossier_status` does. */
  #office(to: DossierStatus, at: number, comment: string | null = null): void {
    const { random, reference } = this.#of
    const actor = this.#staff()
    const id = random.uuid()
    if (!transitions[this.#state.status].includes(to)) return
    this.#move(to, id, at, actor, comment)
    if (to === 'COMPLETED' || to === this.#nextStep()?.status) this.#completeStep(id, at, actor)
    this.#chronicle.tell({
      cause: id,
      eventId: id,
      dossierId: this.id,
      template: 'dossier.status_changed',
      params: { dossier: reference, status: to, comment },
      at,
    })
    this.#planOffice(at)
  }

  #planOffice(at: number): void {
    const { behaviour, random, client } = this.#of
    const asks = this.#state.status === 'FILED' && random.chance(0.12)
    const [to, days] = asks ? (['AUTHORITY_QUERY', 5] as const) : (course[this.#state.status] ?? [null, 0])
    const comment = asks ? random.pick(texts.queryReasons[client.language]) : null
    if (to) this.#agenda.add(behaviour.officeAt(at, days), (when) => this.#office(to, when, comment))
  }

  #interrupt(status: 'ON_HOLD' | 'CANCELLED', at: number): void {
    const { random, client } = this.#of
    // Nobody stops a dossier while its papers wait, nor one that is with the authority.
    const waits = this.#state.documents.some((document) => document.status === 'PENDING')
    if (waits || this.#state.status === 'FILED') return
    const reasons = status === 'ON_HOLD' ? texts.holdReasons : texts.cancelReasons
    this.#office(status, at, random.pick(reasons[client.language]))
    if (this.#state.status === status) this.#agenda.clear()
  }

  #move(to: DossierStatus, changeId: string, at: number, actor: Actor, comment: string | null): void {
    this.#chronicle.note({
      id: changeId,
      type: 'DOSSIER_STATUS_CHANGED',
      entity: ['dossiers', this.id],
      dossierId: this.id,
      actor,
      payload: { from: this.#state.status, to, comment },
      at,
    })
    Object.assign(this.#state, { status: to, changeId, changedAt: at, comment, updatedAt: at })
  }

  /** What happened to its documents moves a dossier where that is allowed. */
  #follow(to: DossierStatus, changeId: string, at: number, actor: Actor): void {
    const { status } = this.#state
    if (status === 'ON_HOLD' || !transitions[status].includes(to)) return
    this.#move(to, changeId, at, actor, null)
    this.#planOffice(at)
  }

  #nextStep() {
    return this.#of.product.steps[this.#state.steps.length]
  }

  #completeStep(cause: string, at: number, actor: Actor): DossierStatus | null {
    const here = this.#state.steps.at(-1)
    if (here && here.completedAt === null) {
      here.completedAt = at
      here.completedBy = actor
      this.#chronicle.note({
        id: derivedId(cause, 'step'),
        type: 'STEP_COMPLETED',
        entity: ['step_instances', here.id],
        dossierId: this.id,
        actor,
        payload: { step: here.of.label },
        at,
      })
    }
    const next = this.#nextStep()
    if (!next) return null
    const step: StoryStep = {
      id: derivedId(this.id, next.stepId),
      of: next,
      startedAt: at,
      completedAt: null,
      completedBy: null,
    }
    this.#state.steps.push(step)
    this.#state.updatedAt = at
    for (const { kind, required } of next.documents) {
      if (required || this.#of.random.chance(0.4)) this.#ask(kind, required, step, at)
    }
    return next.status
  }

  #ask(kind: StoryDocument['kind'], required: boolean, step: StoryStep, at: number): void {
    const document: StoryDocument = {
      id: this.#of.random.uuid(),
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
    this.#state.documents.push(document)
    this.#agenda.add(this.#of.behaviour.uploadAt(kind, 1, at), (when) => this.#upload(document, when))
  }

  /** The client sends a version: as the trigger on uploads does. */
  #upload(document: StoryDocument, at: number): void {
    const { behaviour, random, client } = this.#of
    const again = document.versions > 0
    document.versions++
    document.flaw = behaviour.flaw(document.kind, document.versions)
    const versionId = addUpload(this.id, this.#of, document, at)
    Object.assign(document, { currentVersionId: versionId, status: 'PENDING', waitingSince: at, updatedAt: at })
    const actor: Actor = { type: 'USER', id: client.id }
    this.#chronicle.note({
      id: derivedId(versionId, 'uploaded'),
      type: 'DOCUMENT_UPLOADED',
      entity: ['documents', document.id],
      dossierId: this.id,
      actor,
      payload: { version_id: versionId, version: document.versions, document: document.label },
      at,
    })
    const isOpen = this.#state.status === 'AWAITING_DOCUMENTS' || this.#state.status === 'CORRECTIONS_REQUESTED'
    if (
      isOpen &&
      this.#documentsOf(document.step).every(({ status }) => status === 'PENDING' || status === 'APPROVED')
    ) {
      this.#follow('UNDER_REVIEW', derivedId(versionId, 'status'), at, actor)
    }
    if (again && random.chance(0.5)) {
      this.#agenda.add(at + 4 * MINUTE, (when) => this.#say(actor, random.pick(texts.corrected[client.language]), when))
    }
    const version = document.versions
    this.#agenda.add(behaviour.reviewAt(document.kind, version, at), (when) => {
      if (document.versions === version) this.#review(document, when)
    })
    // Some notice their mistake before anyone has looked.
    if (version < 4 && random.chance(0.03) && behaviour.flaw(document.kind, version) !== null) {
      this.#agenda.add(at + random.between(1, 9) * HOUR, (when) => {
        if (document.versions === version && document.status === 'PENDING') this.#upload(document, when)
      })
    }
  }

  /** As `review_document` does. */
  #review(document: StoryDocument, at: number): void {
    const { behaviour, random, client, sink, reference } = this.#of
    const reviewer = behaviour.reviewer(this.#holdingAgent())
    const actor: Actor = { type: 'AGENT', id: reviewer.id }
    const id = random.uuid()
    const flaw = documentKinds
      .find(({ code }) => code === document.kind)
      ?.flaws.find(({ name }) => name === document.flaw)
    const status = flaw ? 'REJECTED' : 'APPROVED'
    const comment = flaw?.[client.language] ?? (random.chance(0.08) ? random.pick(texts.praise[client.language]) : null)
    const versionId = document.currentVersionId as string
    sink.add('public.document_reviews', {
      id,
      document_id: document.id,
      document_version_id: versionId,
      reviewer_id: reviewer.id,
      status,
      comment,
      reviewed_at: new Date(at),
    })
    Object.assign(document, { status, waitingSince: null, updatedAt: at })
    const eventId = derivedId(id, 'reviewed')
    this.#chronicle.note({
      id: eventId,
      type: 'DOCUMENT_REVIEWED',
      entity: ['documents', document.id],
      dossierId: this.id,
      actor,
      payload: {
        review_id: id,
        version_id: versionId,
        version: document.versions,
        document: document.label,
        status,
        comment,
      },
      at,
    })
    this.#chronicle.tell({
      cause: id,
      eventId,
      dossierId: this.id,
      template: `document.${status.toLowerCase()}`,
      params: { document: document.label, dossier: reference, comment },
      at,
    })
    const to = this.#afterReview(document, id, at, actor)
    if (to) this.#follow(to, derivedId(id, 'status'), at, actor)
    if (status === 'REJECTED') {
      const again = behaviour.uploadAt(document.kind, document.versions + 1, at)
      this.#agenda.add(again, (when) => this.#upload(document, when))
    }
  }

  #afterReview(document: StoryDocument, cause: string, at: number, actor: Actor): DossierStatus | null {
    if (document.status === 'REJECTED') return this.#state.status === 'UNDER_REVIEW' ? 'CORRECTIONS_REQUESTED' : null
    const isCurrent = document.step === this.#state.steps.at(-1) && document.step.completedAt === null
    const isComplete = this.#documentsOf(document.step).every(
      ({ status, required }) => status === 'APPROVED' || (status === 'MISSING' && !required),
    )
    return isCurrent && isComplete ? this.#completeStep(cause, at, actor) : null
  }

  #documentsOf(step: StoryStep): StoryDocument[] {
    return this.#state.documents.filter((document) => document.step === step)
  }

  #planMessages(): void {
    const { behaviour, random, openedAt, now, client } = this.#of
    const lasts = Math.min(now - openedAt, 60 * DAY)
    for (let left = behaviour.messages(); left > 0; left--) {
      const byAgent = random.chance(0.45)
      const words = (byAgent ? texts.agentMessages : texts.clientMessages)[client.language]
      this.#agenda.add(openedAt + random.unit() ** 1.5 * lasts, (at) => {
        if (this.#state.status === 'COMPLETED') return
        this.#say(byAgent ? this.#staff() : { type: 'USER', id: client.id }, random.pick(words), at)
      })
    }
  }

  #say(actor: Actor, body: string, at: number): void {
    const { random, sink, now, reference } = this.#of
    const id = random.uuid()
    const readAt = at + random.longTailed(5, 6) * HOUR
    sink.add('public.messages', {
      id,
      dossier_id: this.id,
      sender_type: actor.type,
      sender_id: actor.type === 'SYSTEM' ? null : actor.id,
      body,
      read_at: readAt < now && random.chance(0.93) ? new Date(readAt) : null,
      created_at: new Date(at),
    })
    if (actor.type !== 'AGENT') return
    const eventId = derivedId(id, 'sent')
    const entity = ['messages', id] as const
    this.#chronicle.note({ id: eventId, type: 'MESSAGE_SENT', entity, dossierId: this.id, actor, payload: {}, at })
    const params = { dossier: reference }
    this.#chronicle.tell({ cause: id, eventId, dossierId: this.id, template: 'message.received', params, at })
  }

  #holdingAgent(): Agent | null {
    return agents.find(({ id }) => id === this.#state.holder?.id) ?? null
  }

  #staff(): Actor & { type: 'AGENT' } {
    return { type: 'AGENT', id: this.#of.behaviour.reviewer(this.#holdingAgent()).id }
  }
}
