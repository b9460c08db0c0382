// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ActorType } from './enums.ts'

/** A step as one dossier goes through it. */
export interface StepInstancesRow {
  readonly id: string
  readonly dossier_id: string
  readonly step_id: string
  /** Empty while the step is still to come. */
  readonly started_at: string | null
  readonly completed_at: string | null
  readonly completed_by_type: ActorType | null
  readonly completed_by_id: string | null
  readonly created_at: string
  readonly updated_at: string
}
