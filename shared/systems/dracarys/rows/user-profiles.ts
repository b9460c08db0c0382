// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Everybody with an account: learners and staff. */
export interface UserProfilesRow {
  readonly id: string
  readonly full_name: string | null
  readonly avatar_url: string | null
  readonly bio: string | null
  /** The name of the time zone in which sessions are shown to the person. */
  readonly timezone: string | null
  /** The language in which the person is written to. */
  readonly preferred_language: string | null
  /** How much the person had traded before, in their own words. */
  readonly trading_experience: string | null
  readonly trading_goals: readonly string[] | null
  /** The level that total_xp gives. The database keeps it. */
  readonly current_level: number | null
  /** XP of completed lessons and achievements, and corrections. The database keeps it. */
  readonly total_xp: number | null
  /** Staff: moderator (community and live sessions) and admin (everything). Learners may not use the console. */
  readonly role: 'learner' | 'moderator' | 'admin'
  readonly created_at: string | null
  readonly updated_at: string | null
}
