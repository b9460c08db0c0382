// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { PaymentEventStatus } from './enums.ts'

/** Reports of the payment provider, each handled once. */
export interface PaymentEventsRow {
  readonly id: string
  readonly provider: 'razorpay' | 'stripe'
  /** The provider's own id, by which a report sent twice is known. */
  readonly provider_event_id: string
  readonly event_type: string
  readonly user_id: string | null
  readonly invoice_id: string | null
  readonly donation_id: string | null
  /** In the smallest unit of the currency. */
  readonly amount_minor: string | null
  readonly currency: string | null
  readonly status: PaymentEventStatus
  /** Why handling it failed. */
  readonly error: string | null
  /** The report as the provider sent it. */
  readonly payload: unknown
  readonly received_at: string
  readonly processed_at: string | null
}
