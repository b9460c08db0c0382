// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Who has unlocked which achievement. */
export interface UserAchievementsRow {
  readonly id: string
  readonly user_id: string
  readonly achievement_id: string
  readonly unlocked_at: string | null
  /** Percent, or a count, of what was needed. */
  readonly progress_value: number | null
  /** The XP that it brought, and the reason where staff granted it. */
  readonly metadata: unknown | null
}
