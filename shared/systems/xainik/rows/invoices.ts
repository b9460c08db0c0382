// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { InvoiceStatus } from './enums.ts'

/** Bills. An issued one has a number and is never deleted; a mistake is made void. */
export interface InvoicesRow {
  readonly id: string
  readonly user_id: string
  readonly subscription_id: string | null
  /** INV-year-number, without gaps. The server gives it when the invoice is issued. */
  readonly invoice_number: string | null
  readonly status: InvoiceStatus
  /** What is billed: description, quantity and amount of each line. */
  readonly line_items: unknown
  /** Sum without tax, in the smallest unit of the currency. */
  readonly subtotal_minor: string
  /** Tax, in the smallest unit of the currency. */
  readonly tax_minor: string
  /** What is to be paid, in the smallest unit of the currency. */
  readonly total_minor: string
  readonly currency: string
  readonly issued_at: string | null
  readonly due_at: string | null
  readonly paid_at: string | null
  readonly voided_at: string | null
  /** Why it was made void. */
  readonly void_reason: string | null
  readonly created_at: string
  readonly updated_at: string
}
