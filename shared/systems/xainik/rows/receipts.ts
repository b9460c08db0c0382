// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Money that has come in, for an invoice or as a donation. */
export interface ReceiptsRow {
  readonly id: string
  readonly user_id: string
  readonly invoice_id: string | null
  readonly donation_id: string | null
  /** RCT-year-number, without gaps. The server gives it. */
  readonly receipt_number: string | null
  /** In the smallest unit of the currency. */
  readonly amount_minor: string
  readonly currency: string
  readonly payment_method: 'card' | 'upi' | 'bank_transfer' | 'wallet' | 'cash'
  readonly provider_payment_id: string | null
  /** Staff who entered it by hand; empty when the payment provider reported it. */
  readonly recorded_by: string | null
  readonly received_at: string
  readonly created_at: string
}
