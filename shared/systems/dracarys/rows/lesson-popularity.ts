// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** How often each published lesson was completed, and with which score on average. */
export interface LessonPopularityRow {
  readonly id: string | null
  readonly title: string | null
  readonly completions: string | null
  readonly avg_score: string | null
  readonly popularity_rank: string | null
}
