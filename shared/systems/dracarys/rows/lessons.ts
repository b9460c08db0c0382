// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** The course: levels, in each of them gates, and at each gate a lesson. */
export interface LessonsRow {
  readonly id: string
  /** The level, from 1. */
  readonly level_id: number
  /** The gate within the level, from 1. Progress is kept by level and gate. */
  readonly gate_id: number
  readonly title: string
  readonly subtitle: string | null
  readonly description: string | null
  readonly content_type: string | null
  /** What is taught: {"sections": [{"type", "title", "body" or "url"}]}. */
  readonly content_data: unknown
  /** The questions: {"passing_score", "questions": [{"prompt", "options", "correct", "explanation"}]}; correct counts from 0. */
  readonly assessment_data: unknown | null
  /** The XP that its completion earns. */
  readonly xp_reward: number | null
  readonly estimated_time: string | null
  readonly difficulty: 'beginner' | 'intermediate' | 'advanced' | null
  /** The ids of the lessons that come before it. */
  readonly prerequisites: readonly string[] | null
  /** On: published. Off: a draft, which learners do not see. */
  readonly is_active: boolean | null
  /** Its place in its level, from 1. */
  readonly order_index: number | null
  /** Counts the edits of title, content and assessment. */
  readonly content_version: number
  readonly created_by: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
