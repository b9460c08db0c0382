// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { DonationStatus } from './enums.ts'

/** Gifts of money that keep the service running. */
export interface DonationsRow {
  readonly id: string
  /** Empty when the donor has no account. */
  readonly user_id: string | null
  readonly donor_name: string | null
  /** On: the name is not shown to anybody but staff. */
  readonly is_anonymous: boolean
  /** In the smallest unit of the currency. */
  readonly amount_minor: string
  readonly currency: string
  readonly status: DonationStatus
  readonly message: string | null
  readonly provider_payment_id: string | null
  readonly donated_at: string
  readonly created_at: string
  readonly updated_at: string
}
