// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Suspended clients with an unpaid order, and whether a reminder may be sent now. */
export interface SuspendedUnpaidRow {
  readonly user_id: string | null
  readonly email: string | null
  readonly full_name: string | null
  readonly order_id: string | null
  readonly amount: string | null
  readonly currency: string | null
  readonly product_name: string | null
  readonly created_at: string | null
  readonly last_reminded_at: string | null
  readonly can_be_reminded: boolean | null
}
