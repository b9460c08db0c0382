// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** XP and completed lessons of each learner, by period. The database keeps the weeks. */
export interface LeaderboardRow {
  readonly id: string
  readonly user_id: string
  readonly period: 'daily' | 'weekly' | 'monthly' | 'all_time'
  /** The XP of the lessons completed in the period. */
  readonly xp_points: number | null
  readonly lessons_completed: number | null
  /** The learner's streak at the last completion in the period. */
  readonly streak_days: number | null
  /** The place in the period, 1 is the first; filled in by rank_leaderboard. */
  readonly rank: number | null
  /** Percent of the period's learners with fewer XP. */
  readonly percentile: string | null
  /** The first day, in UTC; weeks begin on Monday. */
  readonly period_start_date: string
  /** The last day of the period. */
  readonly period_end_date: string
  readonly updated_at: string | null
}
