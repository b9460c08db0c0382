// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { OrderStatus } from './enums.ts'

/** What a client has ordered, and whether it is paid. */
export interface OrdersRow {
  readonly id: string
  readonly user_id: string
  readonly product_id: string
  readonly payment_link_id: string | null
  /** Amount to pay, in the currency beside it. */
  readonly amount: string
  readonly currency: string
  readonly status: OrderStatus
  /** Stripe's checkout session, cs_… */
  readonly stripe_checkout_session_id: string | null
  /** Stripe's payment, pi_… */
  readonly stripe_payment_intent_id: string | null
  readonly paid_at: string | null
  readonly created_at: string
  readonly updated_at: string
}
