// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Events of the system, and every act of the staff. Kept for 90 days. */
export interface SystemEventsRow {
  readonly id: string
  /** What happened, in two words: generation.failed. */
  readonly event_type: string
  /** Details. For an act of the staff: actor, entity_type and entity_id, from, to, and the reason. */
  readonly event_data: unknown | null
  /** Whom it is about; empty when nobody, or when they have been erased. */
  readonly user_id: string | null
  readonly ip_address: string | null
  /** The program by which the person came. */
  readonly user_agent: string | null
  readonly created_at: string | null
}
