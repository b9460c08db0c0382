// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { PricingPlanInterval, PricingType } from './enums.ts'

/** Prices of products, per seat. */
export interface PricesRow {
  readonly id: string
  /** Stripe's own id, price_… */
  readonly stripe_price_id: string | null
  readonly product_id: string
  readonly description: string | null
  /** In the smallest unit of the currency: 1900 is 19.00. */
  readonly unit_amount: string
  /** Three small letters, as Stripe writes it: eur. */
  readonly currency: string
  readonly type: PricingType
  readonly interval: PricingPlanInterval | null
  /** Every how many intervals it is paid. */
  readonly interval_count: number | null
  readonly trial_period_days: number | null
  readonly active: boolean
  readonly metadata: unknown
  readonly created_at: string
  readonly updated_at: string
}
