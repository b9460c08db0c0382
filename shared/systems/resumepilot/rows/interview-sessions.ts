// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Interviews that the product leads with somebody. */
export interface InterviewSessionsRow {
  readonly id: string
  readonly user_id: string | null
  /** voice: spoken. chat: written. resume_analyzer: about a resume that was brought along. */
  readonly session_type: 'voice' | 'chat' | 'resume_analyzer'
  /** The kind of job that the person prepares for. */
  readonly role_type: string | null
  readonly duration_seconds: number | null
  /** How many turns the product counted. */
  readonly turns_count: number | null
  readonly status: 'active' | 'completed' | 'abandoned' | null
  readonly created_at: string | null
  /** Empty while it runs, and when it was given up. */
  readonly completed_at: string | null
}
