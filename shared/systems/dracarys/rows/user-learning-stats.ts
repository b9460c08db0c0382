// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What each learner has completed, and what it earned. */
export interface UserLearningStatsRow {
  readonly user_id: string | null
  readonly completed_lessons: string | null
  readonly total_xp: string | null
  readonly last_activity: string | null
}
