// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Which customer of Stripe an organisation is. */
export interface BillingCustomersRow {
  readonly id: string
  readonly org_id: string
  /** Stripe's own id, cus_… */
  readonly stripe_customer_id: string
  readonly billing_email: string | null
  readonly created_at: string
  readonly updated_at: string
}
