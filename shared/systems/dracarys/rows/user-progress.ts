// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** How far a learner has come at each gate. */
export interface UserProgressRow {
  readonly id: string
  readonly user_id: string
  readonly level_id: number
  readonly gate_id: number
  readonly lesson_id: string | null
  readonly completed: boolean | null
  /** Percent of the questions answered right, at the best attempt. */
  readonly score: number | null
  /** The lesson's XP at the moment of completion. The database fills it in. */
  readonly xp_earned: number | null
  readonly time_spent: string | null
  /** How often the learner has tried. */
  readonly attempts_count: number | null
  readonly last_attempt_at: string | null
  /** When it was completed. The database fills it in. */
  readonly completed_at: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
