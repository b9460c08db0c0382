// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { SubscriptionStatus } from './enums.ts'

/** Who has which plan, in which state, until when. */
export interface UserSubscriptionsRow {
  readonly id: string
  readonly user_id: string
  readonly plan_id: string
  readonly stripe_subscription_id: string | null
  readonly status: SubscriptionStatus | null
  readonly current_period_start: string | null
  readonly current_period_end: string | null
  /** The end of the trial, empty without one. */
  readonly trial_end: string | null
  /** On: it ends with the period that is paid. */
  readonly cancel_at_period_end: boolean | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
