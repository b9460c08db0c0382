// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Everything that people and staff have done. No one can change or delete an entry. */
export interface UserActivityLogRow {
  readonly id: string
  readonly activity_type: string
  /** Whom it concerns. Stays when the account is deleted. */
  readonly user_id: string | null
  /** Who did it; empty for the system itself. */
  readonly actor_user_id: string | null
  /** The table of what it happened to. */
  readonly entity_type: string
  /** The row of that table. */
  readonly entity_id: string
  /** What changed, by kind of activity. */
  readonly details: unknown
  readonly created_at: string
}
