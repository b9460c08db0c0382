// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { SubscriptionStatus } from './enums.ts'

/** Who has subscribed to which plan. */
export interface UserSubscriptionsRow {
  readonly id: string
  readonly user_id: string
  readonly plan_id: string
  readonly status: SubscriptionStatus
  readonly current_period_start: string
  /** Until when it is paid, or tried for free. */
  readonly current_period_end: string
  /** On: it ends with the period and is not renewed. */
  readonly cancel_at_period_end: boolean
  readonly canceled_at: string | null
  /** The payment provider's own id. */
  readonly provider_subscription_id: string | null
  readonly created_at: string
  readonly updated_at: string
}
