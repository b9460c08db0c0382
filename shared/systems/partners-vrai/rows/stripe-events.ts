// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Webhook events already received from Stripe, so that none is handled twice. */
export interface StripeEventsRow {
  readonly id: string
  /** Stripe's own id, evt_… */
  readonly stripe_event_id: string
  readonly type: string
  readonly order_id: string | null
  /** The event as Stripe sent it. */
  readonly payload: unknown
  readonly error: string | null
  readonly received_at: string
  /** Empty while it waits, or when handling it failed. */
  readonly processed_at: string | null
}
