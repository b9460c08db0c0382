// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { SubscriptionStatus } from './enums.ts'

/** The plan of each organisation. Billing is by organisation only. */
export interface OrgSubscriptionsRow {
  readonly id: string
  readonly org_id: string
  readonly plan_name: 'free' | 'pro' | 'business' | 'enterprise'
  readonly status: SubscriptionStatus
  /** Members that are paid for. */
  readonly seats: number
  /** Empty on the free plan, and where a contract sets the price. */
  readonly price_id: string | null
  /** Stripe's own id, sub_… */
  readonly stripe_subscription_id: string | null
  /** Ends when the current period does, unless resumed before. */
  readonly cancel_at_period_end: boolean
  readonly current_period_start: string
  /** Empty on the free plan, which has no end. */
  readonly current_period_end: string | null
  readonly trial_start: string | null
  readonly trial_end: string | null
  /** When it was decided that it ends. */
  readonly canceled_at: string | null
  /** When it was over. */
  readonly ended_at: string | null
  readonly created_at: string
  readonly updated_at: string
}
