import type { CompanyFacts } from '../../files/papers/facts.ts'
import type { PaperKind } from '../../files/papers/make-paper.ts'
import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import type { StoredFiles } from '../stored-files.ts'
import { Agenda } from './agenda.ts'
import type { Behaviour } from './behaviour.ts'
import type { DossierStatus, Product } from './catalogue.ts'
import { type Actor, Chronicle } from './chronicle.ts'
import type { Client } from './client.ts'
import type { Sink } from './columns.ts'
import { type Agent, agents } from './staff.ts'
import { type StoryDocument, type StoryState, type StoryStep, startOf } from './story-state.ts'
import { transitions } from './workflow.ts'

export interface DossierOptions {
  readonly random: Random
  readonly sink: Sink
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

/** A dossier while its story runs, and the few moves that the database's functions know. */
export class Dossier {
  readonly id: string
  readonly of: DossierOptions
  readonly state: StoryState
  readonly chronicle: Chronicle
  readonly agenda = new Agenda()
  /** Told after each change of status. */
  onMoved: (at: number) => void = () => undefined
  /** Told when a step asks for a document. */
  onAsked: (kind: PaperKind, required: boolean, step: StoryStep, at: number) => void = () => undefined

  constructor(of: DossierOptions) {
    this.of = of
    this.id = of.random.uuid()
    this.state = startOf(of.openedAt)
    this.chronicle = new Chronicle(of)
  }

  get nextStep() {
    return this.of.product.steps[this.state.steps.length]
  }

  get holder(): Agent | null {
    return agents.find(({ id }) => id === this.state.holder?.id) ?? null
  }

  /** An agent at work on it: mostly who holds it. */
  someAgent(): Actor & { readonly type: 'AGENT' } {
    return { type: 'AGENT', id: this.of.behaviour.reviewer(this.holder).id }
  }

  documentsOf(step: StoryStep): StoryDocument[] {
    return this.state.documents.filter((document) => document.step === step)
  }

  allows(to: DossierStatus): boolean {
    return transitions[this.state.status].includes(to)
  }

  /** As `move_dossier`, with the event of the trigger behind it. */
  move(to: DossierStatus, changeId: string, at: number, actor: Actor, comment: string | null): void {
    this.chronicle.note({
      id: changeId,
      type: 'DOSSIER_STATUS_CHANGED',
      entity: ['dossiers', this.id],
      dossierId: this.id,
      actor,
      payload: { from: this.state.status, to, comment },
      at,
    })
    Object.assign(this.state, { status: to, changeId, changedAt: at, comment, updatedAt: at })
  }

  /** As `follow_documents`: what happened to its documents moves a dossier where that is allowed. */
  follow(to: DossierStatus, changeId: string, at: number, actor: Actor): void {
    if (this.state.status === 'ON_HOLD' || !this.allows(to)) return
    this.move(to, changeId, at, actor, null)
    this.onMoved(at)
  }

  /** As `complete_step`: ends the current step and enters the next; answers the status that it asks for. */
  completeStep(cause: string, at: number, actor: Actor): DossierStatus | null {
    const here = this.state.steps.at(-1)
    if (here && here.completedAt === null) {
      Object.assign(here, { completedAt: at, completedBy: actor })
      this.chronicle.note({
        id: derivedId(cause, 'step'),
        type: 'STEP_COMPLETED',
        entity: ['step_instances', here.id],
        dossierId: this.id,
        actor,
        payload: { step: here.of.label },
        at,
      })
    }
    const next = this.nextStep
    if (!next) return null
    const id = derivedId(this.id, next.stepId)
    const step: StoryStep = { id, of: next, startedAt: at, completedAt: null, completedBy: null }
    this.state.steps.push(step)
    this.state.updatedAt = at
    for (const { kind, required } of next.documents) this.onAsked(kind, required, step, at)
    return next.status
  }
}
