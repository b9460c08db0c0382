// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What somebody has used in a month, to be compared with the limits of their plan. */
export interface UsageTrackingRow {
  readonly id: string
  readonly user_id: string | null
  /** Year and month, in UTC: 2026-03. */
  readonly month: string
  /** Interviews begun in this month. */
  readonly interviews_used: number | null
  /** Cover letters written in this month. */
  readonly cover_letters_used: number | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
