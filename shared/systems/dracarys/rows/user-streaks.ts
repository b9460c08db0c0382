// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** On how many days in a row a learner has completed a lesson. */
export interface UserStreaksRow {
  readonly id: string
  readonly user_id: string
  readonly current_streak: number | null
  readonly longest_streak: number | null
  /** The last day, in UTC, on which a lesson was completed. */
  readonly last_activity_date: string | null
  /** When the streak last began anew. */
  readonly last_streak_reset: string | null
  /** What the product notes about single days. */
  readonly streak_streak_data: unknown | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
