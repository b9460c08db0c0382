import type { PaperKind } from '../../files/papers/make-paper.ts'
import type { DossierStatus, ProductStep } from './catalogue.ts'
import type { Actor } from './chronicle.ts'

/** A document of a dossier while its story runs. */
export interface StoryDocument {
  readonly id: string
  readonly kind: PaperKind
  readonly label: string
  readonly required: boolean
  readonly step: StoryStep
  status: 'MISSING' | 'PENDING' | 'APPROVED' | 'REJECTED'
  versions: number
  currentVersionId: string | null
  flaw: string | null
  waitingSince: number | null
  readonly createdAt: number
  updatedAt: number
}

export interface StoryStep {
  readonly id: string
  readonly of: ProductStep
  readonly startedAt: number
  completedAt: number | null
  completedBy: Actor | null
}

export interface StoryState {
  status: DossierStatus
  changeId: string | null
  changedAt: number
  comment: string | null
  holder: { readonly id: string; readonly name: string } | null
  updatedAt: number
  readonly steps: StoryStep[]
  readonly documents: StoryDocument[]
}

export function startOf(openedAt: number): StoryState {
  return {
    status: 'NEW',
    changeId: null,
    changedAt: openedAt,
    comment: null,
    holder: null,
    updatedAt: openedAt,
    steps: [],
    documents: [],
  }
}
