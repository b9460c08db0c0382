// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What was said in an interview, turn by turn. */
export interface InterviewTurnsRow {
  readonly id: string
  readonly session_id: string | null
  /** user: the person. ai: the product. */
  readonly speaker: 'user' | 'ai'
  readonly message: string
  /** Its place in the interview. */
  readonly turn_number: number
  /** The recording of a spoken turn. */
  readonly audio_url: string | null
  /** How long the product took to answer, in milliseconds. */
  readonly processing_time_ms: number | null
  readonly created_at: string | null
}
