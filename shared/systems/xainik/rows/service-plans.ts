// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { PlanInterval, UserRole } from './enums.ts'

/** What can be subscribed to. */
export interface ServicePlansRow {
  readonly id: string
  /** A short name that never changes, for links and imports. */
  readonly code: string
  readonly name: string
  readonly description: string | null
  /** The role for which the plan is made. */
  readonly audience: UserRole
  readonly billing_interval: PlanInterval
  /** Price of one interval without tax, in the smallest unit of the currency. */
  readonly price_minor: string
  readonly currency: string
  /** Pitches that may be public at the same time; -1 is unlimited. */
  readonly max_active_pitches: number
  /** Resume requests a month; -1 is unlimited. */
  readonly max_resume_requests_per_month: number
  /** What else is included, by name. */
  readonly features: unknown
  readonly tags: readonly string[]
  /** Off: no longer sold; running subscriptions go on. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}
