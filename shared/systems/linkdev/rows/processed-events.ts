// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Webhook events of Stripe that were handled, so that none is handled twice. */
export interface ProcessedEventsRow {
  readonly id: string
  /** Stripe's own id, evt_… */
  readonly event_id: string
  /** As Stripe names it: invoice.paid, … */
  readonly event_type: string
  readonly org_id: string | null
  /** The event as Stripe sent it. */
  readonly payload: unknown
  /** Why handling it failed; empty when it went well. */
  readonly error: string | null
  readonly processed_at: string
}
