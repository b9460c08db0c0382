// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What people are told inside the product. */
export interface NotificationsRow {
  readonly id: string
  readonly user_id: string
  /** Which text is shown: pitch.hidden, request.approved, … */
  readonly kind: string
  /** Words for the text. */
  readonly data: unknown
  readonly read_at: string | null
  readonly created_at: string
}
