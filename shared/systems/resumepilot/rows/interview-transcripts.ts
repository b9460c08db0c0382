// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Recordings put into words. */
export interface InterviewTranscriptsRow {
  readonly id: string
  readonly user_id: string | null
  /** The recording. */
  readonly audio_file_url: string
  readonly transcript_text: string
  /** How sure the recognition was, from 0 to 1. */
  readonly confidence_score: string | null
  /** How long the recognition took, in milliseconds. */
  readonly processing_time_ms: number | null
  readonly created_at: string | null
}
