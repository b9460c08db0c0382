// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What is sold, and what each of it opens. */
export interface SubscriptionPlansRow {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly plan_type: 'monthly' | 'yearly' | 'lifetime' | null
  readonly price: string
  readonly currency: string | null
  readonly stripe_price_id: string | null
  /** The features that it includes, as the product reads them. */
  readonly features: unknown
  /** Off: nobody can choose it any more. Who has it keeps it. */
  readonly is_active: boolean | null
  readonly trial_days: number | null
  /** Seats of a team plan; -1: any number; empty for one person. */
  readonly max_users: number | null
  /** The highest level that it opens; -1: every level. */
  readonly level_access_limit: number | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
