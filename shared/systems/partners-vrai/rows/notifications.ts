// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What a client is told, once; the deliveries say by which ways. */
export interface NotificationsRow {
  readonly id: string
  readonly user_id: string
  readonly event_id: string | null
  readonly dossier_id: string | null
  /** Which text is sent: document.approved, document.rejected, … */
  readonly template: string
  /** Words for the text. */
  readonly params: unknown
  readonly read_at: string | null
  readonly created_at: string
}
