// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { PaymentEventStatus } from './enums.ts'

/** Handled reports of the payment provider that are no longer needed every day. */
export interface PaymentEventsArchiveRow {
  readonly id: string
  readonly provider: string
  /** The provider's own id. */
  readonly provider_event_id: string
  readonly event_type: string
  readonly user_id: string | null
  readonly invoice_id: string | null
  readonly donation_id: string | null
  /** In the smallest unit of the currency. */
  readonly amount_minor: string | null
  readonly currency: string | null
  readonly status: PaymentEventStatus
  readonly error: string | null
  /** The report as the provider sent it. */
  readonly payload: unknown
  readonly received_at: string
  readonly processed_at: string | null
  /** Staff who archived it; empty when the system did. */
  readonly archived_by: string | null
  readonly archived_at: string
}
