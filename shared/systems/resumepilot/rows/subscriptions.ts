// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Which plan somebody has. One for each person is the rule. */
export interface SubscriptionsRow {
  readonly id: string
  readonly user_id: string | null
  /** The person at Stripe. Empty when nothing was ever paid. */
  readonly stripe_customer_id: string | null
  /** The subscription at Stripe. */
  readonly stripe_subscription_id: string | null
  readonly plan_name: 'starter' | 'pro' | 'career' | 'coach'
  /** Only active opens the plan; past_due and unpaid wait for a payment. */
  readonly status: 'active' | 'canceled' | 'past_due' | 'unpaid'
  readonly current_period_start: string | null
  readonly current_period_end: string | null
  /** On: it runs to the end of the period and is not renewed. */
  readonly cancel_at_period_end: boolean | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
