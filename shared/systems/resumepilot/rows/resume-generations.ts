// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Resumes that were asked for, and what became of them. */
export interface ResumeGenerationsRow {
  readonly id: string
  readonly user_id: string | null
  /** The interview behind it; empty when that has been purged. */
  readonly session_id: string | null
  readonly template_name: string
  readonly role_type: string
  /** What stands in the resume, before it is set. */
  readonly resume_data: unknown
  /** The resume as it is set. */
  readonly latex_content: string | null
  readonly generation_status: 'processing' | 'completed' | 'failed' | null
  /** Why it failed. */
  readonly error_message: string | null
  /** How long it took, in milliseconds. */
  readonly processing_time_ms: number | null
  readonly created_at: string | null
  /** When it was ready, or failed. */
  readonly completed_at: string | null
}
